import type { Journey, Progress } from "@waymark/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aJourney, aScene, aStep } from "../../testing/src/index.ts";
import {
  emptyProgress,
  fitsPage,
  type LibraryEntry,
  libraryOf,
  rankLibrary,
  selectJourneys,
  transition,
} from "../src/index.ts";

const scene = aScene({ page: "/deals/17/show" });
const small = (more: Partial<Journey> = {}): Journey => aJourney({ library: true, ...more });
const progressOf = (journeys: Progress["journeys"]): Progress => ({ ...emptyProgress(), journeys });
const listed = (journey: Journey, runs: Progress["journeys"][string]): boolean =>
  selectJourneys([journey], progressOf({ [journey.id]: runs }), scene, "u", 100).length > 0;
const event = (name: string) => ({ kind: "event", name, props: {}, scene }) as const;

const anyEntry = fc.record({
  page: fc.boolean(),
  forRole: fc.boolean(),
  at: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
  score: fc.oneof(fc.constantFrom(0, 1, 2), fc.double({ min: 0, max: 40, noNaN: true })),
});

const anyLibrary = fc.array(anyEntry, { maxLength: 12 }).map((drawn) => {
  const entries = drawn.map(
    ({ page, forRole, at }, index): LibraryEntry => ({
      journey: small({ id: `j${index}` }),
      group: page ? "page" : forRole ? "role" : "others",
      forRole,
      state: at === null ? "new" : "begun",
      at,
    }),
  );
  return { entries, scores: new Map(drawn.map(({ score }, index) => [`j${index}`, score])) };
});

describe("journeys of the library", () => {
  it("L1 are offered to nobody and listed only while they are under way", () => {
    const [runs, effects] = transition(small(), {}, { kind: "offer", scene }, 1);
    expect([runs, effects]).toEqual([{}, []]);
    expect(listed(small(), runs)).toBe(false);
    const [begun] = transition(small(), runs, { kind: "begin", subject: "", scene }, 2);
    expect(listed(small(), begun)).toBe(true);
    const done = ["a", "b", "c"].reduce(
      (before, step) => transition(small(), before, event(`${step}.done`), 3)[0],
      begun,
    );
    expect(Object.values(done[""]?.steps ?? {}).every(({ completed }) => completed === 3)).toBe(true);
    expect(listed(small(), done)).toBe(false);
  });

  it("L1 are not walked by ordinary work before they are begun", () => {
    expect(transition(small(), {}, event("a.done"), 1)).toEqual([{}, []]);
    const perDeal = small({ per: { subject: "deal" } });
    const other = { "deal:9": { began: 1, steps: {} } };
    const here = { ...event("a.done"), scene: aScene({ current: { deal: "17" } }) };
    expect(transition(perDeal, other, here, 2)).toEqual([other, []]);
  });

  it("L2 hold what is for the person, and the small ones of other roles", () => {
    const other = ["support-agent"];
    const journeys = [
      small({ id: "mine" }),
      small({ id: "theirs", roles: other }),
      small({ id: "elsewhere", audience: { page: "/tickets/*" } }),
      small({ id: "for-all", roles: [] }),
      aJourney({ id: "assigned" }),
      aJourney({ id: "assigned-to-others", roles: other }),
    ];
    const entries = libraryOf(journeys, emptyProgress(), scene, "u");
    expect(entries.map(({ journey, group }) => [journey.id, group])).toEqual([
      ["mine", "role"],
      ["theirs", "others"],
      ["for-all", "others"],
      ["assigned", "role"],
    ]);
  });

  it.each<[string, Partial<Journey>, boolean]>([
    ["its own pages", { pages: ["/deals/*"] }, true],
    ["other pages", { pages: ["/tickets/*"] }, false],
    ["its record's page", { per: { subject: "deal", page: "/deals/:id/show" } }, true],
    ["a step's page", { steps: [aStep("a", { do: { open: "/deals/{deal.id}/show" } })] }, true],
    ["a step's other page", { steps: [aStep("a", { do: { open: "/deals/{deal.id}/edit" } })] }, false],
    ["nothing", {}, false],
  ])("L2 fit the page by %s", (_, more, expected) => {
    expect(fitsPage(small(more), scene.page)).toBe(expected);
    expect(fitsPage(small(more), null)).toBe(false);
  });

  it("L2 say where the person stands on them, and since when", () => {
    const journey = small();
    const began = { attempt: 1, began: 4, completed: null, how: null };
    const done = { attempt: 1, began: 4, completed: 7, how: "manual" as const };
    const standing = (steps: Record<string, typeof began | typeof done>): unknown[] =>
      libraryOf([journey], progressOf({ [journey.id]: { "": { began: 2, steps } } }), scene, "u").map(
        ({ state, at }) => [state, at],
      );
    expect(libraryOf([journey], emptyProgress(), scene, "u")[0]).toMatchObject({ state: "new", at: null });
    expect(standing({})).toEqual([["begun", 2]]);
    expect(standing({ a: began })).toEqual([["begun", 4]]);
    expect(standing({ a: done, b: began })).toEqual([["begun", 7]]);
    expect(standing({ a: done, b: done, c: done })).toEqual([["done", 7]]);
  });
});

