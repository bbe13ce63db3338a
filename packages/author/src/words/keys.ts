import type { en } from "./en.ts";

/** Names one text of the editor. */
export type WordKey = keyof typeof en;

/** All texts of one language. */
export type Words = Readonly<Record<WordKey, string>>;
