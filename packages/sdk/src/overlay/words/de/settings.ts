import type { Words } from "../../say.ts";

/** German. Keys begin with `settings.`. */
export const settings: Words = {};
