import type { Words } from "../../say.ts";

/** Spanish. Keys begin with `handover.`. */
export const handover: Words = {};
