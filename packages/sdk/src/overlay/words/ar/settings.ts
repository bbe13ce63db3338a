import type { Words } from "../../say.ts";

/** Arabic. Keys begin with `settings.`. */
export const settings: Words = {};
