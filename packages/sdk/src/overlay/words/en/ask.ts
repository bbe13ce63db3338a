import type { Words } from "../../say.ts";

/** English. Keys begin with `ask.`. */
export const ask: Words = {};
