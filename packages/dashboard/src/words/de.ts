import { live } from "./de/live.ts";
import { picture } from "./de/picture.ts";
import { report } from "./de/report.ts";
import { shell } from "./de/shell.ts";
import { text } from "./de/text.ts";
import { voices } from "./de/voices.ts";
import type { Translation } from "./en.ts";

/** German. */
export const translation: Translation = { ...shell, ...text, ...picture, ...live, ...report, ...voices };
