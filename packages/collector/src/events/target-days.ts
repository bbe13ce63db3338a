import type { SayingRow } from "./saying-row.ts";

/** On how many a day's targets of a step were found or lost is not kept: only that it happened, the first and last time. */
export interface TargetDay {
  journey: string;
  version: number;
  step: string;
  lost: boolean;
  /** How the search ended, of lost ones. */
  reason: string | null;
  /** Unix ms, of one day in UTC. */
  at: number;
}

/** Whether a saying tells of a target. */
export const tellsOfTarget = ({ kind }: Pick<SayingRow, "kind">): boolean => /^(found|lost)\.\d$/.test(kind);

type Told = Pick<SayingRow, "journey" | "version" | "step" | "kind" | "barrier" | "at">;

/** What rows tell of targets, by day: real people's pages only, since made-up ones have no page. */
export function targetDaysOf(rows: readonly (Told & Pick<SayingRow, "simulated">)[]): TargetDay[] {
  const days = new Map<string, TargetDay>();
  for (const { journey, version, step, kind, barrier, at, simulated } of rows) {
    if (simulated === 1 || !tellsOfTarget({ kind })) continue;
    const lost = kind.startsWith("lost");
    const day: TargetDay = { journey, version, step, lost, reason: lost ? (barrier ?? "none") : null, at };
    const key = JSON.stringify([journey, version, step, lost, Math.floor(at / 86_400_000)]);
    const known = days.get(key);
    if (known === undefined || known.at > at) days.set(key, day);
  }
  return [...days.values()].sort((a, b) => a.at - b.at || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
