import type { Hono } from "hono";
import { CollectorError } from "../../errors.ts";
import type { World } from "../../world.ts";
import { readerProject } from "../access.ts";

const encoder = new TextEncoder();
/** At most one message in this time. */
const paceMs = 1000;
/** Messages kept for a slow reader. */
const mostWaiting = 8;
/** A comment now and then tells proxies that the stream is alive. */
const aliveMs = 20_000;

interface Reader {
  project: string;
  /** False once they signed out or their time is over. */
  mayRead(): Promise<boolean>;
}

/** Server-sent events: the report now, and again after a change. Stops when the reader goes or the collector closes. */
function arrivalsStream(world: World, closing: AbortSignal, reader: Reader): ReadableStream<Uint8Array> {
  let stop: () => void = () => undefined;
  return new ReadableStream({
    start(controller) {
      let pending: NodeJS.Timeout | null = null;
      let sentAt = 0;
      let stopped = false;
      const send = async (): Promise<void> => {
        pending = null;
        sentAt = Date.now();
        if (!(await reader.mayRead())) return end();
        const report = await world.events.arrivals(reader.project, world.now());
        // Each report is whole: a reader that is this far behind misses nothing by missing one.
        if (!stopped && (controller.desiredSize ?? 0) > -mostWaiting)
          controller.enqueue(encoder.encode(`data: ${JSON.stringify(report)}\n\n`));
      };
      const fail = (error: unknown): void => {
        stop();
        controller.error(error);
      };
      const changed = (): void => {
        const wait = Math.max(0, sentAt + paceMs - Date.now());
        pending ??= setTimeout(() => void send().catch(fail), wait).unref();
      };
      const unwatch = world.changes.watch(reader.project, changed);
      const alive = setInterval(() => controller.enqueue(encoder.encode(":\n\n")), aliveMs).unref();
      const end = (): void => {
        if (stopped) return;
        stop();
        controller.close();
      };
      stop = () => {
        stopped = true;
        unwatch();
        clearInterval(alive);
        if (pending !== null) clearTimeout(pending);
        closing.removeEventListener("abort", end);
      };
      closing.addEventListener("abort", end, { once: true });
      void send().catch(fail);
    },
    cancel() {
      stop();
    },
  });
}

const streamHeaders = { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" };

/** The owner's live page: what arrives, without role, step or person. */
export function arrivalRoutes(app: Hono, world: World, closing: AbortSignal): void {
  app.get("/v1/arrivals", async (c) => {
    const project = await readerProject(world, c, ["owner"]);
    return c.json(await world.events.arrivals(project.id, world.now()), 200, { "cache-control": "no-store" });
  });

  app.get("/v1/arrivals/stream", async (c) => {
    const project = await readerProject(world, c, ["owner"]);
    // A stream that nobody reads would never be told to stop.
    if (c.req.method === "HEAD") return c.body(null, 200, streamHeaders);
    const mayRead = (): Promise<boolean> =>
      readerProject(world, c, ["owner"]).then(
        () => true,
        (error: unknown) => {
          if (error instanceof CollectorError) return false;
          throw error;
        },
      );
    return c.body(arrivalsStream(world, closing, { project: project.id, mayRead }), 200, streamHeaders);
  });
}
