import type { Counter, Histogram, Registry } from "prom-client";

/** One answered request. `route` is the pattern it matched: nothing of a person, a project or an address. */
export interface Answered {
  method: string;
  route: string;
  status: number;
  seconds: number;
}

/** What became of the events of one delivery. */
export interface Tally {
  accepted: number;
  /** `null` where the store cannot know at once. */
  duplicates: number | null;
  conflicts: readonly unknown[];
  rejected: readonly unknown[];
}

/** What operators watch. */
export interface Metrics {
  answered(request: Answered): void;
  /** What became of a delivery's events. */
  received(tally: Tally): void;
  /** All of it in Prometheus' text format. */
  text(): Promise<{ type: string; body: string }>;
}

interface Instruments {
  registry: Registry;
  requests: Counter<"method" | "route" | "status">;
  seconds: Histogram<"route">;
  events: Counter<"outcome">;
}

/** Gives the bytes of each of the store's files. */
export type FileSizes = () => Record<string, number>;

async function openInstruments(fileSizes: FileSizes): Promise<Instruments> {
  const { default: prom } = await import("prom-client");
  const registry = new prom.Registry();
  const registers = [registry];
  new prom.Gauge({
    name: "waymark_store_bytes",
    help: "Bytes of the store's files.",
    labelNames: ["file"],
    registers,
    collect() {
      for (const [file, bytes] of Object.entries(fileSizes())) this.set({ file }, bytes);
    },
  });
  return {
    registry,
    requests: new prom.Counter({
      name: "waymark_http_requests_total",
      help: "Answered requests by route and status.",
      labelNames: ["method", "route", "status"],
      registers,
    }),
    seconds: new prom.Histogram({
      name: "waymark_http_request_seconds",
      help: "From the request's head to the answer's head.",
      labelNames: ["route"],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    }),
    events: new prom.Counter({
      name: "waymark_events_total",
      help: "Events by what became of them: accepted, duplicate, conflict or rejected.",
      labelNames: ["outcome"],
      registers,
    }),
  };
}

/** Counts what happens. Prom-client is fetched with the first count, so that starting does not wait for it. */
export function createMetrics(fileSizes: FileSizes): Metrics {
  let opening: Promise<Instruments> | null = null;
  let open: Instruments | null = null;
  let complete = false;
  const instruments = (): Promise<Instruments> => (opening ??= openInstruments(fileSizes));
  const count = (act: (it: Instruments) => void): void => {
    if (open !== null) act(open);
    else
      void instruments().then((it) => {
        open = it;
        act(it);
      });
  };
  return {
    answered: ({ method, route, status, seconds }) =>
      count((it) => {
        it.requests.inc({ method, route, status: String(status) });
        it.seconds.observe({ route }, seconds);
      }),
    received: ({ accepted, duplicates, conflicts, rejected }) =>
      count(({ events }) => {
        events.inc({ outcome: "accepted" }, accepted);
        // Null where the store cannot know at once.
        events.inc({ outcome: "duplicate" }, duplicates ?? 0);
        events.inc({ outcome: "conflict" }, conflicts.length);
        events.inc({ outcome: "rejected" }, rejected.length);
      }),
    async text() {
      const { registry } = await instruments();
      if (!complete) {
        complete = true;
        const { default: prom } = await import("prom-client");
        prom.collectDefaultMetrics({ register: registry });
      }
      return { type: registry.contentType, body: await registry.metrics() };
    },
  };
}
