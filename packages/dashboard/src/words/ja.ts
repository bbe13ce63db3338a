import type { Translation } from "./en.ts";
import { live } from "./ja/live.ts";
import { picture } from "./ja/picture.ts";
import { report } from "./ja/report.ts";
import { shell } from "./ja/shell.ts";
import { text } from "./ja/text.ts";
import { voices } from "./ja/voices.ts";

/** Japanese. */
export const translation: Translation = { ...shell, ...text, ...picture, ...live, ...report, ...voices };
