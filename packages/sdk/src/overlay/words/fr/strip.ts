import type { Words } from "../../say.ts";

/** French. Keys begin with `strip.`. */
export const strip: Words = {};
