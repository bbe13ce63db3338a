import { hashText } from "@waymark/engine";
import type { WaymarkEvent } from "@waymark/schema";
import type { QueueStore, Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import type { Guest, Happening } from "../runtime/guest.ts";
import { partition } from "../runtime/keep-progress.ts";

/** Events kept at most while nothing can be delivered: about three weeks of one busy person. */
const maxQueued = 5000;

/** What telemetry offers the sender. */
export interface Recorder {
  queue: QueueStore;
  /** Calls back when something new waits. */
  onQueued(call: () => void): Stop;
  /** Events of this page that no answer has come for yet, oldest first: what `pagehide` sends once more. */
  unsent: Map<string, WaymarkEvent>;
  /** Resolves when everything recorded so far is durable. */
  settled(): Promise<void>;
  stop: Stop;
}

function toEvent(guest: Guest, happening: Happening): WaymarkEvent[] {
  const { at, type, journey, step, subject, props } = happening;
  const ts = new Date(at).toISOString();
  const make = (of: Partial<WaymarkEvent> & { type: string }): WaymarkEvent => {
    const { session, seq, isNew } = guest.session.next(at);
    if (isNew && of.type !== "session.started") {
      events.push({ id: guest.platform.id(at), type: "session.started", ts, session, seq, props: {} });
      return make(of);
    }
    return { id: guest.platform.id(at), ts, session, seq, props, ...of };
  };
  const events: WaymarkEvent[] = [];
  const version = guest.$documents.get().find(({ id }) => id === journey)?.version;
  const parts = Object.entries({ journey, version, step, subject }).filter(([, part]) => part !== undefined);
  events.push(make({ type, ...Object.fromEntries(parts) }));
  return events;
}

/**
 * Turns what happens into events and puts them on disk at once; sending is another room's work. Without consent, or
 * without a collector, nothing is recorded.
 */
export function createRecorder(guest: Guest): Recorder {
  const { platform, options } = guest;
  const queue = platform.queue(hashText(partition(guest)).toString(36));
  const scope = createScope();
  const unsent = new Map<string, WaymarkEvent>();
  const hearers = new Set<() => void>();
  let fresh: WaymarkEvent[] = [];
  let last: Promise<void> = Promise.resolve();
  const write = (): void => {
    const events = fresh;
    fresh = [];
    last = queue.add(events.map((event) => [event.id, event] as const)).then(() => {
      for (const hear of hearers) hear();
    });
  };
  const record = (happening: Happening): void => {
    if (guest.$consent.get() !== "granted" || !options.key || !options.collector) return;
    if (unsent.size >= maxQueued) {
      guest.failures.set("queue_full", (guest.failures.get("queue_full") ?? 0) + 1);
      return;
    }
    for (const event of toEvent(guest, happening)) {
      unsent.set(event.id, event);
      if (fresh.push(event) === 1) queueMicrotask(write);
    }
  };
  scope.add(guest.on("*", record));
  return {
    queue,
    onQueued: (call) => {
      hearers.add(call);
      return () => hearers.delete(call);
    },
    unsent,
    settled: () => last,
    stop: scope.stop,
  };
}
