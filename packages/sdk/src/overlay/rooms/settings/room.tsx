import type { Room } from "../../context.ts";
import { settings } from "../../words/en/settings.ts";

export const room: Room = { view: () => null, css: "", words: settings };
