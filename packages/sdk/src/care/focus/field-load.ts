import type { Guest } from "../../runtime/guest.ts";
import type { Field } from "./find-fields.ts";
import type { FormState } from "./form-view.ts";
import type { Memory } from "./memory.ts";
import type { Need } from "./needed.ts";

/** So many names of fields travel at most. */
const mostNames = 40;

const names = (fields: readonly Field[]): string[] =>
  [...new Set(fields.map(({ name }) => name).filter(Boolean))].slice(0, mostNames);

/** What M17 needs of one save: which fields were there, and which the person edited. Names only, never what is in them. */
export function reportFields(guest: Guest, need: Need, { fields, folded }: FormState, memory: Memory): void {
  const shown = fields.filter((field) => !folded.includes(field));
  const edited = fields.filter((field) => memory.isChanged(field));
  guest.report({
    type: "focus.fields",
    journey: need.journey,
    step: need.step,
    subject: need.subject,
    props: { visible: shown.length, edited: edited.length, names: names(fields), editedNames: names(edited) },
  });
}
