import type { Decision } from "@waymark/schema";
import { useCallback, useEffect, useState } from "preact/hooks";
import type { Client } from "../api/client.ts";
import type { Problem } from "../api/problem.ts";
import { words } from "../words.ts";
import type { GapData } from "./model.ts";
import { speakGap } from "./words.ts";

export interface GapRead extends GapData {
  decisions: Decision[];
}

interface Reading {
  read: GapRead | null;
  problem: Problem | null;
  load(): Promise<void>;
}

/** Reads everything the page is made of, and the page's words. After an act it is read again and stays on the screen meanwhile. */
export function useGap(client: Client): Reading {
  const [read, setRead] = useState<GapRead | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const load = useCallback(async (): Promise<void> => {
    setProblem(null);
    const [report, expectations, estimates, decisions] = await Promise.all([
      client.gap(),
      client.expectations(),
      client.estimates(),
      client.decisions(),
      speakGap(words.locale),
    ]);
    if (!report.ok) return setProblem(report.problem);
    if (!expectations.ok) return setProblem(expectations.problem);
    if (!estimates.ok) return setProblem(estimates.problem);
    if (!decisions.ok) return setProblem(decisions.problem);
    setRead({
      report: report.value,
      expectations: expectations.value.expectations,
      journeys: expectations.value.journeys,
      estimates: estimates.value.estimates,
      decisions: decisions.value.decisions,
    });
  }, [client]);
  useEffect(() => void load(), [load]);
  return { read, problem, load };
}
