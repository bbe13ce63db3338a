import type { GapReport, GapRow } from "@waymark/schema";

/** The three steps furthest below what is expected, by journey, version and role, from rows as they are served. */
export function worstOf(rows: readonly GapRow[]): GapReport["worst"] {
  const groups = new Map<string, GapRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.journey, row.version, row.role]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    const steps = own
      .flatMap(({ step, expected, measured, interval, verdict }) => {
        if (step === null || expected === null || verdict === null || interval === null) return [];
        // Where only the interval is shown, its nearer end: no more is known.
        const points = (measured ?? (interval[0] > 0 ? 1 : interval[1])) - expected;
        return points < 0 ? [{ step, points }] : [];
      })
      .sort((a, b) => a.points - b.points || (a.step < b.step ? -1 : 1))
      .slice(0, 3)
      .map(({ step }) => step);
    if (first === undefined || steps.length === 0) return [];
    return [{ journey: first.journey, version: first.version, role: first.role, steps }];
  });
}
