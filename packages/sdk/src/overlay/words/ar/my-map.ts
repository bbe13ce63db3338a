import type { Words } from "../../say.ts";

/** Arabic. Keys begin with `my-map.`. */
export const myMap: Words = {};
