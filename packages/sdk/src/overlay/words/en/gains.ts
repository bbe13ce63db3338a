import type { Words } from "../../say.ts";

/** English. Keys begin with `gains.`. */
export const gains: Words = {};
