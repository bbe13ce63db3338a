import type { Words } from "../../say.ts";

/** Japanese. Keys begin with `gains.`. */
export const gains: Words = {};
