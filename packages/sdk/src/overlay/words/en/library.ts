import type { Words } from "../../say.ts";

/** English. Keys begin with `library.`. */
export const library: Words = {};
