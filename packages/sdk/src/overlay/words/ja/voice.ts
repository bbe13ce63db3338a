import type { Words } from "../../say.ts";

/** Japanese. Keys begin with `voice.`. */
export const voice: Words = {};
