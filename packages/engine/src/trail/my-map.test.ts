import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Crowd, lanes, layMyMap, type MyMap, type Point } from "./index.ts";

const crowd: fc.Arbitrary<Crowd> = fc.record({
  overdue: fc.nat(12),
  today: fc.nat(12),
  nothing: fc.nat(12),
  planned: fc.nat(400),
});
const crowds = fc.array(crowd, { minLength: 1, maxLength: 7 });
const far = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
const wide = (all: readonly Crowd[]): MyMap => layMyMap({ width: 1016, height: 312, crowds: all });
const phone = (all: readonly Crowd[]): MyMap => layMyMap({ width: 360, height: 530, crowds: all, turned: true });
const five = Array.from({ length: 5 }, () => ({ overdue: 2, today: 2, nothing: 2, planned: 4 }));

describe("layMyMap", () => {
  it("M8 every record has a dot or is counted", () => {
    fc.assert(
      fc.property(crowds, (all) => {
        for (const { dots, rest } of [wide(all), phone(all)]) {
          for (const [station, there] of all.entries()) {
            for (const lane of lanes) {
              const own = dots.filter((dot) => dot.station === station && dot.lane === lane).length;
              const more = rest.find((each) => each.station === station && each.lane === lane)?.count ?? 0;
              expect(own + more).toBe(there[lane]);
            }
          }
        }
      }),
    );
  });

  it("M8 stations and way are those of the looks", () => {
    const { points, destination, stride } = wide(five);
    expect(points.map(({ x }) => x)).toEqual([112, 278, 444, 610, 776]);
    expect([destination.x, stride]).toEqual([942, 166]);
    expect(
      points.map(({ y }) => y).every((y, index) => Math.abs(y - ([190.5, 127.1, 191, 131.4, 188.3][index] ?? 0)) < 3),
    ).toBe(true);
    const turned = phone(five);
    expect(turned.points.map(({ y }) => y)).toEqual([60, 146, 232, 318, 404]);
    expect(turned.destination.y).toBe(490);
  });

  it("M9 dots of one lane keep the room of a pointer, also to the next station's", () => {
    fc.assert(
      fc.property(crowds, (all) => {
        const { dots, rest } = wide(all.slice(0, 5));
        for (const lane of lanes) {
          const row = [...dots, ...rest].filter((each) => each.lane === lane).map(({ at }) => at);
          for (const [index, at] of row.entries()) {
            for (const other of row.slice(index + 1)) expect(far(at, other)).toBeGreaterThanOrEqual(21);
          }
        }
      }),
    );
  });

  it("M9 lanes run beside the way: late above, the rest below, and a phone turns all of it", () => {
    const { points, dots } = wide(five.map(() => ({ overdue: 1, today: 1, nothing: 1, planned: 1 })));
    const offset = { overdue: -50, today: -26, nothing: 26, planned: 50 };
    for (const { at, lane, station } of dots) {
      expect(at.x).toBeCloseTo(points[station]?.x ?? 0, 0);
      expect(at.y - (points[station]?.y ?? 0)).toBeCloseTo(offset[lane], 0);
    }
    const turned = phone(five.map(() => ({ overdue: 1, today: 0, nothing: 0, planned: 1 })));
    for (const { at, lane, station } of turned.dots) {
      expect(at.x - (turned.points[station]?.x ?? 0)).toBeCloseTo(lane === "overdue" ? -41 : 41, 0);
    }
  });
});
