import { nextMonday } from "@waymark/engine";
import type { VoicePromises } from "../../../ports/voice.ts";
import type { Say } from "../../say.ts";
import type { GlyphName } from "./glyph.tsx";

/** One line of "Who sees what"; the text knows `**strong**`. */
export interface PromiseLine {
  glyph: GlyphName;
  text: string;
}

/**
 * Who will see what of a report made now, exactly as far as the channel can hold it: the words follow what it can do,
 * never what it is called.
 *
 * @param day Writes a moment as people say it here.
 */
export function promiseLines(
  { leaves, reader, least }: VoicePromises,
  say: Say,
  day: (at: number) => string,
  now: number,
): PromiseLine[] {
  if (!leaves) {
    return [
      { glyph: "lock", text: say("voice.device.stays") },
      { glyph: "eye", text: say("voice.device.nobody") },
      { glyph: "people", text: say("voice.device.profile") },
    ];
  }
  // It leaves in the week after this one, and is read at the earliest when that week is over.
  const from = { day: day(nextMonday(nextMonday(now))) };
  const read = reader === null ? say("voice.sent.anyone", from) : say("voice.sent.reader", { reader, ...from });
  return [
    { glyph: "people", text: `${read} ${say("voice.sent.wording")}` },
    { glyph: "eye", text: say("voice.sent.count", { n: least }) },
    { glyph: "lock", text: say("voice.sent.unlinked") },
    { glyph: "eye", text: say("voice.sent.guess") },
    { glyph: "lock", text: say("voice.sent.code") },
    { glyph: "people", text: `${say("voice.device.profile")} ${say("voice.sent.erase")}` },
  ];
}
