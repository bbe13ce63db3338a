import type { Words } from "../../say.ts";

/** French. Keys begin with `gains.`. */
export const gains: Words = {};
