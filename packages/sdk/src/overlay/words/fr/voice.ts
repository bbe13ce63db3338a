import type { Words } from "../../say.ts";

/** French. Keys begin with `voice.`. */
export const voice: Words = {};
