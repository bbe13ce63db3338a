// An event store of one's own: around another one, it counts what is written and how long that took.
import type { EventStore } from "@waymark/collector";

/** What was written so far. */
export interface Written {
  deliveries: number;
  events: number;
  /** The longest, ms. */
  slowestMs: number;
}

// createCollector({ dataDir, store: { events: counted(createSqliteEventStore("/data/events.sqlite"), written) } })
export function counted(inner: EventStore, written: Written): EventStore {
  const append: EventStore["append"] = async (write) => {
    const start = performance.now();
    const outcomes = await inner.append(write);
    written.deliveries += 1;
    written.events += write.events.length;
    written.slowestMs = Math.max(written.slowestMs, performance.now() - start);
    return outcomes;
  };
  // Methods that a store may leave out are left out here, too.
  return new Proxy(inner, { get: (store, name) => (name === "append" ? append : Reflect.get(store, name, store)) });
}
