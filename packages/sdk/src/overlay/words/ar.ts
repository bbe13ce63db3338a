import type { Words } from "../say.ts";
import { ask } from "./ar/ask.ts";
import { core } from "./ar/core.ts";
import { focus } from "./ar/focus.ts";
import { gains } from "./ar/gains.ts";
import { handover } from "./ar/handover.ts";
import { library } from "./ar/library.ts";
import { myMap } from "./ar/my-map.ts";
import { settings } from "./ar/settings.ts";
import { strip } from "./ar/strip.ts";
import { voice } from "./ar/voice.ts";

/** All words in Arabic. */
export const ar: Words = {
  ...core,
  ...ask,
  ...focus,
  ...gains,
  ...handover,
  ...library,
  ...myMap,
  ...settings,
  ...strip,
  ...voice,
};
