import type { Room } from "../../context.ts";
import { library } from "../../words/en/library.ts";
import { middleCss } from "../frame.tsx";
import { Library } from "./library.tsx";
import { libraryCss } from "./style.ts";

export const room: Room = { view: Library, css: middleCss + libraryCss, words: library };
