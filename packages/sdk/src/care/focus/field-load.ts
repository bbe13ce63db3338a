import type { Guest } from "../../runtime/guest.ts";
import { takeSeconds } from "./field-time.ts";
import type { Field } from "./find-fields.ts";
import type { FormState } from "./form-view.ts";
import type { Memory } from "./memory.ts";
import type { Need } from "./needed.ts";

/** So many names of fields travel at most. */
const mostNames = 40;

const names = (fields: readonly Field[]): string[] =>
  [...new Set(fields.map(({ name }) => name).filter(Boolean))].slice(0, mostNames);

/**
 * What M17 needs of one save: which fields were there, which the person edited, and how many seconds they were at work in
 * each. Names only, never what is in them.
 */
export function reportFields(guest: Guest, need: Need, { fields, folded }: FormState, memory: Memory): void {
  const shown = fields.filter((field) => !folded.includes(field));
  const edited = fields.filter((field) => memory.isChanged(field));
  const all = names(fields);
  guest.report({
    type: "focus.fields",
    journey: need.journey,
    step: need.step,
    subject: need.subject,
    props: {
      visible: shown.length,
      edited: edited.length,
      names: all,
      editedNames: names(edited),
      seconds: takeSeconds(guest, memory, all),
    },
  });
}
