import type { Words } from "../../say.ts";

/** Japanese. Keys begin with `ask.`. */
export const ask: Words = {};
