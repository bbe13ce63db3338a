import { describe, expect, it } from "vitest";
import { findingOf } from "./finding.ts";
import { lanesSentence } from "./LanesPlot.tsx";
import { lanesOf } from "./lanes.ts";
import { groupsOf, pointsOf, widestFirst } from "./model.ts";
import { changeBetween } from "./Stamp.tsx";
import { decisionOf, expectationOf, readOf, reportOf, rowOf, sessionOf } from "./sample.ts";
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
});
