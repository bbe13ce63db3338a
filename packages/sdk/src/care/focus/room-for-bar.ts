import type { Stop } from "../../ports/platform.ts";
import { isOurs } from "../../targeting/tree.ts";
import { hold } from "./cloak.ts";
import { isWithin } from "./controls.ts";
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

/** Between the chip and the form's head, px. */
const apart = 8;

/** Whether something a person reads or works with stands there: then it is no free place. */
function isTaken(hit: Element | undefined, form: Element, { fields }: FormState): boolean {
  if (hit === undefined || hit.contains(form)) return false;
  if (!form.contains(hit) || fields.some(({ base }) => isWithin(hit, base))) return true;
  return hit.childElementCount === 0 && hit.textContent?.trim() !== "";
}

/**
 * While everything is in view nothing is moved: the bar is a chip in a free place above the form's head, else in it, where
 * a bar of the host's lies above it. Where it stood it stays for as long as that is free.
 */
export function besideForm(
  form: Element,
  state: FormState,
  chip: { width: number; height: number },
  dir: "ltr" | "rtl",
  before: Place | null,
): Place {
  const { top, left, right } = form.getBoundingClientRect();
  const [end, start] = [
    { left: null, right: apart },
    { left: apart, right: null },
  ];
  const sides = dir === "ltr" ? [end, start] : [{ ...start }, { ...end }];
  const places = [-apart, apart].flatMap((y) => sides.map((side) => ({ top: y, ...side })));
  const middle = (place: Place): number => top + place.top + (Math.sign(place.top) * chip.height) / 2;
  const free = (place: Place): boolean => {
    const x = place.left === null ? right - apart - chip.width : left + apart;
    return [2, chip.width / 2, chip.width - 2].every((at) => {
      const hit = document.elementsFromPoint(x + at, middle(place)).find((each) => !isOurs(each));
      return !isTaken(hit, form, state);
    });
  };
  const [first = { top: -apart, ...end }] = places;
  // Out of the window nothing can be told.
  if (before && (middle(before) < 0 || middle(before) > innerHeight)) return before;
  return (before && free(before) ? before : places.find(free)) ?? first;
}
