import type { Words } from "../../say.ts";

/** Spanish. Keys begin with `my-map.`. */
export const myMap: Words = {};
