import type { Words } from "../../say.ts";

/** German. Keys begin with `library.`. */
export const library: Words = {};
