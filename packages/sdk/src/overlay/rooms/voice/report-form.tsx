import type { Voice } from "../../../care/voice/voice.ts";
import { Component, type VNode } from "../../../draw/draw.ts";
import type { Reason } from "../../../ports/voice.ts";
import type { Runtime } from "../../../runtime/runtime.ts";
import { NameHints } from "./name-hints.tsx";
import { dayOf } from "./titles.ts";
import { WhoSees } from "./who-sees.tsx";

const reasons: readonly Reason[] = ["slow", "unsure", "blocked", "not_mine"];
/** As many characters as a report's words may have. */
const mostText = 500;
/** From here on it is said how many are left. */
const fewLeft = 100;

interface ReportFormProps {
  runtime: Runtime;
  voice: Voice;
  journey: string;
  /** `""`: the brief, which has one line and no reasons. */
  step: string;
  onDone(): void;
}

interface ReportFormState {
  reason: Reason | null;
  before: boolean | null;
  text: string;
  problem: string | null;
}

/** One tap says what is hard; words are optional; who sees what stands beside the button. */
export class ReportForm extends Component<ReportFormProps, ReportFormState> {
  override state: ReportFormState = { reason: null, before: null, text: "", problem: null };

  private readonly send = (): void => {
    const { voice, runtime, journey, step, onDone } = this.props;
    const { reason, before, text } = this.state;
    const done = voice.channel.promises({ journey, step }).leaves ? "voice.done.sent" : "voice.done.kept";
    voice.report({ journey, step, reason, before, text: text.trim() }).then(
      (taken) => {
        if (taken) runtime.announce(runtime.say(done));
        onDone();
      },
      () => this.setState({ problem: runtime.say("voice.failed") }),
    );
  };

  private reasons(): VNode {
    const { say } = this.props.runtime;
    return (
      <div>
        <div class="s ask" id="what">
          {say("voice.what")} <span class="soft">{say("voice.tap")}</span>
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid everywhere */}
        <div class="four" role="group" aria-labelledby="what">
          {reasons.map((reason) => (
            <button
              type="button"
              class={reason === this.state.reason ? "btn on" : "btn"}
              part="reason"
              key={reason}
              aria-pressed={reason === this.state.reason}
              onClick={() => this.setState({ reason: reason === this.state.reason ? null : reason })}
            >
              {say(`voice.${reason}`)}
            </button>
          ))}
        </div>
      </div>
    );
  }

  private before(): VNode {
    const { say } = this.props.runtime;
    const { before } = this.state;
    return (
      <div>
        <div class="s ask" id="before">
          {say("voice.before.ask")} <span class="soft">{say("voice.optional")}</span>
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid everywhere */}
        <div class="four" role="group" aria-labelledby="before">
          {[true, false].map((each) => (
            <button
              type="button"
              class={each === before ? "btn on" : "btn"}
              part="before"
              key={String(each)}
              aria-pressed={each === before}
              onClick={() => this.setState({ before: each === before ? null : each })}
            >
              {say(each ? "voice.before.yes" : "voice.before.no")}
            </button>
          ))}
        </div>
      </div>
    );
  }

  private words(): VNode {
    const { runtime, step } = this.props;
    const { say } = runtime;
    const { text } = this.state;
    const left = mostText - text.length;
    return (
      <div>
        <label class="s" for="words">
          {say(step === "" ? "voice.brief.what" : "voice.words")} <span class="soft">{say("voice.optional")}</span>
        </label>
        <textarea
          id="words"
          part="words"
          rows={2}
          maxLength={mostText}
          value={text}
          onInput={(event) => this.setState({ text: event.currentTarget.value })}
        />
        {left < fewLeft && <div class="xs soft">{say("voice.left", { n: left })}</div>}
        <NameHints text={text} runtime={runtime} onRewrite={(next) => this.setState({ text: next })} />
      </div>
    );
  }

  override render(): VNode {
    const { runtime, voice, journey, step } = this.props;
    const { say, guest } = runtime;
    const { channel } = voice;
    const until = channel.until(guest.platform.now(), { journey, step });
    const empty = this.state.reason === null && this.state.text.trim() === "";
    return (
      <div class="body">
        {step !== "" && this.reasons()}
        {step !== "" && this.before()}
        {this.words()}
        <WhoSees runtime={runtime} channel={channel} place={{ journey, step }} />
        <div class="send">
          <button type="button" class="btn primary" part="send" disabled={empty} onClick={this.send}>
            {say(channel.promises({ journey, step }).leaves ? "voice.send" : "voice.keep")}
          </button>
          <span class="xs soft grow">
            {until === null ? say("voice.back.always") : say("voice.back.until", { day: dayOf(runtime, until) })}
          </span>
        </div>
        {this.state.problem !== null && (
          <p class="s" role="alert">
            {this.state.problem}
          </p>
        )}
      </div>
    );
  }
}
