import type { Words } from "../say.ts";
import { ask } from "./de/ask.ts";
import { core } from "./de/core.ts";
import { focus } from "./de/focus.ts";
import { gains } from "./de/gains.ts";
import { handover } from "./de/handover.ts";
import { library } from "./de/library.ts";
import { myMap } from "./de/my-map.ts";
import { settings } from "./de/settings.ts";
import { strip } from "./de/strip.ts";
import { voice } from "./de/voice.ts";

/** All words in German. */
export const de: Words = {
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
