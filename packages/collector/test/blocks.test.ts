import { expect, test } from "vitest";
import { blockAt, countingWeek, dueAt } from "../src/blocks/block.ts";
import { createCalendar } from "../src/blocks/calendar.ts";
import { median, medianInterval90, share90 } from "../src/blocks/interval.ts";
import { partition, type RoleNode } from "../src/blocks/partition.ts";
import { emptyLedger, type Ledger, moveHeadcount, moveLedger } from "../src/blocks/picture.ts";
import { moveShare, nothingShown, shareCell, withheldShare } from "../src/blocks/share-cell.ts";
import { moveTime, noTimeShown, timeCell } from "../src/blocks/time-cell.ts";

const at = (text: string) => Date.parse(text);

test.each([
  ["UTC", "2026-09-06T23:59:59Z", "2026-08-31"],
  ["UTC", "2026-09-07T00:00:00Z", "2026-09-07"],
  ["Pacific/Auckland", "2026-09-06T12:00:00Z", "2026-09-07"],
  ["America/New_York", "2026-09-07T03:59:59Z", "2026-08-31"],
])("C50 weeks in %s: %s is in the week of %s", (zone, moment, monday) => {
  const calendar = createCalendar(zone);
  expect(calendar.mondayOf(calendar.weekOf(at(moment)))).toBe(monday);
});

test("C50 a block is due on the Thursday after its last week, in local time across a change of the clocks", () => {
  const berlin = createCalendar("Europe/Berlin");
  const block = blockAt(berlin.weekOf(at("2026-10-01T10:00:00Z")), 0);
  expect([berlin.mondayOf(block.fromWeek), berlin.mondayOf(block.toWeek)]).toEqual(["2026-09-28", "2026-10-26"]);
  expect(new Date(dueAt(block, berlin)).toISOString()).toBe("2026-10-28T23:00:00.000Z");
});

test("C53 late events count in the first open week, early ones when they arrived", () => {
  const utc = createCalendar("UTC");
  const week = (moment: string) => utc.weekOf(at(moment));
  const now = at("2026-10-20T00:00:00Z");
  expect(countingWeek(at("2026-09-08T00:00:00Z"), now, week("2026-10-05"), utc)).toBe(week("2026-10-05"));
  expect(countingWeek(at("2027-01-01T00:00:00Z"), now, null, utc)).toBe(week("2026-10-20"));
});

const tree: RoleNode[] = [
  { id: "sales", title: "Sales" },
  { id: "rep", parent: "sales", title: "Rep" },
  { id: "lead", parent: "sales", title: "Lead" },
  { id: "support", title: "Support" },
  { id: "agent", parent: "support", title: "Agent" },
  { id: "expert", parent: "support", title: "Expert" },
  { id: "boss", title: "Boss" },
];

test.each([
  [{ rep: 20, lead: 10, agent: 30 }, ["rep:rep", "lead:lead", "agent:agent"]],
  [{ rep: 6, lead: 5 }, ["sales:lead+rep"]],
  [{ rep: 20, lead: 3 }, ["sales:lead+rep"]],
  [{ rep: 5, lead: 3 }, []],
  [{ boss: 9, rep: 9 }, []],
  [{ agent: 9, expert: 1 }, ["support:agent+expert"]],
])("C54 groups of %o are %o", (heads, expected) => {
  const groups = partition(tree, new Map(Object.entries(heads)), [], 0);
  expect(groups.map((each) => `${each.role}:${each.leaves.join("+")}`)).toEqual(expected);
});

test("C54 a frozen group stays; later leaves form groups of their own", () => {
  const first = partition(
    tree,
    new Map([
      ["rep", 6],
      ["lead", 6],
    ]),
    [],
    0,
  );
  const wider: RoleNode[] = [...tree, { id: "junior", parent: "sales", title: "Junior" }];
  const heads = (junior: number) =>
    new Map([
      ["rep", 40],
      ["lead", 1],
      ["junior", junior],
    ]);
  expect(partition(wider, heads(3), first, 1)).toEqual(first);
  expect(partition(wider, heads(12), first, 1).map((each) => each.id)).toEqual(["sales", "junior"]);
});

