import type { Room } from "../../context.ts";
import { voice } from "../../words/en/voice.ts";

export const room: Room = { view: () => null, css: "", words: voice };
