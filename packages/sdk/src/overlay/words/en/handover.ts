import type { Words } from "../../say.ts";

/** English. Keys begin with `handover.`. */
export const handover: Words = {};
