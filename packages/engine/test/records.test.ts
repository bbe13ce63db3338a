import type { Progress, Run, Runs } from "@waymark/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aJourney, aScene, aStep } from "../../testing/src/index.ts";
import {
  endOfDay,
  type JourneyView,
  mergeRun,
  paceOf,
  planChoices,
  planOf,
  recordMemo,
  type Scene,
  standingOf,
  stepAge,
  transition,
  upperQuartile,
  viewJourney,
} from "../src/index.ts";

const monday = new Date(2026, 10, 2, 9).getTime();
const day = 86_400_000;
const hour = 3_600_000;
const done = (completed: number) => ({ attempt: 1, began: null, completed, how: "manual" as const });
const deals = aJourney({ per: { subject: "deal" }, steps: [aStep("a"), aStep("b", { due: "P1D" }), aStep("c")] });
const progressOf = (runs: Runs): Progress => ({ format: "waymark.progress/1", journeys: { "win-a-deal": runs } });
const sceneOf = (...subjects: { id: string; label?: string; due?: string; url?: string }[]): Scene =>
  aScene({ subjects: { deal: Object.fromEntries(subjects.map((each) => [each.id, each])) } });
const view = (runs: Runs, scene: Scene, now: number, subject: string | null = "deal:17"): JourneyView =>
  viewJourney(deals, progressOf(runs), scene, { locale: "en", subject }, now);

describe("records that were met", () => {
  it("Y101 leave with the host's list, unless somebody has worked on them or planned to", () => {
    const runs: Runs = {
      "deal:1": { offered: monday, steps: {} },
      "deal:2": { offered: monday, steps: { a: done(monday) } },
      "deal:3": { offered: monday, began: monday, steps: {} },
      "deal:4": { offered: monday, plan: { step: "a", due: monday, at: monday }, steps: {} },
    };
    const listed = (...subjects: { id: string }[]): string[] =>
      view(runs, sceneOf(...subjects), monday, null)
        .records.map(({ subject }) => subject)
        .sort();
    expect(listed()).toEqual(["deal:3", "deal:4"]);
    expect(listed({ id: "1" }, { id: "2" })).toEqual(["deal:1", "deal:2", "deal:3", "deal:4"]);
  });
});

describe("plans", () => {
  it("M1 is kept with the record, tells others the day alone, and is taken back by no date", () => {
    const scene = aScene();
    const due = monday + day;
    const [runs, effects] = transition(deals, {}, { kind: "plan", subject: "deal:17", step: "a", due, scene }, monday);
    expect(runs["deal:17"]?.plan).toEqual({ step: "a", due, at: monday });
    expect(effects).toEqual([{ type: "step.planned", subject: "deal:17", step: "a", at: monday, due: "2026-11-03" }]);
    const [after] = transition(
      deals,
      runs,
      { kind: "plan", subject: "deal:17", step: "a", due: null, scene },
      monday + 1,
    );
    expect([planOf(runs["deal:17"], "a")?.due, planOf(after["deal:17"], "a")]).toEqual([due, null]);
    expect(planOf(runs["deal:17"], "b")).toBeNull();
  });

  it("M1 no plan for what is settled", () => {
    const before: Runs = { "deal:17": { steps: { a: done(1) } } };
    const fact = { kind: "plan", subject: "deal:17", step: "a", due: monday, scene: aScene() } as const;
    expect(transition(deals, before, fact, monday)).toEqual([before, []]);
  });

  it("M2 of two plans the latest counts, in whatever order and however its keys are written", () => {
    const plan = fc.record({ step: fc.constantFrom("a", "b"), due: fc.option(fc.nat(3)), at: fc.nat(2) });
    const turned = ({ step, due, at }: { step: string; due: number | null; at: number }): Run => ({
      plan: { at, due, step },
      steps: {},
    });
    fc.assert(
      fc.property(plan, plan, plan, (a, b, c) => {
        const [x, y, z] = [{ plan: a, steps: {} }, turned(b), { plan: c, steps: {} }];
        expect(mergeRun(x, y).plan).toEqual(mergeRun(turned(b), { plan: a, steps: {} }).plan);
        expect(mergeRun(turned(a), { plan: b, steps: {} }).plan).toEqual(mergeRun(x, y).plan);
        expect(mergeRun(mergeRun(x, y), z).plan).toEqual(mergeRun(x, mergeRun(y, z)).plan);
        expect(mergeRun(x, y).plan?.at).toBe(Math.max(a.at, b.at));
      }),
    );
  });

  it("M3 quick answers lie ahead, each on the day it names", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), (now) => {
        const choices = planChoices(now);
        for (const { key, due } of choices) {
          expect(due).toBeGreaterThan(now);
          if (key === "today") expect(endOfDay(due)).toBe(endOfDay(now));
          if (key === "tomorrow")
            expect(endOfDay(due)).toBe(endOfDay(new Date(now).setDate(new Date(now).getDate() + 1)));
          if (key === "week") expect([new Date(due).getDay(), new Date(due).getHours()]).toEqual([1, 10]);
        }
        const dues = choices.map(({ due }) => due);
        expect(dues).toEqual([...new Set(dues)].sort((a, b) => a - b));
      }),
    );
  });
});

