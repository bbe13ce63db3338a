import type { Words } from "../../say.ts";

/** German. Keys begin with `handover.`. */
export const handover: Words = {};
