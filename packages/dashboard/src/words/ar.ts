import { live } from "./ar/live.ts";
import { picture } from "./ar/picture.ts";
import { report } from "./ar/report.ts";
import { shell } from "./ar/shell.ts";
import { text } from "./ar/text.ts";
import { voices } from "./ar/voices.ts";
import type { Translation } from "./en.ts";

/** Arabic. */
export const translation: Translation = { ...shell, ...text, ...picture, ...live, ...report, ...voices };