describe("the four states", () => {
  const under: Runs = { "deal:17": { began: monday, steps: { a: done(monday) } } };

  it.each([
    ["nothing", {}, monday],
    ["planned", { plan: { step: "a", due: monday + 2 * day, at: 1 } }, monday],
    ["today", { plan: { step: "a", due: monday + hour, at: 1 } }, monday],
    // The hour has passed, the day has not.
    ["today", { plan: { step: "a", due: monday - hour, at: 1 } }, monday],
    ["overdue", { plan: { step: "a", due: monday, at: 1 } }, monday + day],
    ["nothing", { plan: { step: "b", due: monday, at: 1 } }, monday + day],
    ["nothing", { plan: { step: "a", due: null, at: 1 } }, monday],
  ])("M4 a record is %s with %j", (state, run, now) => {
    expect(view({ "deal:17": { steps: {}, ...run } }, aScene(), now).records[0]?.standing).toBe(state);
  });

  it("M4 the person's plan comes before the host's date, and that before the journey's", () => {
    const named = sceneOf({ id: "17", due: "2026-11-06" });
    expect(view(under, aScene(), monday).records[0]?.due?.at).toBe(endOfDay(monday + day));
    expect(view(under, named, monday).records[0]?.due?.at).toBe(endOfDay(new Date(2026, 10, 6).getTime()));
    const planned: Runs = {
      "deal:17": {
        ...under["deal:17"],
        steps: under["deal:17"]?.steps ?? {},
        plan: { step: "b", due: monday + 3 * day, at: 1 },
      },
    };
    const drawn = view(planned, named, monday);
    expect(drawn.records[0]?.due).toEqual({ state: "later", at: endOfDay(monday + 3 * day), time: monday + 3 * day });
    expect(drawn.stations[1]?.due).toEqual(drawn.records[0]?.due);
  });

  it("M4 a day alone is the person's own day, an hour is kept, and what is no date is none", () => {
    const due = (text: string) => view({}, sceneOf({ id: "17", due: text }), monday).records[0]?.due;
    expect(due("2026-11-02")).toEqual({ state: "today", at: endOfDay(monday) });
    expect(due(new Date(monday + hour).toISOString())).toMatchObject({ state: "today", time: monday + hour });
    expect(["soon", "", "2026-13-45"].map(due)).toEqual([null, null, null]);
  });

  it("M4 a finished record is in none of them", () => {
    const all: Runs = { "deal:17": { steps: { a: done(1), b: done(2), c: done(3) } } };
    expect(view(all, aScene(), monday).records[0]).toMatchObject({ standing: null, at: null, age: null });
    expect(standingOf(null)).toBe("nothing");
  });

  it("M5 what asks for something comes first", () => {
    const runs: Runs = {
      "deal:1": { steps: { a: done(1), b: done(2), c: done(3) } },
      "deal:2": { steps: {}, plan: { step: "a", due: monday + 5 * day, at: 1 } },
      "deal:3": { steps: {} },
      "deal:4": { steps: {}, plan: { step: "a", due: monday + hour, at: 1 } },
      "deal:5": { steps: {}, plan: { step: "a", due: monday - day, at: 1 } },
      "deal:6": { steps: {}, plan: { step: "a", due: monday - 2 * day, at: 1 } },
    };
    const order = view(runs, aScene(), monday).records.map(({ subject }) => subject);
    expect(order).toEqual(["deal:6", "deal:5", "deal:4", "deal:3", "deal:2", "deal:1"]);
  });
});

