import { describe, expect, it } from "vitest";
import { fanSentence } from "./FanPlot.tsx";
import { drawFan, fanOf } from "./fan.ts";
import { findingOf } from "./finding.ts";
import { lanesSentence } from "./LanesPlot.tsx";
import { lanesOf } from "./lanes.ts";
import { groupsOf, mostToSayFirst, pointsOf, widestFirst } from "./model.ts";
import { changeBetween } from "./Stamp.tsx";
import { decisionOf, expectationOf, journey, readOf, reportOf, rowOf, sessionOf } from "./sample.ts";
import { faceOf } from "./Verdict.tsx";
import { worstLines } from "./worst.ts";

const expectations = ["log", "call", "offer"].map((step) => expectationOf(step));
const rows = [
  rowOf("log", { measured: 0.9, interval: [0.8, 0.96], verdict: "ahead" }),
  rowOf("call", { measured: 0.5, interval: [0.2, 0.8], verdict: "unclear" }),
  rowOf("offer"),
  rowOf("offer", { version: 1, measured: 0.1, interval: [0.05, 0.2] }),
  rowOf(null, { reasons: [{ of: "measured", why: "weakest_step", step: "offer" }] }),
];
const groups = (more = {}, role: "csm" | "manager" = "csm") =>
  groupsOf(sessionOf(role), readOf({ report: reportOf(rows), expectations, ...more }));

