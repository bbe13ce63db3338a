import type { Room } from "../../context.ts";
import { gains } from "../../words/en/gains.ts";

export const room: Room = { view: () => null, css: "", words: gains };
