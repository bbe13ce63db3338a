import { Component, createRef, type VNode } from "../../../draw/draw.ts";
import type { Guest } from "../../../runtime/guest.ts";
import type { Runtime } from "../../../runtime/runtime.ts";

/** As many characters as a request may have. */
const mostText = 500;

/** What somebody wrote and did not send: closed by mistake, it is there again while the page is open. */
const drafts = new WeakMap<Guest, { query: string; text: string }>();

interface AskForProps {
  runtime: Runtime;
  /** What was looked for. */
  query: string;
  onBack(): void;
}

interface AskForState {
  text: string;
  state: "writing" | "sending" | "sent" | "failed";
}

/** What is not in the library, as a request in the person's own words. Nothing of it leaves before they press send. */
export class AskFor extends Component<AskForProps, AskForState> {
  private readonly block = createRef<HTMLDivElement>();
  override state: AskForState = { text: this.draft(), state: "writing" };

  private draft(): string {
    const { runtime, query } = this.props;
    const kept = drafts.get(runtime.guest);
    return kept?.query === query ? kept.text : query;
  }

  override componentDidMount(): void {
    const field = this.block.current?.querySelector("textarea");
    field?.focus({ preventScroll: true });
    field?.setSelectionRange(field.value.length, field.value.length);
  }

  private readonly write = (text: string): void => {
    const { runtime, query } = this.props;
    drafts.set(runtime.guest, { query, text });
    this.setState({ text });
  };

  private readonly send = (): void => {
    const { guest, say, announce, $look } = this.props.runtime;
    const { onRequest } = guest.options;
    const text = this.state.text.trim();
    if (!onRequest || text === "" || this.state.state === "sending") return;
    this.setState({ state: "sending" });
    // The host's function may throw at once or later: either way the words are still here.
    Promise.resolve()
      .then(() => onRequest({ text, locale: $look.get().locale }))
      .then(
        () => {
          drafts.delete(guest);
          announce(say("library.ask.sent"));
          this.setState({ state: "sent" }, () => this.block.current?.querySelector("button")?.focus());
        },
        () => this.setState({ state: "failed" }),
      );
  };

  override render(): VNode {
    const { runtime, onBack } = this.props;
    const { say } = runtime;
    const { text, state } = this.state;
    const back = (
      <button type="button" class="btn quiet" part="back" onClick={onBack}>
        {say("library.ask.back")}
      </button>
    );
    if (state === "sent") {
      return (
        <div class="ask-for body" part="request" ref={this.block}>
          <p>{say("library.ask.sent")}</p>
          <div class="row">{back}</div>
        </div>
      );
    }
    return (
      <div class="ask-for body" part="request" ref={this.block}>
        <label class="s" for="request">
          {say("library.ask.what")}
        </label>
        <textarea
          id="request"
          part="words"
          rows={3}
          maxLength={mostText}
          value={text}
          onInput={(event) => this.write(event.currentTarget.value)}
        />
        <p class="xs soft">{say("library.ask.who")}</p>
        {state === "failed" && (
          <p class="s" role="alert">
            {say("library.ask.failed")}
          </p>
        )}
        <div class="row">
          <button
            type="button"
            class="btn primary"
            part="send"
            disabled={text.trim() === "" || state === "sending"}
            onClick={this.send}
          >
            {say("library.ask.send")}
          </button>
          {back}
        </div>
      </div>
    );
  }
}
