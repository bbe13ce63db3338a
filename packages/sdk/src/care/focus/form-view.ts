import { type FieldFate, foldFields } from "@waymark/engine";
import type { Stop } from "../../ports/platform.ts";
import { fold, foldToPlace, ring } from "./cloak.ts";
import { isDrawn, isWithin } from "./controls.ts";
import { type Field, findFields, partsToFold, type Survey } from "./find-fields.ts";
import type { LitFields } from "./lit-fields.ts";
import type { Memory } from "./memory.ts";
import { factsOf } from "./read-field.ts";
import { lineHeight } from "./style.ts";

/** How a form stands: what the bar draws. */
export interface FormState {
  fields: readonly Field[];
  fates: readonly FieldFate[];
  folded: readonly Field[];
  /** The free place for the line "12 more fields". */
  place: HTMLElement | null;
}

/** Folds and unfolds the fields of one form. Nothing of the form is written to; `clear` leaves it as it was. */
export interface FormView {
  /** Looks anew and folds what may be folded; all is in view with `on` false. */
  draw(on: boolean, colour: string, search: boolean): FormState;
  /** Shows everything at once, until it is drawn again. */
  clear: Stop;
  readonly state: FormState | null;
}

/** A ring hugs what is drawn as the field: up to so much above, below and beside the control, where its buttons are, px. */
const hug = { over: 14, beside: 64 };

function boxOf({ controls, base }: Field): Element {
  const [control] = controls;
  if (!control || controls.length > 1) return base;
  const inner = control.getBoundingClientRect();
  let best = control;
  for (let at = control.parentElement; at && isWithin(at, base); at = at.parentElement) {
    const { top, left, right, bottom } = at.getBoundingClientRect();
    const over = Math.max(inner.top - top, bottom - inner.bottom);
    const beside = Math.max(inner.left - left, right - inner.right);
    if (over > hug.over || beside > hug.beside) break;
    if (getComputedStyle(at).display !== "contents") best = at;
  }
  return best;
}

function isLit({ controls, parts }: Field, lit: readonly Element[]): boolean {
  return lit.some((each) => [...controls, ...parts].some((part) => isWithin(each, part)));
}

export function createFormView(form: Element, memory: Memory, litFields: LitFields): FormView {
  const held: Stop[] = [];
  let state: FormState | null = null;

  const clear = (): void => {
    for (const stop of held.splice(0)) stop();
  };
  const facts = (survey: Survey, lit: readonly Element[]): FieldFate[] => {
    memory.learn(survey.fields);
    return foldFields(
      survey.fields.map((field) => ({
        ...factsOf(field),
        lit: isLit(field, lit),
        changed: memory.isChanged(field),
        seen: memory.seen.has(field.key),
      })),
    );
  };

  /** Folds what can be; the fields that the host's own rules keep in view are told. */
  const foldAll = (survey: Survey, folded: readonly Field[]): HTMLElement | null => {
    let place: HTMLElement | null = null;
    for (const part of partsToFold(form, survey, folded).reverse()) {
      const asPlace = place || !(part instanceof HTMLElement) ? null : foldToPlace(part, lineHeight);
      if (asPlace) place = part as HTMLElement;
      const show = asPlace ?? fold(part);
      if (show) held.push(show);
    }
    return place;
  };

  return {
    draw: (on, colour, search) => {
      clear();
      const lit = litFields.now(search).filter((each) => isWithin(each, form));
      const survey = findFields(form);
      const { fields } = survey;
      const fates = facts(survey, lit);
      let folded = on ? fields.filter((_, index) => fates[index] === "folded") : [];
      const place = foldAll(survey, folded);
      folded = folded.filter(({ controls }) => controls.some((control) => !isDrawn(control)));
      fields.forEach((field, index) => {
        if (!on || folded.includes(field)) return;
        memory.seen.add(field.key);
        if (fates[index] === "lit" && !factsOf(field).focused) held.push(ring(boxOf(field), colour));
      });
      state = { fields, fates, folded, place };
      return state;
    },
    clear,
    get state() {
      return state;
    },
  };
}
