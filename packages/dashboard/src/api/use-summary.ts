import type { Summary } from "@waymark/schema";
import { useCallback, useEffect, useState } from "preact/hooks";
import type { Answer, Client } from "./client.ts";

export interface SummaryState {
  answer: Answer<Summary> | null;
  reload(): void;
}

/** Everything that a look at the whole needs. */
export function useSummary(client: Client, onSignedOut: () => void): SummaryState {
  const [answer, setAnswer] = useState<Answer<Summary> | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let left = false;
    void client.summary().then((next) => {
      if (left) return;
      if (!next.ok && next.problem.status === 401) onSignedOut();
      else setAnswer(next);
    });
    return () => {
      left = true;
    };
  }, [client, round, onSignedOut]);
  return { answer, reload: useCallback(() => setRound((before) => before + 1), []) };
}
