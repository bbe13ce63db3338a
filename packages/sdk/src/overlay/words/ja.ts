import type { Words } from "../say.ts";
import { ask } from "./ja/ask.ts";
import { core } from "./ja/core.ts";
import { focus } from "./ja/focus.ts";
import { gains } from "./ja/gains.ts";
import { handover } from "./ja/handover.ts";
import { library } from "./ja/library.ts";
import { myMap } from "./ja/my-map.ts";
import { settings } from "./ja/settings.ts";
import { strip } from "./ja/strip.ts";
import { voice } from "./ja/voice.ts";

/** All words in Japanese. */
export const ja: Words = {
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
