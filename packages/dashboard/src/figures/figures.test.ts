import type { BriefFigures, Figure, FigurePlace, FigureReport } from "@waymark/schema";
import { expect, test } from "vitest";
import { drawCurve } from "./curve.ts";
import { leastUsedFirst } from "./FieldBody.tsx";
import { briefFinding, fieldFinding, promptFinding, targetFinding, valueFinding, waitFinding } from "./finding.ts";
import { beside } from "./model.ts";
import { intervalText, plainScale, shareScale, timeScale } from "./scale.ts";

const figure = (value: number | null, over: Partial<Figure> = {}): Figure => ({
  ...{ value, interval: value === null ? null : [value, value], n: value === null ? null : 20 },
  ...{ why: value === null ? "too_few" : null, ...over },
});
const none = figure(null);
const place = (title: string, version: number | null = 1): FigurePlace => ({
  ...{ journey: { id: title, title }, version, role: { id: "rep", title: "Sales rep" }, block: null },
  steps: [{ id: "quote", title: "Send the quote" }],
});
const report = <Found>(rows: FigureReport<Found>["rows"]): FigureReport<Found> => ({
  ...{ simulated: false, block: null, blocks: [], nextAt: null, reason: null, rows },
});

test("D61 each page says first what is so, and what is missing where nothing can be said", () => {
  const brief = (clear: Figure) => ({ reach: none, answered: none, clear, partly: none, notClear: none });
  const briefs = [
    { ...place("Win"), found: brief(figure(0.8)) },
    { ...place("Ask"), found: brief(figure(0.45)) },
  ];
  expect(briefFinding(report(briefs))).toBe("“Ask” is clear to 45 in 100 who answered");
  expect(briefFinding(report<BriefFigures>([{ ...place("Win"), found: null }]))).toBe(
    "Too few answers to say whether the briefs are clear",
  );
  const field = (name: string, edited: Figure, unused = false) => ({
    step: "quote",
    name,
    edited,
    unused,
    seconds: none,
  });
  const fields = [field("Notes", figure(0.7)), field("Fax", figure(null, { why: "nearly_none" })), field("Odd", none)];
  expect(fieldFinding(report([{ ...place("Win"), found: { fields } }]))).toBe("Hardly anybody edits 1 of 2 fields");
  const wait = (usual: Figure, stale: Figure) => ({
    steps: [{ step: "quote", usual, stale }],
    cover: none,
    handoffs: [],
  });
  const waits = (usual: Figure, stale: Figure) => waitFinding(report([{ ...place("Win"), found: wait(usual, stale) }]));
  expect(waits(figure(600_000), none)).toBe("“Send the quote” takes longest: three in four are through after 10 min");
  expect(waits(figure(600_000), figure(0.4))).toBe("At “Send the quote” 40 in 100 open records lie too long");
  expect(waits(none, none)).toBe("Too few to say where work lies");
  const prompts = [{ surface: "ask", struck: figure(0.35), perWeek: none }];
  const use = { useful: none, easy: none };
  expect(promptFinding(report([{ ...place("Win"), found: { prompts, use } }]))).toBe(
    "35 in 100 prompts are closed at once (Question)",
  );
  const value = { medianDays: figure(10), p80Days: none, byDay7: none, byDay30: none, curve: [], watched: [] };
  expect(valueFinding(report([{ ...place("Win", null), found: value }]))).toBe(
    "“Win” takes longest: half of the people are through by day 10",
  );
  const lost = { today: "2026-12-09", heard: true, lost: [] };
  expect([targetFinding(lost), targetFinding({ ...lost, heard: false })]).toEqual([
    "Every target that was looked for is found",
    "No page has looked for a target yet",
  ]);
});

test("D62 figures of a column share one scale; an open end is said in words", () => {
  expect([shareScale.write(0.456), intervalText([0.1, 0.234], shareScale)]).toEqual(["46 in 100", "10 to 23"]);
  const times = timeScale([figure(240_000, { interval: [200_000, 402_000] }), figure(90_000)]);
  expect([times.write(240_000), intervalText([200_000, 402_000], times), times.end]).toEqual([
    "4.0 min",
    "3.3 to 6.7 min",
    480_000,
  ]);
  const days = plainScale([figure(51, { interval: [42, null] })], (text) => `day ${text}`);
  expect([days.write(51), intervalText([42, null], days), days.end]).toEqual(["day 51", "42 or more", 51]);
});

test("D63 the curve rises in steps and holds between them; where five have not come through there is none", () => {
  const curve = [
    { day: 5, share: 0.25, interval: [0.1, 0.4] as [number, number] },
    { day: 10, share: 0.5, interval: [0.3, 0.7] as [number, number] },
  ];
  const drawn = drawCurve(
    {
      curve,
      watched: [
        { day: 0, n: 20 },
        { day: 14, n: null },
      ],
    },
    500,
    240,
    15,
  );
  // From one point to the next it goes along, then up: never both at once.
  const points = [...(drawn?.line ?? "").matchAll(/([\d.]+),([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
  const level = points.slice(1).map(([x, y], at) => x === points[at]?.[0] || y === points[at]?.[1]);
  expect([points.length > 5, level.every(Boolean)]).toEqual([true, true]);
  expect(drawn?.bands).toHaveLength(2);
  // The first stretch ends where the second begins.
  const [first, second] = drawn?.bands ?? [];
  expect((first?.x ?? 0) + (first?.width ?? 0)).toBeCloseTo(second?.x ?? 0);
  expect(drawCurve({ curve: [], watched: [] }, 500, 240, 15)).toBeNull();
});

test("D64 a row is laid beside the same version of another block, else beside the same place", () => {
  const row = { ...place("Win", 2), found: null };
  const [one, two] = [
    { ...place("Win", 1), found: null },
    { ...place("Win", 2), found: null },
  ];
  expect([beside([one, two], row), beside([one], row), beside([{ ...place("Ask"), found: null }], row)]).toEqual([
    two,
    one,
    undefined,
  ]);
});

test("D96 fields that hardly anybody edits stand first, those of which nothing is known last", () => {
  const field = (name: string, edited: Figure, unused = false) => ({
    step: "quote",
    name,
    edited,
    unused,
    seconds: none,
  });
  const fields = [
    field("Notes", figure(0.7)),
    field("Odd", none),
    field("Fax", figure(null, { why: "nearly_none" })),
    field("Price", figure(null, { why: "nearly_all" })),
    field("Region", figure(0.1)),
  ];
  expect(leastUsedFirst(fields).map(({ name }) => name)).toEqual(["Fax", "Region", "Notes", "Price", "Odd"]);
});
