import type { Words } from "../../say.ts";

/** French. Keys begin with `library.`. */
export const library: Words = {};