test("C55 head counts move by five, or as the host says", () => {
  expect(moveHeadcount(0, 12, null)).toBe(12);
  expect([13, 16, 17].map((now) => moveHeadcount(12, now, null))).toEqual([12, 12, 17]);
  expect(moveHeadcount(12, 13, 13)).toBe(13);
});

const untimed = (...counts: number[]) => ({ counts, times: counts.map(() => []) });

test("C63 a way that leaves what was shown is withheld, a longer one goes on", () => {
  const before = moveLedger(emptyLedger, 40, ["a", "b"], untimed(30, 20));
  const shown = (steps: string[], ...counts: number[]) => {
    const { ways } = moveLedger(before, 40, steps, untimed(...counts));
    return steps.map((_, i) => ways[steps.slice(0, i + 1).join(">")]?.share.through);
  };
  expect(shown(["b", "a"], 25, 20)).toEqual([0, 0]);
  expect(shown(["b"], 20)).toEqual([0]);
  expect(shown(["a", "new", "b"], 30, 15, 10)).toEqual([30, 0, 0]);
  expect(shown(["a", "b", "c"], 30, 20, 10)).toEqual([30, 20, 10]);
  const unseen = moveLedger(emptyLedger, 40, ["a", "b"], untimed(4, 4));
  expect(moveLedger(unseen, 40, ["b"], untimed(9)).ways.b?.share.through).toBe(9);
});

const show = (people: number, steps: readonly string[], { ways }: Ledger) =>
  JSON.stringify([
    people,
    steps.map((_, i) => shareCell(ways[steps.slice(0, i + 1).join(">")]?.share ?? nothingShown)),
  ]);

/** Every number that someone who sees only `shown` may wonder about, with every value it can have. */
function possible(worlds: Iterable<{ shown: string; facts: Record<string, number> }>): Set<number>[] {
  const known = new Map<string, Set<number>>();
  for (const { shown, facts } of worlds)
    for (const [name, value] of Object.entries(facts)) {
      const key = `${name} ${shown}`;
      known.set(key, (known.get(key) ?? new Set()).add(value));
    }
  return [...known.values()];
}

const isFew = (value: number) => value >= 1 && value <= 4;

function* histories(first: number, second: number, configured: boolean) {
  for (let a = 0; a <= first; a += 1)
    for (let b = 0; b <= a; b += 1) {
      const one = moveLedger(emptyLedger, first, ["a", "b"], untimed(a, b));
      const people = moveHeadcount(first, second, configured ? second : null);
      for (let later = a; later <= second; later += 1)
        for (let both = b; both <= later; both += 1) {
          const two = moveLedger(one, people, ["a", "b"], untimed(later, both));
          const shown = show(first, ["a", "b"], one) + show(people, ["a", "b"], two);
          yield { shown, facts: { a, b, later, both, moved: later - a, movedBoth: both - b } };
        }
    }
}

test.each([
  [14, 14, false],
  [14, 19, false],
  [13, 16, true],
])(
  "C58 two pictures of %i and %i people, all that can have happened: nobody is told apart",
  (first, second, configured) => {
    const told = possible(histories(first, second, configured)).filter((values) => [...values].every(isFew));
    expect(told).toEqual([]);
  },
);

function* orders(people: number, versions: readonly string[]) {
  for (let a = 0; a <= people; a += 1)
    for (let b = 0; b <= people; b += 1)
      for (let both = Math.max(0, a + b - people); both <= Math.min(a, b); both += 1) {
        const counts: Record<string, number[]> = { a: [a], b: [b], ab: [a, both], ba: [b, both] };
        let ledger = emptyLedger;
        let shown = "";
        for (const version of versions) {
          ledger = moveLedger(ledger, people, [...version], untimed(...(counts[version] ?? [])));
          shown += show(people, [...version], ledger);
        }
        yield { shown, facts: { a, b, both, neither: people - a - b + both, onlyA: a - both, onlyB: b - both } };
      }
}

