import { matchJourney, type Subject } from "@waymark/engine";
import type { Journey } from "@waymark/schema";
import { attempt } from "../ports/attempt.ts";
import type { Platform, Stop } from "../ports/platform.ts";
import { createGuest, currentSubjects, type Guest, type Person, type Request } from "../runtime/guest.ts";
import { forgetProgress, keepProgress } from "../runtime/keep-progress.ts";
import { combineJourneys, loadJourneys } from "../runtime/load-journeys.ts";
import type { Consent, User, WaymarkOptions } from "../runtime/options.ts";
import { createRecorder } from "../telemetry/record.ts";
import type { Chunks } from "./chunks.ts";

/** One person's time in the page: from sign-in to sign-out. */
export interface Visit {
  guest: Guest;
  declare(type: string, subjects: readonly Subject[]): void;
  use(journeys: readonly Journey[]): void;
  track(name: string, props?: unknown): void;
  request(request: Request): void;
  erase(): Promise<void>;
  stop: Stop;
}

/** Events kept while journeys are on their way. */
const mostEarly = 100;

const deviceKey = "waymark-device";

/** A random id of this device for people without a name. */
function deviceId(platform: Platform): string {
  const fresh = `device-${platform.id(platform.now())}`;
  const known = attempt(() => localStorage.getItem(deviceKey));
  if (!known) attempt(() => localStorage.setItem(deviceKey, fresh));
  return known ?? fresh;
}

function toPerson(user: User | undefined, platform: Platform): Person {
  return { ...user, id: user?.id ?? deviceId(platform), roles: user?.roles ?? [] };
}

/** Starts everything for one person. What cannot load costs the page nothing: it is counted and tried at the next visit. */
export function openVisit(chunks: Chunks, platform: Platform, options: WaymarkOptions, consent: Consent): Visit {
  const guest = createGuest(platform, options, toPerson(options.user, platform), consent);
  const { scope, $documents, $scene } = guest;
  const recorder = createRecorder(guest);
  scope.add(recorder.stop);
  const missing = (): void => guest.fail("chunk");
  let loading = false;
  let early: (readonly [name: string, props: unknown])[] | null = [];

  const offerAll = (): void => {
    const scene = $scene.get();
    for (const journey of $documents.get()) {
      const isNew = guest.$progress.get().journeys[journey.id]?.[""]?.offered === undefined;
      if (isNew && matchJourney(journey, scene, guest.$person.get().id)) guest.dispatch({ kind: "offer" }, journey.id);
    }
  };

  const overlay = (): void => {
    if (loading) return;
    loading = true;
    chunks.overlay().then(({ startOverlay }) => {
      if (!scope.stopped) scope.add(startOverlay(guest));
    }, missing);
  };

  /** Events tracked before the journeys were there are told once they are. */
  const tellEarly = (): void => {
    const told = early ?? [];
    early = null;
    for (const [name, props] of told) guest.track(name, props);
  };

  /** New journeys, a new page, other roles: who is offered what, and which record is open. */
  const arrive = guest.guard("arrive", () => {
    const page = platform.page.path();
    guest.updateScene({ page, current: currentSubjects($documents.get(), page) });
    offerAll();
    guest.dispatch({ kind: "scene" });
    if ($documents.get().length === 0) return;
    tellEarly();
    scope.add(platform.whenIdle(overlay));
  });

  const declare = (type: string, subjects: readonly Subject[]): void => {
    const known = $scene.get().subjects;
    const added = Object.fromEntries(subjects.map((subject) => [subject.id, subject]));
    guest.updateScene({ subjects: { ...known, [type]: { ...known[type], ...added } } });
  };

  const begin = async (): Promise<void> => {
    scope.add(await keepProgress(guest));
    if (scope.stopped) return;
    for (const [type, list] of Object.entries(options.subjects ?? {})) declare(type, list);
    scope.add($documents.listen(arrive));
    scope.add(platform.page.onPath(arrive));
    if (options.key && options.collector) {
      scope.add(
        platform.whenIdle(() => {
          chunks.delivery().then(({ startDelivery }) => {
            if (!scope.stopped) scope.add(startDelivery(guest, recorder));
          }, missing);
        }),
      );
    }
    await loadJourneys(guest);
  };
  begin()
    .catch(() => guest.fail("start"))
    .finally(tellEarly);

  return {
    guest,
    declare,
    use: (journeys) => $documents.set(combineJourneys(journeys, $documents.get())),
    track: (name, props) => {
      if (!early) guest.track(name, props);
      else if (early.length < mostEarly) early.push([name, props]);
    },
    request: (request) => {
      guest.$request.set(request);
      overlay();
    },
    erase: async () => {
      await forgetProgress(guest);
      recorder.unsent.clear();
      await (await chunks.delivery()).forgetQueue(guest);
    },
    stop: scope.stop,
  };
}
