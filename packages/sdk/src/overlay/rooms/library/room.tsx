import type { Room } from "../../context.ts";
import { library } from "../../words/en/library.ts";

export const room: Room = { view: () => null, css: "", words: library };
