import type { Words } from "../../say.ts";

/** Arabic. Keys begin with `ask.`. */
export const ask: Words = {};
