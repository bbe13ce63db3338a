import type { Stop } from "../../ports/platform.ts";
import { hold } from "./cloak.ts";
import type { FormState } from "./form-view.ts";
import type { Place } from "./stand.ts";
import { barRoom } from "./style.ts";

/** Where the fields begin and end in a form, px from its edges. */
function span(form: Element, { fields }: FormState): { left: number; right: number } {
  const outer = form.getBoundingClientRect();
  const boxes = fields.map(({ base }) => base.getBoundingClientRect()).filter(({ width }) => width > 0);
  if (boxes.length === 0) return { left: 0, right: 0 };
  const inset = (length: number): number => Math.max(0, Math.min(length, outer.width / 3));
  return {
    left: inset(Math.min(...boxes.map(({ left }) => left)) - outer.left),
    right: inset(outer.right - Math.max(...boxes.map(({ right }) => right))),
  };
}

/** Makes room for the bar at the head of a form and says where that is. */
export function makeRoom(form: Element, state: FormState): { place: Place; give: Stop } {
  const { left, right } = span(form, state);
  const { paddingTop } = getComputedStyle(form);
  const before = Number.parseFloat(paddingTop) || 0;
  const give = hold(form, { paddingTop: `${before + barRoom}px` });
  return { place: { top: before + 12, left, right }, give };
}

const ends = { chip: 8 } as const;

/** While everything is in view nothing is moved: the bar is a chip in a free place beside the form's head. */
export function besideForm(form: Element, chip: { width: number; height: number }, dir: "ltr" | "rtl"): Place {
  const { top, left, right } = form.getBoundingClientRect();
  const end = dir === "ltr" ? { left: null, right: 0 } : { left: 0, right: null };
  const start = dir === "ltr" ? { left: 0, right: null } : { left: null, right: 0 };
  const y = top - ends.chip - chip.height / 2;
  const free = (side: Omit<Place, "top">): boolean => {
    const x = side.left === null ? right - chip.width : left;
    return [2, chip.width / 2, chip.width - 2].every((at) => {
      const hit = document.elementsFromPoint(x + at, y).find((each) => !each.localName.startsWith("waymark-"));
      return hit === undefined || hit.contains(form);
    });
  };
  const place = [end, start].find(free) ?? end;
  return { top: -ends.chip, ...place };
}
