import type { VNode } from "../../../draw/draw.ts";
import type { Place, VoiceChannel } from "../../../ports/voice.ts";
import type { Runtime } from "../../../runtime/runtime.ts";
import { richText } from "../../rich-text.ts";
import { Glyph } from "./glyph.tsx";
import { promiseLines } from "./promise-lines.ts";
import { dayOf } from "./titles.ts";

/** Who will see what, beside the button that sends it. */
export function WhoSees({ runtime, channel, place }: { runtime: Runtime; channel: VoiceChannel; place: Place }): VNode {
  const { say, guest } = runtime;
  const lines = promiseLines(channel.promises(place), say, (at) => dayOf(runtime, at), guest.platform.now());
  return (
    <section class="note" part="who">
      <h3>{say("voice.who")}</h3>
      <div class="facts">
        {lines.map(({ glyph, text }) => (
          <>
            <Glyph name={glyph} />
            <span>{richText(text)}</span>
          </>
        ))}
      </div>
    </section>
  );
}
