import { live } from "./en/live.ts";
import { picture } from "./en/picture.ts";
import { report } from "./en/report.ts";
import { shell } from "./en/shell.ts";
import { text } from "./en/text.ts";
import { voices } from "./en/voices.ts";

/** Every word the dashboard shows. */
export type Words = typeof shell & typeof text & typeof picture & typeof live & typeof voices & typeof report;

/** The shapes of the rooms, for the other languages. */
export type ShellWords = typeof shell;
export type TextWords = typeof text;
export type PictureWords = typeof picture;
export type LiveWords = typeof live;
export type ReportWords = typeof report;

/** What a language brings: all of it. */
export type Translation = Words;

/** English: what every other language is measured by. */
export const english: Words = { ...shell, ...text, ...picture, ...live, ...voices, ...report };
