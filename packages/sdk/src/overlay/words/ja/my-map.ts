import type { Words } from "../../say.ts";

/** Japanese. Keys begin with `my-map.`. */
export const myMap: Words = {};
