import type { Room } from "../../context.ts";
import { myMap } from "../../words/en/my-map.ts";
import { selectCss } from "../frame.tsx";
import { MyMap } from "./my-map.tsx";
import { myMapCss } from "./style.ts";

export const room: Room = { view: MyMap, css: selectCss + myMapCss, words: myMap };
