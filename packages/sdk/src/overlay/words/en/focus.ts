import type { Words } from "../../say.ts";

/** English. Keys begin with `focus.`. */
export const focus: Words = {};
