import { command, isHidden } from "@waymark/engine";
import { Component, type VNode } from "preact";
import { Section, type SectionProps } from "./controls.tsx";

/** The journeys for this person: each can be hidden for good, and comes back from here or from the menu. */
export class Journeys extends Component<SectionProps> {
  /** As it was on opening: a journey that is hidden goes last elsewhere, but stays under the finger here. */
  private readonly order = this.props.runtime.$journeys.get().map(({ id }) => id);

  override render(): VNode | null {
    const { say, guest, $journeys } = this.props.runtime;
    const at = (id: string): number => (this.order.includes(id) ? this.order.indexOf(id) : this.order.length);
    const journeys = [...$journeys.get()].sort((a, b) => at(a.id) - at(b.id));
    const { journeys: runs } = guest.$progress.get();
    if (journeys.length === 0) return null;
    return (
      <Section id="journeys" title={say("settings.journeys")}>
        <ul>
          {journeys.map(({ id, title }) => {
            const hidden = isHidden(runs[id]?.[""], guest.platform.now());
            const act = say(hidden ? "settings.journeys.show" : "settings.journeys.hide");
            return (
              <li class="row" key={id}>
                <span class={hidden ? "grow soft" : "grow"}>{title}</span>
                <button
                  type="button"
                  class="btn small"
                  part="hide"
                  aria-label={`${act}: ${title}`}
                  onClick={() => guest.run(command, { kind: "hide", until: hidden ? 0 : null }, id)}
                >
                  {act}
                </button>
              </li>
            );
          })}
        </ul>
        <p class="s soft">{say("settings.journeys.note")}</p>
      </Section>
    );
  }
}
