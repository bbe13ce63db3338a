import type { Snooze } from "@waymark/engine";
import type { Asked } from "../../../care/ask/asked.ts";
import { Component, createRef, type VNode } from "../../../draw/draw.ts";
import type { Overlay } from "../../context.ts";
import { Icon } from "../../icon.tsx";
import { richText } from "../../rich-text.ts";

const snoozes: readonly Snooze[] = ["hours", "tomorrow", "week"];

interface BannerProps {
  overlay: Overlay;
  asked: Extract<Asked, { news: unknown }>;
}

/** One piece of news in a line: what to do about it, later at a time of one's own, or away for good. */
export class Banner extends Component<BannerProps, { later: boolean }> {
  override state: { later: boolean } = { later: false };
  private readonly acts = createRef<HTMLSpanElement>();

  /** The button that was pressed goes: the first of those that come takes the focus. */
  override componentDidUpdate(_: BannerProps, before: { later: boolean }): void {
    if (before.later || !this.state.later) return;
    this.acts.current?.querySelector<HTMLElement>("[part=snooze]")?.focus({ preventScroll: true });
  }

  private choices(): VNode {
    const { overlay, asked } = this.props;
    const { say } = overlay.runtime;
    return (
      <>
        {snoozes.map((snooze) => (
          <button type="button" class="btn" part="snooze" key={snooze} onClick={() => asked.snooze(snooze)}>
            {say(`ask.later.${snooze}`)}
          </button>
        ))}
      </>
    );
  }

  private offers(): VNode {
    const { overlay, asked } = this.props;
    const { action } = asked.news;
    return (
      <>
        {action && (
          <button type="button" class="btn" part="action" onClick={asked.take}>
            {action.label}
          </button>
        )}
        <button
          type="button"
          class="btn quiet"
          part="later"
          aria-expanded={false}
          onClick={() => this.setState({ later: true })}
        >
          {overlay.runtime.say("ask.later")}
          <Icon name="fold" />
        </button>
      </>
    );
  }

  override render(): VNode {
    const { overlay, asked } = this.props;
    const { title, text } = asked.news;
    return (
      <section class="surface sheet banner" part="banner" aria-label={title} tabIndex={-1}>
        <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
          <path d="m10.5 3 2.5 2.5L6 12.5l-3 .5.5-3Z" />
        </svg>
        <span class="grow">
          <b>{title}</b> {text !== undefined && richText(text)}
        </span>
        <span class="acts-of" ref={this.acts}>
          {this.state.later ? this.choices() : this.offers()}
          <button
            type="button"
            class="btn quiet icon"
            part="close"
            aria-label={overlay.runtime.say("ask.close")}
            onClick={overlay.dismiss}
          >
            <Icon name="close" />
          </button>
        </span>
      </section>
    );
  }
}
