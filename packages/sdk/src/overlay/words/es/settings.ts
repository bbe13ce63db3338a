import type { Words } from "../../say.ts";

/** Spanish. Keys begin with `settings.`. */
export const settings: Words = {};
