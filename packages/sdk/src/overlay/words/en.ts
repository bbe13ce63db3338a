import type { Words } from "../say.ts";
import { ask } from "./en/ask.ts";
import { core } from "./en/core.ts";
import { focus } from "./en/focus.ts";
import { gains } from "./en/gains.ts";
import { guide } from "./en/guide.ts";
import { handover } from "./en/handover.ts";
import { library } from "./en/library.ts";
import { libraryLine } from "./en/library-line.ts";
import { lists } from "./en/lists.ts";
import { myMap } from "./en/my-map.ts";
import { settings } from "./en/settings.ts";
import { strip } from "./en/strip.ts";
import { voice } from "./en/voice.ts";

/** All words in English. What loads at once takes `en/core.ts`, each room its own. */
export const en: Words = {
  ...core,
  ...ask,
  ...focus,
  ...gains,
  ...guide,
  ...handover,
  ...library,
  ...libraryLine,
  ...lists,
  ...myMap,
  ...settings,
  ...strip,
  ...voice,
};
