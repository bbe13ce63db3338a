import { Component, type VNode } from "../../../draw/draw.ts";
import { readSettings } from "../../../runtime/settings.ts";
import { erasePerson } from "../../../runtime/share-progress.ts";
import { Choice, change, Section, type SectionProps } from "./controls.tsx";

/** What is kept and what is sent, how to stop it, and how to be forgotten. */
export class Privacy extends Component<SectionProps, { forgetting: "no" | "asked" | "done" }> {
  override state: { forgetting: "no" | "asked" | "done" } = { forgetting: "no" };

  override render(): VNode {
    const { runtime } = this.props;
    const { say, guest } = runtime;
    const { key, collector } = guest.options;
    const { sending } = readSettings(guest);
    const sends = Boolean(key && collector);
    const consent = guest.$consent.get();
    const hosts = sending === undefined && consent !== "granted";
    return (
      <Section id="privacy" title={say("settings.privacy")}>
        <p class="s">{say("settings.privacy.kept")}</p>
        <p class="s">{say(sends && consent === "granted" ? "settings.privacy.sent" : "settings.privacy.nothing")}</p>
        {sends && hosts && <p class="s soft">{say("settings.privacy.host")}</p>}
        {sends && !hosts && (
          <Choice
            type="checkbox"
            name="sending"
            label={say("settings.privacy.send")}
            checked={sending === undefined}
            onChange={(wanted) => change(runtime, { sending: wanted ? undefined : "denied" })}
          />
        )}
        {this.forget()}
      </Section>
    );
  }

  private forget(): VNode {
    const { say } = this.props.runtime;
    const { forgetting } = this.state;
    const to = (next: "no" | "asked") => () => this.setState({ forgetting: next });
    if (forgetting === "done") return <p role="status">{say("settings.forget.done")}</p>;
    if (forgetting === "no") {
      return (
        <button type="button" class="btn" part="forget" onClick={to("asked")}>
          {say("settings.forget")}
        </button>
      );
    }
    return (
      <div class="confirm" role="alert">
        <p class="s">{say("settings.forget.ask")}</p>
        <div class="same">
          <button type="button" class="btn" part="keep" onClick={to("no")}>
            {say("settings.forget.no")}
          </button>
          <button type="button" class="btn" part="erase" onClick={this.erase}>
            {say("settings.forget.yes")}
          </button>
        </div>
      </div>
    );
  }

  private erase = (): void => {
    const { guest } = this.props.runtime;
    erasePerson(guest).then(
      () => this.setState({ forgetting: "done" }),
      () => guest.fail("storage"),
    );
  };
}
