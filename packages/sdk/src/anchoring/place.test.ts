import { describe, expect, it } from "vitest";
import { placeCard, type Rect } from "./place.ts";

const card = { width: 300, height: 180 };
const view = { width: 1280, height: 800 };
const at = (x: number, y: number, width = 120, height = 36): Rect => ({ x, y, width, height });

const covers = (target: Rect, place: { x: number; y: number }): boolean =>
  place.x < target.x + target.width &&
  target.x < place.x + card.width &&
  place.y < target.y + target.height &&
  target.y < place.y + card.height;

describe("placeCard", () => {
  it("A1 stands below where there is room", () => {
    expect(placeCard(at(400, 200), card, view, "ltr")).toMatchObject({ side: "below", align: "start", x: 378, y: 256 });
  });

  it("A1 stands above near the bottom", () => {
    expect(placeCard(at(400, 700), card, view, "ltr")).toMatchObject({ side: "above", y: 500 });
  });

  it("A1 stands beside a tall target", () => {
    expect(placeCard(at(400, 20, 200, 760), card, view, "ltr")).toMatchObject({ side: "beside", x: 620 });
  });

  it("A2 turns to the other edge where the viewport ends", () => {
    expect(placeCard(at(1150, 200), card, view, "ltr")).toMatchObject({ align: "end", x: 972 });
  });

  it("A2 begins at the right in right to left", () => {
    expect(placeCard(at(700, 200), card, view, "rtl")).toMatchObject({ align: "start", x: 542 });
  });

  it("A3 points the notch at the middle of a narrow target", () => {
    const { x, notch } = placeCard(at(400, 200, 20, 20), card, view, "ltr");
    expect(x + notch).toBe(410);
  });

  it("A6 stands above where below it would lie on the next field, and above on none", () => {
    const target = at(300, 400, 400, 40);
    expect(placeCard(target, card, view, "ltr").side).toBe("below");
    expect(placeCard(target, card, view, "ltr", [at(300, 480, 180, 40)]).side).toBe("above");
    expect(placeCard(target, card, view, "ltr", [at(300, 480, 180, 40), at(300, 330, 180, 40)]).side).toBe("below");
    expect(placeCard(target, card, view, "ltr", [at(900, 480, 180, 40)]).side).toBe("below");
  });

  it.each([
    [0, 0],
    [1240, 0],
    [0, 760],
    [1240, 760],
    [600, 380],
    [2, 300],
    [1200, 500],
  ])("A4 never covers a target at %i, %i and stays in view", (x, y) => {
    for (const dir of ["ltr", "rtl"] as const) {
      const place = placeCard(at(x, y, 40, 40), card, view, dir);
      expect(covers(at(x, y, 40, 40), place)).toBe(false);
      expect(place.x).toBeGreaterThanOrEqual(8);
      expect(place.x + card.width).toBeLessThanOrEqual(view.width - 8);
      expect(place.y).toBeGreaterThanOrEqual(8);
    }
  });
});
