import fc from "fast-check";
import { expect, test } from "vitest";
import { type Atom, closeWeek, countReasons, leastActive, leastReporters } from "../../src/voices/publish.ts";

/** What a group's weeks give: `arrivals[w]` new reporters in week w, as people are numbered in the order they report. */
function run(heads: number, arrivals: readonly number[], active: (week: number) => number = () => heads) {
  let atom: Atom<number> = { pending: [], published: 0, from: 0 };
  let person = 0;
  const blocks: { from: number; to: number; people: readonly number[] }[] = [];
  for (const [week, count] of arrivals.entries()) {
    const fresh = Array.from({ length: Math.min(count, heads - person) }, () => person++);
    const closed = closeWeek({ ...atom, pending: [...atom.pending, ...fresh] }, week, heads, active(week));
    atom = closed.atom;
    if (closed.release)
      blocks.push({ from: closed.release.from, to: closed.release.to, people: closed.release.reports });
  }
  return { atom, blocks };
}

/** Every union of blocks. */
function* unions<T>(all: readonly T[]): Generator<T[]> {
  for (let mask = 0; mask < 2 ** all.length; mask++) yield all.filter((_, at) => mask & (1 << at));
}

function wrongWith(heads: number, arrivals: readonly number[]): string[] {
  const { blocks, atom } = run(heads, arrivals);
  const wrong: string[] = [];
  for (const some of unions(blocks)) {
    const people = some.flatMap((each) => each.people);
    const distinct = new Set(people).size;
    if (distinct !== people.length) wrong.push("somebody counts twice");
    if (distinct > 0 && distinct < leastReporters) wrong.push("fewer than five");
    if (distinct > 0 && heads - distinct < leastReporters) wrong.push("fewer than five are left");
  }
  for (const [at, each] of blocks.entries())
    if (at > 0 && each.from !== (blocks[at - 1]?.to ?? 0) + 1) wrong.push("a gap");
  if (atom.pending.some((person) => blocks.some(({ people }) => people.includes(person)))) wrong.push("twice");
  return wrong;
}

test("C275 in every group of up to 16 people, whoever reports in whichever of four weeks, all unions of blocks hold nobody or five and leave five", () => {
  let seen = 0;
  let shown = 0;
  for (let heads = 0; heads <= 16; heads++)
    for (let a = 0; a <= heads; a++)
      for (let b = 0; a + b <= heads; b++)
        for (let c = 0; a + b + c <= heads; c++)
          for (let d = 0; a + b + c + d <= heads; d++) {
            expect(wrongWith(heads, [a, b, c, d])).toEqual([]);
            seen += 1;
            shown += run(heads, [a, b, c, d]).blocks.length > 0 ? 1 : 0;
          }
  expect(seen).toBe(20_349);
  expect(shown).toBeGreaterThan(5_000);
});

test("C275 in larger groups over many weeks too", () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 80 }), fc.array(fc.nat(9), { maxLength: 10 }), (heads, arrivals) => {
      expect(wrongWith(heads, arrivals)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("C276 nothing is shown while fewer than ten people were active on the step, and what waits is not lost", () => {
  expect(run(20, [5, 0], () => leastActive - 1).blocks).toEqual([]);
  const late = run(20, [5, 0, 1], (week) => (week < 2 ? 5 : leastActive));
  expect(late.blocks).toEqual([{ from: 0, to: 2, people: [0, 1, 2, 3, 4, 5] }]);
});

test("C275 where nearly everybody reports nothing more is shown: the rest would be known", () => {
  expect(run(10, [5]).blocks).toHaveLength(1);
  expect(run(10, [6]).blocks).toEqual([]);
  expect(run(14, [5, 5]).blocks.map(({ people }) => people.length)).toEqual([5]);
});

test("C277 reasons are told apart only where each stands for five", () => {
  expect(countReasons(["slow", "slow", "slow", "slow", "slow", null, null, null, null, null])).toEqual({
    slow: 5,
    none: 5,
  });
  expect(countReasons(["slow", "slow", "slow", "slow", "slow", "unsure"])).toBeNull();
});
