import type { Words } from "../../say.ts";

/** German. Keys begin with `my-map.`. */
export const myMap: Words = {};
