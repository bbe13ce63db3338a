import type { Words } from "../../say.ts";

/** English. Keys begin with `my-map.`. */
export const myMap: Words = {};
