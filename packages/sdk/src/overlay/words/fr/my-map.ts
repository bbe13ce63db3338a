import type { Words } from "../../say.ts";

/** French. Keys begin with `my-map.`. */
export const myMap: Words = {};