describe("step age", () => {
  /** Records that took `days` in each step. */
  const finished = (...all: number[]): Runs =>
    Object.fromEntries(
      all.map((days, index) => [
        `deal:${index}`,
        { began: 0, steps: { a: done(days * day), b: done(2 * days * day), c: done(3 * days * day) } },
      ]),
    );

  it("M6 is the time in the step over the 75th percentile of one's own finished records", () => {
    const runs: Runs = finished(...Array.from({ length: 13 }, (_, index) => index + 1));
    const pace = paceOf(deals, runs);
    expect(pace).toEqual([10 * day, 10 * day, 10 * day]);
    const run: Run = { began: 0, steps: { a: done(100 * day) } };
    const age = (now: number) => stepAge(deals, run, pace, now);
    expect(age(109 * day)).toEqual({ age: "fresh", ratio: 0.9 });
    expect(age(110 * day)).toEqual({ age: "due", ratio: 1 });
    expect(age(115 * day)).toEqual({ age: "due", ratio: 1.5 });
    expect(age(116 * day)).toEqual({ age: "stale", ratio: 1.6 });
  });

  it("M6 says why it cannot tell", () => {
    const pace = paceOf(deals, finished(1, 2, 3));
    expect(stepAge(deals, { began: 0, steps: {} }, pace, day)).toEqual({ age: null, reason: "too_few" });
    expect(stepAge(deals, undefined, pace, day)).toEqual({ age: null, reason: "not_begun" });
  });

  it("M6 the percentile lies between what there is, and more of the same does not move it", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1e6), { minLength: 12, maxLength: 40 }), (values) => {
        const quartile = upperQuartile(values) ?? Number.NaN;
        expect(quartile).toBeGreaterThanOrEqual(Math.min(...values));
        expect(quartile).toBeLessThanOrEqual(Math.max(...values));
        expect(values.filter((value) => value <= quartile).length).toBeGreaterThanOrEqual(0.75 * (values.length - 1));
        expect(upperQuartile([...values].reverse())).toBe(quartile);
      }),
    );
    expect(upperQuartile(Array.from({ length: 11 }, () => 1))).toBeNull();
  });
});

describe("many records", () => {
  const many: Runs = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`deal:${index}`, { steps: {} }]));

  it("M7 one record that changes draws one anew, and drawing from memory changes nothing", () => {
    const memo = recordMemo();
    const scene = aScene();
    const draw = (runs: Runs, now: number) =>
      viewJourney(deals, progressOf(runs), scene, { locale: "en", subject: null }, now, memo).records;
    const before = draw(many, monday);
    expect(draw(many, monday)).toBe(before);
    const changed: Runs = { ...many, "deal:7": { steps: { a: done(monday) } } };
    const after = draw(changed, monday);
    const old = new Set(before);
    expect(after.filter((record) => !old.has(record)).map(({ subject }) => subject)).toEqual(["deal:7"]);
    expect(after).toEqual(view(changed, scene, monday, null).records);
    expect(draw(changed, monday + 2 * day)).toEqual(view(changed, scene, monday + 2 * day, null).records);
  });

  it("M7 follows the host's word on a record", () => {
    const memo = recordMemo();
    const draw = (scene: Scene) =>
      viewJourney(deals, progressOf(many), scene, { locale: "en", subject: null }, monday, memo).records;
    draw(sceneOf({ id: "7", label: "Nordwind" }));
    const named = draw(sceneOf({ id: "7", label: "Nordwind AG", url: "/deals/7" }));
    expect(named.find(({ subject }) => subject === "deal:7")).toMatchObject({ label: "Nordwind AG", url: "/deals/7" });
  });
});
