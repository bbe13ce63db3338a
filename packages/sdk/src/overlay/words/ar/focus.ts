import type { Words } from "../../say.ts";

/** Arabic. Keys begin with `focus.`. */
export const focus: Words = {};
