import { isWithin } from "./controls.ts";
import type { Field } from "./find-fields.ts";
import type { FormState } from "./form-view.ts";
import { focusedElement } from "./read-field.ts";

/** A field that was folded until a check of the host's found it wrong. */
export function findWrong(folded: readonly Field[], { fields, fates }: FormState): Field | undefined {
  return folded.find(({ key }) => fates[fields.findIndex((field) => field.key === key)] === "invalid");
}

/** Takes the person to a field that was found wrong, where the host has not taken them to one already. */
export function leadToWrong(wrong: Field, { fields, fates }: FormState): void {
  const at = focusedElement();
  const there = fields.some(
    ({ controls }, index) => fates[index] === "invalid" && at && controls.some((each) => isWithin(at, each)),
  );
  const [control] = fields.find(({ key }) => key === wrong.key)?.controls ?? [];
  if (!there && control instanceof HTMLElement) control.focus();
}
