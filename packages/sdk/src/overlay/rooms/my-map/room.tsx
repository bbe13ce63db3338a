import type { Room } from "../../context.ts";
import { myMap } from "../../words/en/my-map.ts";
import { MyMap } from "./my-map.tsx";
import { myMapCss } from "./style.ts";

export const room: Room = { view: MyMap, css: myMapCss, words: myMap };
