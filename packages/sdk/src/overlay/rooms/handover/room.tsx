import type { Room } from "../../context.ts";
import { handover } from "../../words/en/handover.ts";

export const room: Room = { view: () => null, css: "", words: handover };
