import type { Words } from "../../say.ts";

/** Arabic. Keys begin with `handover.`. */
export const handover: Words = {};
