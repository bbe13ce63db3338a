import type { Handoff } from "@waymark/schema";
import { thank } from "../../../care/handover/acts.ts";
import type { Board } from "../../../care/handover/board.ts";
import { Component, type VNode } from "../../../draw/draw.ts";
import type { Overlay } from "../../context.ts";
import { RoomFrame } from "../frame.tsx";
import { Face } from "./rows.tsx";
import { firstName, recordName } from "./tell.ts";

interface ThankProps {
  overlay: Overlay;
  board: Board;
  handoff: Handoff;
}

const hourMs = 3_600_000;

/** How fast it was taken over, where that is worth a word. */
function speed({ offered, accepted }: Handoff): "hour" | "day" | "later" {
  const ms = (accepted?.at ?? 0) - offered.at;
  if (ms <= hourMs) return "hour";
  return ms <= 24 * hourMs ? "day" : "later";
}

/** "Thank Jonas?": between the two, and offered once. */
export class Thank extends Component<ThankProps, { text: string }> {
  override state: { text: string } = { text: "" };

  override render({ overlay, board, handoff }: ThankProps): VNode {
    const { runtime } = overlay;
    const { say, guest } = runtime;
    const party = handoff.accepted?.by ?? handoff.to;
    const who = firstName(party);
    const send = (): void => {
      if (this.state.text.trim() === "") return;
      thank(guest, board, handoff.id, this.state.text).catch(() => guest.fail("storage"));
      runtime.announce(say("thanks.sent"));
      overlay.dismiss();
    };
    return (
      <RoomFrame
        overlay={overlay}
        class="handover"
        part="thanks"
        title={say("thanks.title", { who })}
        sub={say(`thanks.${speed(handoff)}`, { who, record: recordName(handoff, runtime) })}
        head={<Face party={party} big />}
      >
        <div class="ho-thank">
          <label class="s" for="thanks-text">
            {say("thanks.label")}
          </label>
          <textarea
            id="thanks-text"
            class="ho-field"
            rows={2}
            maxLength={200}
            value={this.state.text}
            onInput={(event) => this.setState({ text: event.currentTarget.value })}
          />
          <p class="xs soft">{say("thanks.privacy", { who })}</p>
          <div class="ho-acts">
            <button
              type="button"
              class="btn primary"
              part="send"
              disabled={this.state.text.trim() === ""}
              onClick={send}
            >
              {say("thanks.send")}
            </button>
            <button type="button" class="btn quiet" part="no" onClick={overlay.dismiss}>
              {say("thanks.no")}
            </button>
          </div>
        </div>
      </RoomFrame>
    );
  }
}