describe("the order of the library", () => {
  it("L3 puts text first, then the page, then the role, then what was touched last", () => {
    const entry = (id: string, more: Partial<LibraryEntry>): LibraryEntry => ({
      ...{ journey: small({ id }), group: "others", forRole: false, state: "new", at: null },
      ...more,
    });
    const entries = [
      entry("touched", { at: 5 }),
      entry("role", { group: "role", forRole: true }),
      entry("page", { group: "page" }),
      entry("text", {}),
      entry("touched-later", { at: 9 }),
      entry("page-and-role", { group: "page", forRole: true }),
    ];
    const scores = new Map(entries.map(({ journey: { id } }) => [id, id === "text" ? 10 : 4]));
    const order = ["page-and-role", "page", "role", "touched-later", "touched"];
    expect(rankLibrary(entries, scores).map(({ journey }) => journey.id)).toEqual(["text", ...order]);
    expect(rankLibrary(entries, null).map(({ journey }) => journey.id)).toEqual([...order, "text"]);
  });

  it("L3 never ranks a page match below an equal text score without it", () => {
    fc.assert(
      fc.property(anyLibrary, fc.boolean(), ({ entries, scores }, asked) => {
        const ranked = rankLibrary(entries, asked ? scores : null);
        const score = ({ journey }: LibraryEntry): number => (asked ? (scores.get(journey.id) ?? 0) : 0);
        for (const [at, above] of ranked.entries()) {
          for (const below of ranked.slice(at + 1)) {
            if (score(above) === score(below)) expect(above.group !== "page" && below.group === "page").toBe(false);
          }
        }
      }),
    );
  });

  it("L3 is total and stable: every hit once, equals in the given order, whatever stands around them", () => {
    fc.assert(
      fc.property(anyLibrary, ({ entries, scores }) => {
        const before = structuredClone(entries);
        const ranked = rankLibrary(entries, scores);
        expect(entries).toEqual(before);
        const hits = entries.filter(({ journey }) => (scores.get(journey.id) ?? 0) > 0);
        expect(new Set(ranked)).toEqual(new Set(hits));
        expect(ranked).toHaveLength(hits.length);
        expect(rankLibrary(ranked, scores)).toEqual(ranked);
        const index = (entry: LibraryEntry): number => entries.indexOf(entry);
        const alike = (a: LibraryEntry, b: LibraryEntry): boolean =>
          scores.get(a.journey.id) === scores.get(b.journey.id) &&
          (a.group === "page") === (b.group === "page") &&
          a.forRole === b.forRole &&
          a.at === b.at;
        for (const [at, above] of ranked.entries()) {
          for (const below of ranked.slice(at + 1)) {
            if (alike(above, below)) expect(index(above)).toBeLessThan(index(below));
          }
        }
      }),
    );
  });
});
