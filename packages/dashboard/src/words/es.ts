import type { Translation } from "./en.ts";
import { live } from "./es/live.ts";
import { picture } from "./es/picture.ts";
import { report } from "./es/report.ts";
import { shell } from "./es/shell.ts";
import { text } from "./es/text.ts";
import { voices } from "./es/voices.ts";

/** Spanish. */
export const translation: Translation = { ...shell, ...text, ...picture, ...live, ...report, ...voices };
