import type { Words } from "../../say.ts";

/** German. Keys begin with `focus.`. */
export const focus: Words = {};
