import type { Words } from "../../say.ts";

/** French. Keys begin with `ask.`. */
export const ask: Words = {};
