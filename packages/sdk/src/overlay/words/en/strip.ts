import type { Words } from "../../say.ts";

/** English. Keys begin with `strip.`. */
export const strip: Words = {};