describe("what the gap page says", () => {
  it("D41 the title counts the steps by verdict, worst first, and says what is missing where there is none", () => {
    expect(findingOf(groups())).toBe("1 step is behind plan, 1 is ahead, 1 is too thin to judge");
    expect(findingOf(groups({ report: reportOf([]) }))).toBe("Too early to say: no number can be shown yet");
    expect(findingOf(groups({ report: reportOf([]), expectations: [] }))).toBe("Nothing is expected yet");
    expect(findingOf(groups({}, "manager"))).toBe("First say what you believe");
    expect(findingOf([])).toBe("No journey is published yet");
    // What was measured without a plan is no gap.
    const unplanned = rows.map((row) => ({ ...row, expected: null, verdict: "unclear" as const }));
    expect(findingOf(groups({ report: reportOf(unplanned), expectations: [] }))).toBe("Nothing is expected yet");
  });

  it("D41 the newest version's rows stand in the order of the steps, or the widest gap first", () => {
    const [group] = groups();
    expect(group?.lines.map(({ row }) => row?.measured)).toEqual([0.9, 0.5, 0.3]);
    expect(group?.whole?.step).toBeNull();
    expect(widestFirst(groups()).map(({ line }) => [line.step.id, pointsOf(line.row)])).toEqual([
      ["offer", -28],
      ["call", -8],
      ["log", 32],
    ]);
    const none = groups({ report: reportOf([rowOf("offer", { measured: null, interval: null })]) });
    expect(widestFirst(none).map(({ line }) => line.step.id)).toEqual(["log", "call", "offer"]);
  });

  it("D42 three lanes on one scale from 0 to 100; what is not there is not drawn", () => {
    expect(lanesOf(rowOf("offer"), 416)).toEqual({
      grid: [8, 108, 208, 308, 408],
      band: { x: 200, width: 80 },
      post: 240,
      ...{ believed: 308, measured: 128, reported: 140 },
      box: { x: 116, width: 24 },
      thread: [
        [308, 9.5],
        [128, 21],
        [140, 32.5],
      ],
    });
    const nothing = { expected: null, believed: null, reported: null, measured: null, interval: null };
    expect(lanesOf(nothing, 416)).toMatchObject({ band: null, post: null, box: null, believed: null, thread: [] });
    // The band never leaves the scale.
    expect(lanesOf({ ...nothing, expected: 0.97 }, 416).band).toEqual({ x: 356, width: 52 });
  });

  it("D42 the drawing has a sentence with the same numbers, and nothing missing becomes a zero", () => {
    expect(lanesSentence(rowOf("offer"))).toBe(
      "expected 58, believed 75, reported 33, measured ability, 90% interval: 30 (27 to 33), n 20 or more",
    );
    const bare = { believed: null, reported: null, measured: null, interval: null, n: null };
    expect(lanesSentence(rowOf("offer", bare))).toBe("expected 58");
    expect(lanesSentence(rowOf("offer", { ...bare, expected: null }))).toBe("nothing to draw yet");
  });

  it("D42 without a plan or a figure there is no verdict to draw", () => {
    expect(faceOf(null)).toBe("none");
    expect(faceOf(rowOf("offer"))).toBe("behind");
    expect(faceOf(rowOf("offer", { expected: null, verdict: "unclear" }))).toBe("none");
    expect(faceOf(rowOf("offer", { measured: null, interval: null, verdict: "unclear" }))).toBe("none");
    // Nearly nobody: the figure stays back, its interval and the verdict hold.
    expect(faceOf(rowOf("offer", { measured: null, interval: [0, 0.2] }))).toBe("behind");
  });

  it("D45 after minus before carries an interval of its own, by Newcombe's method 10", () => {
    const { before, after } = decisionOf();
    // By hand: 0.10 - sqrt(0.03^2 + 0.05^2) = 0.042 and 0.10 + sqrt(0.03^2 + 0.05^2) = 0.158.
    expect(changeBetween(before[0], after[0])).toEqual({ points: 10, interval: [4, 16] });
    expect(changeBetween(before[0], undefined)).toBeNull();
  });

  it("D60 Home names the three steps that are furthest below, of those the reader may know", () => {
    const worst = [{ journey: "win", version: 2, role: "rep", steps: ["offer", "call"] }];
    const named = (all: ReturnType<typeof groups>, of = worst) => worstLines(all, of).map(({ line }) => line.step.id);
    expect(named(groups())).toEqual(["offer", "call"]);
    // Where only an interval is shown, what it leaves open at least.
    const few = reportOf([rowOf("offer"), rowOf("call", { measured: null, interval: [0, 0.1] })]);
    expect(named(groups({ report: few }))).toEqual(["call", "offer"]);
    expect(named(groups(), [])).toEqual([]);
    expect(named(groups(), [{ journey: "win", version: 1, role: "rep", steps: ["offer"] }])).toEqual([]);
  });

  it("D99 what waits for an estimate stands first, then what is behind, then what has a number", () => {
    const named = (rows: Parameters<typeof reportOf>[0], role: "csm" | "manager" = "csm"): string[] => {
      const journeys = ["quiet", "late", "told"].map((id) => ({ ...journey, id }));
      const session = {
        ...sessionOf(role),
        journeys: journeys.map(({ id }) => ({ id, title: id, version: 2, roles: ["rep"] })),
      };
      return mostToSayFirst(groupsOf(session, readOf({ report: reportOf(rows), journeys }))).map(
        (each) => each.journey.id,
      );
    };
    const late = rowOf("offer", { journey: "late" });
    const told = rowOf("offer", { journey: "told", verdict: "unclear" });
    expect(named([told, late])).toEqual(["late", "told", "quiet"]);
    expect(named([])).toEqual(["quiet", "late", "told"]);
    expect(named([late], "manager")).toEqual(["quiet", "late", "told"]);
  });

  it("D65 a forecast with a date is drawn as a fan; an open end runs out of the plot, and nothing else is drawn", () => {
    const group = { end: "2026-12-07" };
    const line = { row: rowOf("offer"), expectations: [expectationOf("offer")] };
    const fan = fanOf(group, line);
    expect(fan && fanSentence(fan)).toBe(
      "Measured 30 (27 to 33); the goal is 80 by 31 March 2027. At this pace it is reached on 10 May 2027 (5 April 2027 to past half a year).",
    );
    const drawn = fan && drawFan(fan, 600, 190);
    // The apex is what is measured; the edge that is open goes on to where a forecast ends.
    const apex = /^M([\d.]+),([\d.]+)L590,([\d.]+)L[\d.]+,([\d.]+)L([\d.]+),([\d.]+)Z$/.exec(drawn?.ahead?.fan ?? "");
    const goal = String(drawn?.flag?.y);
    expect(apex?.slice(1, 7)).toEqual([apex?.[1], apex?.[2], goal, goal, apex?.[1], apex?.[2]]);
    expect(drawn?.ahead?.arrival.x).toBeGreaterThan(drawn?.flag?.x ?? 0);
    const closed = fanOf(group, {
      ...line,
      row: rowOf("offer", { forecast: { says: "date", on: "2027-01-11", interval: ["2026-12-28", "2027-02-01"] } }),
    });
    expect(closed && fanSentence(closed)).toContain("(28 December 2026 to 1 February 2027)");
    for (const forecast of [null, { says: "not_at_this_pace" as const }])
      expect(fanOf(group, { ...line, row: rowOf("offer", { forecast }) })).toBeNull();
    expect(fanOf(group, { ...line, row: rowOf("offer", { measured: 0.9 }) })).toBeNull();
    expect([fanOf({ end: null }, line), fanOf(group, { ...line, expectations: [] })]).toEqual([null, null]);
  });

  it("D95 the way so far is drawn from two blocks on, with or without a forecast: what is not shown has an interval alone, an earlier version is hollow", () => {
    const [first, second, third]: [string, string, string] = ["2026-10-12", "2026-11-09", "2026-12-07"];
    const course = [
      { to: first, measured: 0.2, interval: [0.1, 0.3] as [number, number], n: 20, version: 1 },
      { to: second, measured: null, interval: [0, 0.3] as [number, number], n: 15, version: 2 },
      { to: third, measured: 0.3, interval: [0.27, 0.33] as [number, number], n: 20, version: 2 },
    ];
    const row = rowOf("offer", { forecast: { says: "not_at_this_pace" } });
    const fan = fanOf({ end: third }, { row, expectations: [expectationOf("offer")], course });
    expect(fan && fanSentence(fan)).toBe(
      "Measured by 12 October 2026: 20 (10 to 30), an earlier version; by 9 November 2026: (0 to 30); by 7 December 2026: 30 (27 to 33).",
    );
    const drawn = fan && drawFan(fan, 600, 190);
    expect(drawn?.ahead).toBeNull();
    expect(drawn?.course.map(({ y, earlier }) => [y === null, earlier])).toEqual([
      [false, true],
      [true, false],
      [false, false],
    ]);
    const xs = drawn?.course.map(({ x }) => x) ?? [];
    expect(xs.toSorted((one, other) => one - other)).toEqual(xs);
    // One block is a number, and stands in the row.
    expect(fanOf({ end: third }, { row, expectations: [expectationOf("offer")], course: course.slice(2) })).toBeNull();
  });
});
