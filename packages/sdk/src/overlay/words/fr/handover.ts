import type { Words } from "../../say.ts";

/** French. Keys begin with `handover.`. */
export const handover: Words = {};
