import type { WaymarkEvent } from "@waymark/schema";
import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import type { Guest, Happening } from "../runtime/guest.ts";
import { partition } from "../runtime/keep-progress.ts";

/** Events kept at most while nothing can be delivered: about three weeks of one busy person. */
const maxQueued = 5000;

/** What telemetry offers the sender. */
export interface Recorder {
  /** Calls back when something new waits; the last caller counts. */
  onQueued(call: () => void): Stop;
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
  const queue = platform.queue(partition(guest));
  const scope = createScope();
  let hear = (): void => undefined;
  let fresh: WaymarkEvent[] = [];
  const write = (): void => {
    const events = fresh;
    fresh = [];
    // Where the disk refuses them they wait in `unsent` and live as long as the page.
    queue
      .add(events.map((event) => [event.id, event] as const))
      .catch(() => guest.fail("queue"))
      .then(() => hear());
  };
  const record = (happening: Happening): void => {
    if (guest.$consent.get() !== "granted" || !options.key || !options.collector) return;
    if (unsent.size >= maxQueued) {
      guest.fail("queue_full");
      return;
    }
    for (const event of toEvents(guest, happening)) {
      unsent.set(event.id, event);
      if (fresh.push(event) === 1) queueMicrotask(write);
    }
  };
  scope.add(guest.on("*", record));
  return {
    onQueued: (call) => {
      hear = call;
      return () => {
        hear = () => undefined;
      };
    },
    stop: scope.stop,
  };
}
