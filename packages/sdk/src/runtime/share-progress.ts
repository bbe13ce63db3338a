import { matchJourney } from "@waymark/engine";
import type { Progress } from "@waymark/schema";
import { listen } from "../ports/listen.ts";
import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import { forgetPerson } from "./forget-person.ts";
import { forgetHere } from "./forget-progress.ts";
import type { Guest } from "./guest.ts";
import { partition, progressKey } from "./keep-progress.ts";

/** What tabs tell each other. */
interface Message {
  /** Changes when the person is erased: what a tab said before that counts for nothing. */
  era: string;
  progress?: Progress;
  /** The sender has just come, and has missed what the others did. */
  hello?: boolean;
  /** The person is forgotten on this device, from this era on. */
  erased?: boolean;
}

const channelOf = (guest: Guest): BroadcastChannel => new BroadcastChannel(`waymark-${progressKey(guest)}`);
const eraKey = (guest: Guest): string => `era-${partition(guest)}`;

/**
 * Tells the other tabs of a change and hears of theirs. This room opens later than the work begins: what it missed of the
 * others is read from the store, and it greets them with what they missed of this tab, which they answer. The same when
 * the page comes back from the browser's back/forward cache, which drops whoever is spoken to while away.
 */
export function shareProgress(guest: Guest): Stop {
  const scope = createScope();
  const { platform, $progress } = guest;
  let channel: BroadcastChannel | undefined;
  let era: string | undefined;
  const tell = (hello?: boolean): void => {
    if (era === undefined) return;
    const message: Message = { era, progress: $progress.get(), ...(hello ? { hello } : {}) };
    channel?.postMessage(message);
  };
  const hear = guest.guard("channel", ({ data }: MessageEvent<Partial<Message> | null>) => {
    if (data?.erased) {
      era = data.era;
      // What this tab held, or wrote in the same moment, must not come back.
      forgetPerson(guest).catch(() => guest.fail("storage"));
      // What is done here from now on counts, also before the other tab has begun anew.
      for (const journey of guest.$documents.get()) {
        const isTheirs = matchJourney(journey, guest.$scene.get(), guest.$person.get().id);
        if (isTheirs) guest.dispatch({ kind: "offer" }, journey.id);
      }
    } else if (data?.era === era) {
      guest.join(data?.progress);
      if (data?.hello) tell();
    }
  });
  const close = (): void => {
    channel?.close();
    channel = undefined;
  };
  const open = (): void => {
    if (channel) return;
    channel = channelOf(guest);
    channel.onmessage = hear;
    const before = era;
    Promise.all([platform.store.get<string>(eraKey(guest)), platform.store.get(progressKey(guest))]).then(
      ([known = "", stored]) => {
        if (scope.stopped) return;
        if (era === before) {
          // Forgotten while the page was away.
          if (before !== undefined && before !== known) forgetHere(guest);
          era = known;
        }
        guest.join(stored);
        tell(true);
      },
      () => guest.fail("storage"),
    );
  };
  scope.add(close);
  listen(scope, window, "pagehide", close);
  listen(scope, window, "pageshow", open);
  scope.add($progress.listen(() => tell()));
  open();
  return scope.stop;
}

/** Forgets the person on this device, here and in the other tabs. */
export async function erasePerson(guest: Guest): Promise<void> {
  const era = guest.platform.id(guest.platform.now());
  await guest.platform.store.update(eraKey(guest), () => era);
  const channel = channelOf(guest);
  const message: Message = { era, erased: true };
  channel.postMessage(message);
  channel.close();
  await forgetPerson(guest);
}
