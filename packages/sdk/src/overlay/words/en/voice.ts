import type { Words } from "../../say.ts";

/** English. Keys begin with `voice.`. */
export const voice: Words = {};
