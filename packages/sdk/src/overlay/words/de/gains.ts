import type { Words } from "../../say.ts";

/** German. Keys begin with `gains.`. */
export const gains: Words = {};
