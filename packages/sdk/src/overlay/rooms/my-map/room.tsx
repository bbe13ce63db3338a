import type { Room } from "../../context.ts";
import { myMap } from "../../words/en/my-map.ts";

export const room: Room = { view: () => null, css: "", words: myMap };
