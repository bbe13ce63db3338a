import type { Words } from "../../say.ts";

/** Spanish. Keys begin with `gains.`. */
export const gains: Words = {};
