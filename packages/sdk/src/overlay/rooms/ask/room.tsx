import type { Room } from "../../context.ts";
import { ask } from "../../words/en/ask.ts";

export const room: Room = { view: () => null, css: "", words: ask };
