import type { Words } from "../../say.ts";

/** French. Keys begin with `focus.`. */
export const focus: Words = {};