test.each([[["ab", "ba"]], [["ab", "b"]], [["a", "ba"]], [["a", "ab", "b", "ba"]]])(
  "C63 versions %s side by side: no group of one to four is narrowed down",
  (versions) => {
    const told = possible(orders(18, versions)).filter((values) => [...values].every(isFew) && values.size < 4);
    expect(told).toEqual([]);
  },
);

test.each([
  [26, 4, null, false],
  [26, 5, 5, false],
  [26, 21, 21, false],
  [26, 22, 22, true],
  [26, 25, 22, true],
  [26, 26, 26, false],
  [8, 7, null, false],
  [9, 8, 5, true],
])("C57 of %i people %i came through: shown %s, at least %s", (of, count, through, atLeast) => {
  const cell = shareCell(moveShare(nothingShown, of, count));
  expect([cell.through, cell.atLeast]).toEqual([through, atLeast]);
  if (through === null) expect(cell).toEqual(withheldShare("too_few"));
  expect(cell.interval === null).toBe(atLeast || through === null);
});

test("C57 C58 no number that is shown pins one to four people down, whatever was shown before", () => {
  for (let of = 10; of <= 40; of += 1)
    for (let before = 0; before <= of; before += before === 0 ? 5 : 1)
      for (const atLeast of [false, true]) {
        const possible = new Map<string, number[]>();
        for (let count = before; count <= of; count += 1) {
          const face = JSON.stringify(moveShare({ of, through: before, atLeast }, of, count));
          possible.set(face, [...(possible.get(face) ?? []), count]);
        }
        for (const counts of possible.values()) {
          const rests = counts.map((count) => of - count);
          const pinned = counts.length < 4 && rests.some((rest) => rest >= 1 && rest <= 4) && of - before > 4;
          const moved =
            counts.length < 5 && counts.some((count) => count > before && count < before + 5) && of - before > 4;
          expect([of, before, atLeast, counts, pinned || moved]).toEqual([of, before, atLeast, counts, false]);
        }
      }
});

test("C58 a number stays until five people moved it", () => {
  const first = moveShare(nothingShown, 30, 12);
  expect([12, 16, 17].map((count) => moveShare(first, 30, count).through)).toEqual([12, 12, 17]);
});

test("C60 the interval of a share: Wilson with one person less and Student's t", () => {
  expect(share90(5, 10)).toEqual([0.2393, 0.7607]);
  expect(share90(20, 20)).toEqual([0.8699, 1]);
});

test("C60 order statistics of a median", () => {
  const values = Array.from({ length: 12 }, (_, i) => i + 1);
  expect([median(values), median([3, 1, 2]), median([])]).toEqual([6.5, 2, null]);
  expect(medianInterval90(values)).toEqual([3, 10]);
  expect(medianInterval90([1, 2, 3, 4])).toBeNull();
  expect(medianInterval90(Array.from({ length: 2000 }, (_, i) => i))).toEqual([962, 1037]);
});

test("C60 a time needs twelve people and moves by five", () => {
  const share = moveShare(nothingShown, 30, 20);
  const times = (count: number) => Array.from({ length: count }, (_, i) => 60_400 + i * 1000);
  expect(timeCell(moveTime(noTimeShown, times(11), share), share)).toMatchObject({ medianMs: null, reason: "too_few" });
  const first = moveTime(noTimeShown, times(13), share);
  expect(timeCell(first, share)).toMatchObject({ medianMs: 66_000, people: 13, reason: null });
  expect(moveTime(first, times(17), share)).toBe(first);
  expect(moveTime(first, times(18), share).people).toBe(18);
  expect(timeCell(moveTime(noTimeShown, times(18), share), share).people).toBeNull();
});

test("C60 times are blurred to two digits: a median and its ends are single people's own values", () => {
  const share = { of: 26, through: 13, atLeast: false };
  const times = Array.from({ length: 13 }, (_, i) => 2_833_417 + i * 61_001);
  expect(timeCell(moveTime(noTimeShown, times, share), share)).toMatchObject({
    medianMs: 3_200_000,
    intervalMs: [3_000_000, 3_400_000],
  });
  const short = times.map((_, i) => 9_400 + i * 100);
  expect(timeCell(moveTime(noTimeShown, short, share), share).medianMs).toBe(10_000);
});
