import type { Words } from "../../say.ts";

/** Japanese. Keys begin with `focus.`. */
export const focus: Words = {};
