import type { ArrivalsReport } from "@waymark/schema";
import type { Answer } from "./client.ts";
import type { Problem } from "./problem.ts";

/** Opens the stream and gives its stop, or `null` where the browser has no server-sent events. */
export type OpenStream = (onData: (data: string) => void, onError: () => void) => (() => void) | null;

export interface FeedWorld {
  read(): Promise<Answer<ArrivalsReport>>;
  open: OpenStream;
  /** Calls once, later; gives its stop. */
  wait(ms: number, then: () => void): () => void;
}

export interface FeedListener {
  report(report: ArrivalsReport): void;
  problem(problem: Problem): void;
}

const pollMs = 2000;

/**
 * Live reports: one read at once, so that a problem has its words, then the stream; where the stream fails, a read every
 * 2 seconds until the page is left. Gives its stop.
 */
export function createArrivalsFeed(world: FeedWorld, listener: FeedListener): () => void {
  let stopped = false;
  let closeStream: (() => void) | null = null;
  let stopWaiting: (() => void) | null = null;

  /** Passes on what was read and then goes on, unless the collector refused: asking again would not change that. */
  async function read(goOn: () => void): Promise<void> {
    const answer = await world.read();
    if (stopped) return;
    if (answer.ok) listener.report(answer.value);
    else listener.problem(answer.problem);
    if (answer.ok || (answer.problem.status !== 401 && answer.problem.status !== 403)) goOn();
  }

  function poll(): void {
    stopWaiting = world.wait(pollMs, () => void read(poll));
  }

  function listen(): void {
    const onData = (data: string): void => {
      const report = parseReport(data);
      if (report !== null && !stopped) listener.report(report);
    };
    const onError = (): void => {
      closeStream?.();
      closeStream = null;
      if (!stopped) poll();
    };
    closeStream = world.open(onData, onError);
    if (closeStream === null) poll();
  }

  void read(listen);

  return () => {
    stopped = true;
    closeStream?.();
    stopWaiting?.();
  };
}

/** A message that is no report is left out: the next one is whole again. */
function parseReport(data: string): ArrivalsReport | null {
  try {
    const value: unknown = JSON.parse(data);
    return typeof value === "object" && value !== null && "received" in value ? (value as ArrivalsReport) : null;
  } catch {
    return null;
  }
}
