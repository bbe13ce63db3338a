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
  const widest = document.documentElement.clientWidth - chip.width - apart;
  const within = (x: number): number => Math.max(apart, Math.min(x, widest));
  /** Above the form at its edges, in it a little inside of them; never out of the window. */
  const places = [-apart, apart].flatMap((y): Place[] => {
    const inset = Math.max(y, 0);
    const start = { top: y, left: within(left + inset) - left, right: null };
    const end = { top: y, left: null, right: right - chip.width - within(right - inset - chip.width) };
    return dir === "ltr" ? [end, start] : [start, end];
  });
  const middle = (place: Place): number => top + place.top + (Math.sign(place.top) * chip.height) / 2;
  const free = (place: Place): boolean => {
    const x = place.left === null ? right - (place.right ?? 0) - chip.width : left + place.left;
    return [2, chip.width / 2, chip.width - 2].every((at) => {
      const hit = document.elementsFromPoint(x + at, middle(place)).find((each) => !isOurs(each));
      return !isTaken(hit, form, state);
    });
  };
  const known = places.find((each) => each.top === before?.top && (each.left === null) === (before.left === null));
  // Out of the window nothing can be told.
  if (known && (middle(known) < 0 || middle(known) > innerHeight)) return known;
  return (known && free(known) ? known : places.find(free)) ?? (places[0] as Place);
}
