import { meet, type Rect } from "./place.ts";

/** Where a sheet lies on a phone. */
export interface SheetPlace {
  side: "top" | "bottom";
  /** Only a bar of one line is left of it. */
  folded: boolean;
  /** Not even that has room: it is not seen until there is some. */
  hidden: boolean;
}

/** What a sheet has to fit into, px of the viewport. */
export interface SheetRoom {
  width: number;
  /** The part of the screen that no keyboard covers. */
  top: number;
  bottom: number;
  /** Height of the whole sheet, and of its bar. */
  whole: number;
  bar: number;
  /** A keyboard takes the place of the whole sheet. */
  cramped: boolean;
}

/**
 * Finds a place for the sheet where it lies on nothing that is needed: whole at the bottom, else at the top, else folded
 * to a bar at either end. What it already does it goes on doing where that is as good.
 *
 * @param needs What has to stay free, px of the viewport.
 * @example
 * ```ts
 * const room = { width: 320, top: 0, bottom: 640, whole: 180, bar: 52, cramped: false };
 * placeSheet([{ x: 0, y: 600, width: 320, height: 40 }], room); // at the top
 * ```
 */
export function placeSheet(needs: readonly Rect[], room: SheetRoom, before?: SheetPlace["side"]): SheetPlace {
  const sides: SheetPlace["side"][] = before === "top" ? ["top", "bottom"] : ["bottom", "top"];
  for (const folded of room.cramped ? [true] : [false, true]) {
    const height = folded ? room.bar : room.whole;
    for (const side of sides) {
      const y = side === "top" ? room.top : room.bottom - height;
      const box = { x: 0, y, width: room.width, height };
      if (y >= room.top && !needs.some((need) => meet(box, need))) return { side, folded, hidden: false };
    }
  }
  return { side: "bottom", folded: true, hidden: true };
}
