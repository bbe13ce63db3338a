import type { Words } from "../../say.ts";

/** German. Keys begin with `voice.`. */
export const voice: Words = {};
