import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meet, type Rect } from "./place.ts";
import { placeSheet, type SheetRoom } from "./place-sheet.ts";

const room: SheetRoom = { width: 320, top: 0, bottom: 640, whole: 180, bar: 52, cramped: false };
const row = (y: number, height = 44): Rect => ({ x: 16, y, width: 288, height });

describe("placeSheet", () => {
  it("K20 stands whole at the bottom, at the top where something is needed there, and stays where it is as good", () => {
    expect(placeSheet([row(100)], room)).toEqual({ side: "bottom", folded: false, hidden: false });
    expect(placeSheet([row(560)], room)).toEqual({ side: "top", folded: false, hidden: false });
    expect(placeSheet([row(300)], room, "top").side).toBe("top");
  });

  it("K20 folds where something is needed at both ends, and hides only where not even a bar has room", () => {
    expect(placeSheet([row(120), row(560, 20)], room)).toEqual({ side: "bottom", folded: true, hidden: false });
    expect(placeSheet([row(120), row(590)], room)).toEqual({ side: "top", folded: true, hidden: false });
    expect(placeSheet([row(10), row(590)], room).hidden).toBe(true);
  });

  it("K22 is a bar in what the keyboard leaves", () => {
    const cramped = { ...room, bottom: 340, cramped: true };
    expect(placeSheet([row(100)], cramped)).toEqual({ side: "bottom", folded: true, hidden: false });
    expect(placeSheet([row(300)], cramped).side).toBe("top");
  });

  it("K20 never lies on anything that is needed, wherever that is", () => {
    const needs = fc.array(
      fc.record({
        x: fc.constant(0),
        y: fc.integer({ min: -200, max: 700 }),
        width: fc.constant(320),
        height: fc.nat(300),
      }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(needs, fc.boolean(), (boxes, cramped) => {
        const { side, folded, hidden } = placeSheet(boxes, { ...room, cramped });
        const height = folded ? room.bar : room.whole;
        const box = { x: 0, y: side === "top" ? 0 : 640 - height, width: 320, height };
        expect(hidden || !boxes.some((need) => meet(box, need))).toBe(true);
      }),
    );
  });
});
