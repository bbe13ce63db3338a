import type { Words } from "../../say.ts";

/** Japanese. Keys begin with `library.`. */
export const library: Words = {};
