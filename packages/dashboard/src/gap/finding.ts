import type { GapGroup, GapLine } from "./model.ts";
import { gapWords as words } from "./words.ts";

/** What the page says first: how many steps are where, against what is expected of them. */
export function findingOf(groups: readonly GapGroup[]): string {
  const { finding } = words;
  if (groups.length === 0) return finding.noJourney;
  const open = groups.filter(({ asked }) => asked.length > 0);
  if (open.length === groups.length) return finding.estimateFirst;
  const lines = groups.filter(({ asked }) => asked.length === 0).flatMap((group) => group.lines);
  const planned = lines.filter(({ expectations, row }) => expectations.length > 0 || (row?.expected ?? null) !== null);
  if (planned.length === 0) return finding.noPlan;
  const count = (verdict: NonNullable<GapLine["row"]>["verdict"]): number =>
    planned.filter(({ row }) => row !== null && row.measured !== null && row.verdict === verdict).length;
  const parts = [
    [count("behind"), finding.behind],
    [count("ahead"), finding.ahead],
    [count("on_plan"), finding.onPlan],
    [count("unclear"), finding.unclear],
  ] as const;
  const said = parts.filter(([n]) => n > 0).map(([n, say]) => say(n));
  return said.length === 0 ? finding.notYet : finding.all(said);
}
