import type { Translation } from "./en.ts";
import { live } from "./fr/live.ts";
import { picture } from "./fr/picture.ts";
import { report } from "./fr/report.ts";
import { shell } from "./fr/shell.ts";
import { text } from "./fr/text.ts";
import { voices } from "./fr/voices.ts";

/** French. */
export const translation: Translation = { ...shell, ...text, ...picture, ...live, ...report, ...voices };
