import { describe, expect, it } from "vitest";
import { contours, type Label, layTrail, lineHeight, type Point, type Trail, type TrailOptions } from "./index.ts";

const panel = (changes: Partial<TrailOptions> = {}): Trail =>
  layTrail({ width: 392, height: 194, stations: 5, here: 2, next: 3, ...changes });

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The box the words cover: as wide as they need, two lines where one does not hold them. */
function boxOf(label: Label, point: Point, need: number, width: number): Box {
  const wide = Math.min(need, label.width);
  const high = lineHeight * (need > label.width ? 2 : 1);
  const left = { start: 20, center: point.x - wide / 2, end: width - 20 - wide }[label.align];
  const top = label.side === "up" ? point.y - label.gap - high : point.y + label.gap;
  return { left, right: left + wide, top, bottom: top + high };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top + 3 < b.bottom && b.top + 3 < a.bottom;
}

const layouts = [320, 360, 392].flatMap((width) =>
  [2, 3, 4, 5, 6, 7].flatMap((stations) =>
    [40, 70, 96, 132, 180].flatMap((name) =>
      [60, 84, 108, 400].flatMap((goalName) =>
        [1, stations - 2].map((here) => ({ width, stations, name, goalName, here })),
      ),
    ),
  ),
);

function boxes({ width, stations, name, goalName, here }: (typeof layouts)[number]): Box[] {
  const ends = width < 392 ? { start: 36, end: 42 } : {};
  const names = Array.from({ length: stations }, () => name);
  const trail = panel({ width, stations, here, next: null, names, goalName, ...ends });
  const goal = boxOf(trail.goal, trail.destination, goalName, width);
  // "You gain" stands over the destination's words, and falls away where they need both lines.
  const two = { ...goal, ...(trail.goal.side === "up" ? { top: goal.bottom - 32 } : { bottom: goal.top + 32 }) };
  return [...trail.labels.map((label, index) => boxOf(label, trail.points[index] ?? { x: 0, y: 0 }, name, width)), two];
}

describe("layTrail", () => {
  it("T1 spaces the points evenly and alternates trough and crest", () => {
    const { points, destination, stride } = panel();
    expect(stride).toBeCloseTo(61.2);
    expect(points.map(({ x }) => x)).toEqual([40, 101.2, 162.4, 223.6, 284.8]);
    expect(destination).toEqual({ x: 346, y: 70.5 });
  });

  it.each([
    [2, [123.5, 71.5], 119],
    [4, [123.5, 73.5, 123, 76], 120],
    [5, [123.5, 73.9, 123.8, 77.2, 121.6], 70.5],
    [7, [132.3, 94.7, 132.7, 97.4, 131.2, 92.4, 129.7], 90.9],
  ])("T2 draws %i stations as in the looks", (stations, heights, goal) => {
    const trail = panel({ stations });
    expect(trail.points.map(({ y }) => y)).toEqual(heights);
    expect(trail.destination.y).toBe(goal);
  });

  it("T3 draws one cubic per stretch and enters from outside", () => {
    const { walked } = panel();
    expect(walked).toBe(
      "M-24 97.5C8 97.5 8 123.5 40 123.5C70.6 123.5 70.6 73.9 101.2 73.9C131.8 73.9 131.8 123.8 162.4 123.8",
    );
  });

  it("T4 lights the way to here, dashes to the next, dots the rest", () => {
    const trail = panel();
    expect(trail.next).toBe("M162.4 123.8C193 123.8 193 77.2 223.6 77.2");
    expect(trail.far).toMatch(/^M223\.6 77\.2.* 346 70\.5$/);
    expect(trail.bed).toMatch(/^M-24 .* 346 70\.5$/);
  });

  it("T4 has walked everything when nothing is left", () => {
    const trail = panel({ here: null, next: null });
    expect(trail.walked).toBe(trail.bed);
    expect([trail.next, trail.far]).toEqual(["", ""]);
  });

  it("T5 puts names outside of the bend and the outer ones on the margin", () => {
    const { labels, goal } = panel();
    expect(labels.map(({ side }) => side)).toEqual(["down", "up", "down", "up", "down"]);
    expect([labels[0]?.align, labels[1]?.align, goal.align]).toEqual(["start", "center", "end"]);
    expect(goal).toMatchObject({ side: "up", gap: 30 });
  });

  it.each(layouts)(
    "T6 keeps names apart: $stations stations, $width px, names $name, goal $goalName, here $here",
    (layout) => {
      const all = boxes(layout);
      const meeting = all.flatMap((a, i) => all.slice(i + 1).filter((b) => overlap(a, b)));
      expect(meeting).toEqual([]);
    },
  );

  it.each(layouts)(
    "T7 stays inside: $stations stations, $width px, names $name, goal $goalName, here $here",
    (layout) => {
      for (const box of boxes(layout)) {
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(layout.width);
        expect(box.top).toBeGreaterThanOrEqual(0);
        expect(box.bottom).toBeLessThanOrEqual(194);
      }
    },
  );
});

describe("contours", () => {
  it("T8 closes every ring and repeats itself", () => {
    const hill = { at: { x: 340, y: 72.5 }, shape: "peak", rings: 6 } as const;
    expect(contours(hill)).toHaveLength(6);
    expect(contours(hill).every((ring) => ring.endsWith("Z"))).toBe(true);
    expect(contours(hill)).toEqual(contours(hill));
  });
});
