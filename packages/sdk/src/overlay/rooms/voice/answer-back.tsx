import type { Kept, Voice } from "../../../care/voice/voice.ts";
import { Component, createRef, type VNode } from "../../../draw/draw.ts";
import type { Runtime } from "../../../runtime/runtime.ts";

/** As many characters as a reply may have. */
const mostText = 500;

interface AnswerBackProps {
  runtime: Runtime;
  voice: Voice;
  receipt: Kept;
  /** The answer's id. */
  answer: string;
}

interface AnswerBackState {
  open: boolean;
  text: string;
  said: boolean;
}

/** One line back to whoever answered, still unknown: it waits for four others as the report did. */
export class AnswerBack extends Component<AnswerBackProps, AnswerBackState> {
  override state: AnswerBackState = { open: false, text: "", said: false };

  private readonly field = createRef<HTMLTextAreaElement>();

  override componentDidUpdate(_: AnswerBackProps, before: AnswerBackState): void {
    if (this.state.open && !before.open) this.field.current?.focus();
  }

  private readonly send = (event: Event): void => {
    const { runtime, voice, receipt, answer } = this.props;
    (event.currentTarget as HTMLElement).closest<HTMLElement>(".surface")?.focus({ preventScroll: true });
    voice.reply(receipt, answer, this.state.text.trim()).then(
      (left) => {
        runtime.announce(runtime.say(left ? "voice.noted.sent" : "voice.failed"));
        this.setState({ open: !left, said: left });
      },
      () => runtime.announce(runtime.say("voice.failed")),
    );
  };

  override render(): VNode {
    const { say } = this.props.runtime;
    const { open, text } = this.state;
    if (this.state.said || this.props.receipt.replied === this.props.answer)
      return <span class="xs soft">{say("voice.noted.sent")}</span>;
    if (!open)
      return (
        <button type="button" class="btn quiet small back" part="back" onClick={() => this.setState({ open: true })}>
          {say("voice.reply")}
        </button>
      );
    return (
      <div class="back">
        <label class="s" for="back">
          {say("voice.words")}
        </label>
        <textarea
          id="back"
          part="reply"
          rows={2}
          maxLength={mostText}
          value={text}
          ref={this.field}
          onInput={(event) => this.setState({ text: event.currentTarget.value })}
        />
        <span class="xs soft">{say("voice.reply.note")}</span>
        <button type="button" class="btn" part="send-back" disabled={text.trim() === ""} onClick={this.send}>
          {say("voice.reply.send")}
        </button>
      </div>
    );
  }
}
