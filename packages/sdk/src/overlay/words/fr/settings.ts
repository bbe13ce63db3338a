import type { Words } from "../../say.ts";

/** French. Keys begin with `settings.`. */
export const settings: Words = {};
