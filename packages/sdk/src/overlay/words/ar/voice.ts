import type { Words } from "../../say.ts";

/** Arabic. Keys begin with `voice.`. */
export const voice: Words = {};
