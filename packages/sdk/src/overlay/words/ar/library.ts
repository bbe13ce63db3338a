import type { Words } from "../../say.ts";

/** Arabic. Keys begin with `library.`. */
export const library: Words = {};
