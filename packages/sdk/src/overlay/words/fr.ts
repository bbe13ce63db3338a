import type { Words } from "../say.ts";
import { ask } from "./fr/ask.ts";
import { core } from "./fr/core.ts";
import { focus } from "./fr/focus.ts";
import { gains } from "./fr/gains.ts";
import { handover } from "./fr/handover.ts";
import { library } from "./fr/library.ts";
import { myMap } from "./fr/my-map.ts";
import { settings } from "./fr/settings.ts";
import { strip } from "./fr/strip.ts";
import { voice } from "./fr/voice.ts";

/** All words in French. */
export const fr: Words = {
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
