import type { Words } from "../say.ts";
import { ask } from "./es/ask.ts";
import { core } from "./es/core.ts";
import { focus } from "./es/focus.ts";
import { gains } from "./es/gains.ts";
import { handover } from "./es/handover.ts";
import { library } from "./es/library.ts";
import { myMap } from "./es/my-map.ts";
import { settings } from "./es/settings.ts";
import { strip } from "./es/strip.ts";
import { voice } from "./es/voice.ts";

/** All words in Spanish. */
export const es: Words = {
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
