import { type FieldTime, noFieldTime } from "@waymark/engine";
import type { Field } from "./find-fields.ts";
import { isSealed, readingOf, wasEdited } from "./read-field.ts";

/** What is known of a form's fields over the time it is on the page, also when the host draws it anew. */
export interface Memory {
  /** Takes in what the fields hold before the person has touched the form. */
  learn(fields: readonly Field[]): void;
  isChanged(field: Field): boolean;
  /** The person has begun, in this field: from now on a difference is a change. */
  touch(field: Field | undefined): void;
  /** The form was set back: what it holds now is what it began with. */
  rebase(): void;
  /** Fields in view since the focus view was turned on: they do not fold under the person's hands. */
  readonly seen: Set<string>;
  /** Time at work in each field since the last save, by what the field is called. */
  time: FieldTime;
}

export function createMemory(): Memory {
  const before = new Map<string, string>();
  const edited = new Set<string>();
  let touched = false;
  return {
    learn: (fields) => {
      for (const field of fields) {
        if (!before.has(field.key) && wasEdited(field)) edited.add(field.key);
        // Until then the host is still filling in its record.
        if (!touched || !before.has(field.key)) before.set(field.key, readingOf(field));
      }
    },
    isChanged: (field) => edited.has(field.key) || before.get(field.key) !== readingOf(field),
    touch: (field) => {
      touched = true;
      if (field && isSealed(field)) edited.add(field.key);
    },
    rebase: () => {
      before.clear();
      edited.clear();
      touched = false;
    },
    seen: new Set(),
    time: noFieldTime,
  };
}
