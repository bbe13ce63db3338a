/** What a page can say about one field of a form, without its value. */
export interface FieldFacts {
  /** The step names it. */
  lit: boolean;
  required: boolean;
  /** It, or what stands beside it, says that something is wrong. */
  invalid: boolean;
  /** It holds something else than when it came. */
  changed: boolean;
  /** The person is in it, or in a list that belongs to it. */
  focused: boolean;
  /** The browser filled it in. */
  autofilled: boolean;
  /** The browser fills it in along with others of its kind (an address, a card). */
  fillable: boolean;
  /** Its label, control and help can be folded as one, and nothing else with them. */
  whole: boolean;
  /** It has been in view since the person turned the focus view on. */
  seen: boolean;
}

/** `lit`: the step needs it. `folded`: out of the way. The rest stays as it is, with the reason. */
export type FieldFate =
  | "lit"
  | "folded"
  | "required"
  | "invalid"
  | "changed"
  | "focused"
  | "autofilled"
  | "together"
  | "whole"
  | "seen"
  | "few";

/** Fewer than these are not worth a fold. */
export const fewestFolded = 3;

/** Why a field must stay, the weightiest reason first. */
function reasonToStay(field: FieldFacts): FieldFate | null {
  if (field.lit) return "lit";
  if (field.invalid) return "invalid";
  if (field.required) return "required";
  if (field.changed) return "changed";
  if (field.focused) return "focused";
  if (field.autofilled) return "autofilled";
  if (!field.whole) return "whole";
  return field.seen ? "seen" : null;
}

/**
 * Which fields of a form the focus view folds while a step needs some of them: never one that is required, wrong, changed,
 * focused or filled in by the browser, nor one that was in view before; none at all where the step needs none, or where
 * it is not worth it. What the browser fills in together stays together.
 *
 * @returns one fate a field, in the same order.
 * @example
 * ```ts
 * foldFields([{ ...plain, lit: true }, plain, plain, plain]); // ["lit", "folded", "folded", "folded"]
 * ```
 */
export function foldFields(fields: readonly FieldFacts[]): FieldFate[] {
  const reasons = fields.map(reasonToStay);
  const fills = fields.some(({ fillable }, index) => fillable && reasons[index] !== null);
  const fates = reasons.map((reason, index): FieldFate => {
    if (reason !== null) return reason;
    return fills && fields[index]?.fillable ? "together" : "folded";
  });
  const folded = fates.filter((fate) => fate === "folded").length;
  const begun = fields.some(({ seen }) => seen);
  const enough = folded >= fewestFolded || (begun && folded > 0);
  if (fates.includes("lit") && enough) return fates;
  return fates.map((fate) => (fate === "folded" ? "few" : fate));
}
