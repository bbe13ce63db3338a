import type { Words } from "../../say.ts";

/** Spanish. Keys begin with `voice.`. */
export const voice: Words = {};
