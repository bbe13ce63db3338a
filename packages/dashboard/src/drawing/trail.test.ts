import { expect, test } from "vitest";
import type { ShareFace } from "./face.ts";
import { flow } from "./flow.ts";
import { trail } from "./trail.ts";

const exact = (through: number, of: number): ShareFace => ({
  kind: "exact",
  through,
  of,
  value: through / of,
  interval: null,
});
const layout = { left: 154, column: 196 };

test("D10 the ribbon is as wide as the people, and who stays has what it loses", () => {
  const [first, second] = flow(26, [exact(26, 26), exact(21, 26)], 65);
  expect(first).toMatchObject({ arrivedPx: 65, solidPx: 65, stayPx: 0, stays: 0 });
  expect(second).toMatchObject({ arrivedPx: 65, solidPx: 52.5, stayPx: 12.5, stays: 5 });
});

test("D10 the drawing joins: each band begins where the one before it ends", () => {
  const made = trail(26, [exact(21, 26), exact(14, 21)], layout);
  const starts = made.bands.map((one) => /^M([\d.]+ [\d.]+)/.exec(one.d)?.[1]);
  const ends = made.bands.map((one) => / ([\d.]+ [\d.]+)V/.exec(one.d)?.[1]);
  expect(starts.slice(1)).toEqual(ends.slice(0, -1));
  expect(made.stays.map((stay) => stay.count)).toEqual([5, 7]);
});

test("D10 one person among thousands is still a line, nobody is none", () => {
  const [one, none] = flow(5000, [exact(1, 5000), exact(0, 1)], 65);
  expect(one?.solidPx).toBe(1.5);
  expect(none?.solidPx).toBe(0);
});

test("D11 a floor is solid with a hatched rest, and nobody is said to stay", () => {
  const [at] = flow(26, [{ kind: "at_least", through: 22, of: 26 }], 65);
  expect(at).toMatchObject({ solidPx: 55, hatchPx: 10, stays: 0, stayPx: 0 });
});

test.each(["too_few", "unverified"] as const)("D11 %s is hatched as wide as those who arrived", (kind) => {
  const [, at] = flow(26, [exact(13, 26), { kind }], 65);
  expect(at).toMatchObject({ arrivedKnown: true, solidPx: 0, hatchPx: 32.5, out: "hidden" });
});

test("D11 a group that is hidden from the start claims no width and its stations are dashed", () => {
  const made = trail(null, [{ kind: "too_few" }, { kind: "too_few" }], layout);
  expect(made.bands.every((one) => one.fill === "hatch")).toBe(true);
  expect(made.stations.map((station) => station.dashed)).toEqual([true, true]);
  expect(flow(null, [{ kind: "too_few" }], 65)).toEqual(flow(null, [{ kind: "unverified" }], 65));
});

test("D11 a floor at the last station is told below the ribbon, clear of the flag", () => {
  const faces: ShareFace[][] = [
    [exact(26, 26), { kind: "at_least", through: 22, of: 26 }],
    [{ kind: "at_least", through: 10, of: 14 }],
    [exact(6, 400), { kind: "at_least", through: 2, of: 6 }],
  ];
  for (const of of faces) {
    const { labels, flag, height } = trail(26, of, layout);
    const letters = 10;
    expect((labels.at(-1)?.y ?? 0) - letters).toBeGreaterThan(flag.y + 6);
    expect(height).toBeGreaterThan(labels.at(-1)?.y ?? 0);
  }
});

test("D11 not yet is a dashed thread without a ribbon", () => {
  const made = trail(26, [{ kind: "not_yet" }, { kind: "not_yet" }], layout);
  expect(made.bands).toEqual([]);
  expect(made.threads).toHaveLength(3);
  expect(made.stations.every((station) => station.dashed)).toBe(true);
});

test("D11 a journey without steps draws nothing", () => {
  expect(trail(26, [], layout)).toMatchObject({ bands: [], stations: [], threads: [] });
});
