import type { Words } from "../../say.ts";

/** Arabic. Keys begin with `strip.`. */
export const strip: Words = {};
