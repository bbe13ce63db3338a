import { Component, type VNode } from "../../../draw/draw.ts";
import type { Runtime } from "../../../runtime/runtime.ts";

interface AskProps {
  runtime: Runtime;
  label: string;
  send: string;
  /** Who reads it, beside the button that sends it. */
  privacy: string;
  onSend(text: string): void;
  onLeave(): void;
}

/** One line of words to a colleague: a question, or its answer. */
export class Ask extends Component<AskProps, { text: string }> {
  override state: { text: string } = { text: "" };

  override render({ runtime, label, send, privacy, onSend, onLeave }: AskProps): VNode {
    const text = this.state.text.trim();
    return (
      <div>
        <label class="s" for="handover-line">
          {label}
        </label>
        <textarea
          id="handover-line"
          class="ho-field"
          rows={2}
          maxLength={200}
          ref={(field) => {
            if (field && !this.state.text) field.focus({ preventScroll: true });
          }}
          value={this.state.text}
          onInput={(event) => this.setState({ text: event.currentTarget.value })}
        />
        <p class="xs soft">{privacy}</p>
        <div class="ho-acts">
          <button type="button" class="btn primary" part="send" disabled={text === ""} onClick={() => onSend(text)}>
            {send}
          </button>
          <button type="button" class="btn quiet" part="leave" onClick={onLeave}>
            {runtime.say("handover.leave")}
          </button>
        </div>
      </div>
    );
  }
}
