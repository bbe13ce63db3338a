import type { Words } from "../../say.ts";

/** German. Keys begin with `ask.`. */
export const ask: Words = {};
