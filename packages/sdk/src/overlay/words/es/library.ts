import type { Words } from "../../say.ts";

/** Spanish. Keys begin with `library.`. */
export const library: Words = {};
