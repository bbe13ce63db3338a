import type { Words } from "../../say.ts";

/** Arabic. Keys begin with `gains.`. */
export const gains: Words = {};
