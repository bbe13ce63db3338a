import type { Words } from "../../say.ts";

/** Japanese. Keys begin with `strip.`. */
export const strip: Words = {};
