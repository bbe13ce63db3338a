import type { Words } from "../../say.ts";

/** Spanish. Keys begin with `focus.`. */
export const focus: Words = {};
