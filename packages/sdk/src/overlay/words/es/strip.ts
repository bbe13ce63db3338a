import type { Words } from "../../say.ts";

/** Spanish. Keys begin with `strip.`. */
export const strip: Words = {};
