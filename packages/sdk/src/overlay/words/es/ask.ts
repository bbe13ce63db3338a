import type { Words } from "../../say.ts";

/** Spanish. Keys begin with `ask.`. */
export const ask: Words = {};
