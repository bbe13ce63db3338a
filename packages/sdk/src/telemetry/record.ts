import type { WaymarkEvent } from "@waymark/schema";
import type { Stop } from "../ports/platform.ts";
import { toJson } from "../ports/to-json.ts";
import type { Guest, Happening, Unsent } from "../runtime/guest.ts";
import { partition } from "../runtime/keep-progress.ts";

/** Events in memory at most. The sender holds 5,000 of them; more come together only in a burst, or where it never came. */
const mostHeld = 10_000;

/** What telemetry offers the sender. */
export interface Recorder {
  /** Called when something new waits; the sender sets it. */
  onQueued?: (() => void) | undefined;
  stop: Stop;
}

function toEvents(guest: Guest, { at, type, props, ...of }: Happening): WaymarkEvent[] {
  const { platform, session, $documents } = guest;
  const version = $documents.get().find(({ id }) => id === of.journey)?.version;
  const ts = new Date(at).toISOString();
  const make = (kind: string, own: object, given: WaymarkEvent["props"]): WaymarkEvent => {
    return { id: platform.id(at), type: kind, ts, ...own, ...session.next(at), props: given };
  };
  const starts = session.isOver(at) ? [make("session.started", {}, {})] : [];
  return [...starts, make(type, { ...of, version }, props)];
}

/**
 * Turns what happens into events and puts them on disk at once; sending is another room's work. Without consent, or
 * without a collector, nothing is recorded.
 */
export function createRecorder(guest: Guest): Recorder {
  const { platform, options, unsent } = guest;
  const owner = partition(guest);
  let fresh: [id: string, Unsent][] = [];
  const write = (): void => {
    const entries = fresh;
    fresh = [];
    const told = (stored: boolean) => (): void => {
      for (const [, event] of entries) event.stored = stored;
      if (!stored) guest.fail("storage");
      recorder.onQueued?.();
    };
    platform
      .disk("queue", "readwrite", (objects) => {
        for (const [id, { text }] of entries) objects.put(text, [owner, id]);
        // Nobody comes back to end the transaction when this is the page's last moment.
        objects.transaction.commit?.();
      })
      .then(told(true), told(false));
  };
  const record = (happening: Happening): void => {
    if (guest.$consent.get() !== "granted") return;
    for (const send of options.destinations ?? []) guest.guard("destination", send)(happening);
    if (!options.key || !options.collector) return;
    for (const event of toEvents(guest, happening)) {
      const entry: Unsent = { text: toJson(event) };
      if (unsent.size >= mostHeld) guest.fail("memory_full");
      else {
        unsent.set(event.id, entry);
        if (fresh.push([event.id, entry]) === 1) queueMicrotask(write);
      }
    }
  };
  const recorder: Recorder = { stop: guest.on("*", record) };
  return recorder;
}
