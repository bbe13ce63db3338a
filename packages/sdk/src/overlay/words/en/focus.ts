import type { Words } from "../../say.ts";

/** English. Keys begin with `focus.`. */
export const focus: Words = {
  "focus.region": "Focus view",
  "focus.label": "Focus",
  "focus.needed.one": "{n} of {total} fields is needed for this step",
  "focus.needed.other": "{n} of {total} fields are needed for this step",
  "focus.all": "Show all",
  "focus.more.one": "{n} more field",
  "focus.more.other": "{n} more fields",
  "focus.none": "none required, none changed",
  "focus.folded.one": "{n} field folded, {key} shows all",
  "focus.folded.other": "{n} fields folded, {key} shows all",
  "focus.folded-only.one": "{n} field folded",
  "focus.folded-only.other": "{n} fields folded",
  "focus.shown.one": "{n} field is shown",
  "focus.shown.other": "All {n} fields are shown",
  "focus.nothing": "All fields are needed now, so none is folded",
  "focus.kept": "you changed it, so it stays",
  "focus.kept-of": "{field}: you changed it, so it stays",
};
