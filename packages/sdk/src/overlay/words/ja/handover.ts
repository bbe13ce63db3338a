import type { Words } from "../../say.ts";

/** Japanese. Keys begin with `handover.`. */
export const handover: Words = {};
