import fc from "fast-check";
import { expect, test } from "vitest";
import { type Atom, closeWeek, leastActive, leastReporters } from "../../src/voices/publish.ts";
import { pinned, type ShownSpan } from "../support/pinned.ts";

const weeks = 26;

/** What an atom's 26 weeks publish: its spans with their counts, and how many truly reported in each week. */
function publish(
  heads: number,
  arrivals: readonly number[],
  active: (week: number) => number,
  close: typeof closeWeek = closeWeek,
): ShownSpan[] {
  let atom: Atom<number> = { pending: [], published: 0, from: 0 };
  let person = 0;
  const shown: ShownSpan[] = [];
  for (let week = 0; week < weeks; week++) {
    const fresh = Array.from({ length: Math.min(arrivals[week] ?? 0, heads - person) }, () => person++);
    const closed = close({ ...atom, pending: [...atom.pending, ...fresh] }, week, heads, active(week));
    atom = closed.atom;
    if (closed.release)
      shown.push({ from: closed.release.from, to: closed.release.to, count: closed.release.reports.length });
  }
  return shown;
}

test("C350 of a group of any size, however many of it report, 0 to all, what is withheld has one face, and what is shown leaves five on both sides", () => {
  for (let heads = 0; heads <= 40; heads++) {
    const faces = new Set<string>();
    for (let count = 0; count <= heads; count++) {
      const pending = Array.from({ length: count }, (_, at) => at);
      const { release } = closeWeek({ pending, published: 0, from: 0 }, 3, heads, heads);
      const mayShow = count >= leastReporters && heads - count >= leastReporters && heads >= leastActive;
      expect([heads, count, release !== null]).toEqual([heads, count, mayShow]);
      if (release === null) faces.add(JSON.stringify(release));
    }
    expect(faces.size).toBe(1);
  }
});

test("C351 all that is published in 26 weeks pins no stretch of weeks of any step to one to four reporters", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 10, max: 60 }),
      fc.array(fc.nat(6), { minLength: weeks, maxLength: weeks }),
      fc.array(fc.integer({ min: 5, max: 20 }), { minLength: weeks, maxLength: weeks }),
      (heads, arrivals, active) => {
        // Whoever looks knows the rule and the head count, and in the first case that enough people were active all along.
        const known = { weeks, heads, least: leastReporters };
        expect(
          pinned(
            publish(heads, arrivals, () => leastActive),
            { ...known, prompt: true },
          ),
        ).toEqual([]);
        const late = publish(heads, arrivals, (week) => active[week] ?? 0);
        expect(pinned(late, { ...known, prompt: false })).toEqual([]);
      },
    ),
    { numRuns: 40, seed: 20_261_122 },
  );
});

test("C351 the same search finds what a rule without the floor, or with overlapping totals, would give away", () => {
  const arrivals = [0, 2, 0, 6, 0, 3];
  const eager: typeof closeWeek = (atom, week) => ({
    atom: { pending: [], published: atom.published + atom.pending.length, from: week + 1 },
    release: atom.pending.length > 0 ? { from: atom.from, to: week, reports: atom.pending } : null,
  });
  const shown = publish(20, arrivals, () => 20, eager);
  expect(pinned(shown, { weeks, heads: 20, least: 1, prompt: true })).toContainEqual({
    ...{ from: 1, to: 1, low: 2, high: 2 },
  });
  // Two totals, each of five or more, that overlap in all but one week.
  const overlapping: ShownSpan[] = [
    { from: 0, to: 3, count: 8 },
    { from: 0, to: 5, count: 11 },
  ];
  expect(pinned(overlapping, { weeks, heads: 20, least: leastReporters, prompt: false })).toContainEqual({
    ...{ from: 4, to: 5, low: 3, high: 3 },
  });
});
