import type { ArrivalsReport } from "@waymark/schema";
import { useEffect, useState } from "preact/hooks";
import { createArrivalsFeed, type OpenStream } from "../api/arrivals-feed.ts";
import type { Client } from "../api/client.ts";
import type { Problem } from "../api/problem.ts";

export interface ArrivalsState {
  report: ArrivalsReport | null;
  /** Set while reading fails; the report is then the last one that arrived. */
  problem: Problem | null;
}

/** The live report for as long as the page is open. A new `round` starts over. */
export function useArrivals(client: Client, openStream: OpenStream, round: number): ArrivalsState {
  const [state, setState] = useState<ArrivalsState>({ report: null, problem: null });
  useEffect(
    () =>
      createArrivalsFeed(
        { read: () => client.arrivals(), open: openStream, wait },
        {
          report: (report) => setState({ report, problem: null }),
          problem: (problem) => setState((before) => ({ ...before, problem })),
        },
      ),
    [client, openStream, round],
  );
  return state;
}

function wait(ms: number, then: () => void): () => void {
  const timer = setTimeout(then, ms);
  return () => clearTimeout(timer);
}

/** The current time, once a second. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
