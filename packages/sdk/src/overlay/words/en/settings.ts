import type { Words } from "../../say.ts";

/** English. Keys begin with `settings.`. */
export const settings: Words = {};
