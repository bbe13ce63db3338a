import type { Words } from "../../say.ts";

/** German. Keys begin with `strip.`. */
export const strip: Words = {};
