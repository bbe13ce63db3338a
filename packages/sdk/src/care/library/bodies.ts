import type { Journey } from "@waymark/schema";
import type { Stop } from "../../ports/platform.ts";
import type { Guest } from "../../runtime/guest.ts";
import { addressOfJourneys } from "../../runtime/load-journeys.ts";

/** A collector that did not answer is asked again after this time. */
const againMs = 60_000;

/** Asks for the whole of a journey, and keeps it in this device's list: the next page starts with it. */
async function fetchBody(guest: Guest, id: string): Promise<Journey> {
  const { platform, options, $settings, $person } = guest;
  // As the list was asked for, so that it has the list's mark.
  const language = $settings.get().language ?? (options.locale || document.documentElement.lang);
  const list = addressOfJourneys(options, $person.get().roles, language);
  const address = `${addressOfJourneys(options, [], language)}&id=${encodeURIComponent(id)}`;
  const response = await platform.fetch(address, { credentials: "omit", referrerPolicy: "no-referrer" });
  if (!response.ok) throw response;
  const { journeys } = (await response.json()) as { journeys: Journey[] };
  const [body] = journeys;
  if (!body) throw response;
  platform.store
    .update(list, (kept) => (Array.isArray(kept) ? kept.map((each) => (each.id === id ? body : each)) : kept))
    .catch(() => guest.fail("storage"));
  return body;
}

/**
 * Of journeys of the library that came as an index, keeps whole what is open, shown or under way; others are brought.
 *
 * @param lost - filled with the ids of those that could not be had.
 * @param changed - called when one more is lost.
 */
export function keepBodies(guest: Guest, lost: Set<string>, changed: () => void): Stop {
  const { platform, scope, $documents, $surface, $wanted, $progress } = guest;
  const whole = new Map<string, Journey>();
  const asked = new Map<string, Promise<void>>();

  /** Puts in what is there already: a list that came anew has the index of it again. */
  const putIn = (): void => {
    const documents = $documents.get();
    const next = documents.map((each) => (each.index && whole.get(each.index)) || each);
    if (next.some((each, at) => each !== documents[at])) $documents.set(next);
  };
  const bring = ({ id }: Journey): Promise<void> => {
    const journey = $documents.get().find((each) => each.id === id);
    const { index } = journey ?? {};
    if (!journey || !index) return Promise.resolve();
    const before = asked.get(index);
    if (before) return before;
    const coming = fetchBody(guest, id).then((body) => {
      whole.set(index, body);
      lost.delete(id);
      if (!scope.stopped) putIn();
    });
    asked.set(index, coming);
    coming.catch(() => {
      asked.delete(index);
      lost.add(id);
      changed();
      guest.fail("library");
    });
    return coming;
  };
  const underWay = ({ id }: Journey): boolean =>
    Object.values($progress.get().journeys[id] ?? {}).some(({ began }) => began !== undefined);
  const look = (): void => {
    putIn();
    const surface = $surface.get();
    const open = "journey" in surface ? surface.journey : undefined;
    const shown = $wanted.get()?.journey;
    for (const each of $documents.get())
      if (each.index && (each.id === open || each.id === shown || underWay(each))) bring(each).catch(() => again());
  };
  let waiting: Stop | undefined;
  const again = (): void => {
    waiting ??= platform.after(againMs, () => {
      waiting = undefined;
      look();
    });
  };
  const stops = [$documents, $surface, $wanted, $progress].map((store) => store.listen(look));
  window.addEventListener("online", look);
  look();
  guest.bring = bring;
  return () => {
    waiting?.();
    window.removeEventListener("online", look);
    for (const stop of stops) stop();
    guest.bring = undefined;
  };
}
