import type { Words } from "../../say.ts";

/** The interface's words in Arabic. `{name}` is filled in. */
export const core: Words = {};
