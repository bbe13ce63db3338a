import type { Words } from "../../say.ts";

/** Japanese. Keys begin with `settings.`. */
export const settings: Words = {};
