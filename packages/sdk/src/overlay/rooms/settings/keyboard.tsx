import { Component, type VNode } from "../../../draw/draw.ts";
import { keysOf, keysPressed, type Shortcut, shortcuts } from "../../../runtime/keys.ts";
import { readSettings } from "../../../runtime/settings.ts";
import { change, Section, type SectionProps } from "./controls.tsx";

/** Without one of these a shortcut would be taken for typing. */
const modifiers = /^(Ctrl|Alt|Meta)\+/;

/** The shortcuts, each of which takes other keys: press its button, then the keys. */
export class Keyboard extends Component<SectionProps, { awaits: Shortcut | null }> {
  override state: { awaits: Shortcut | null } = { awaits: null };

  override render(): VNode {
    const { runtime } = this.props;
    const { say, guest } = runtime;
    const { awaits } = this.state;
    const settings = readSettings(guest);
    return (
      <Section id="keys" title={say("settings.keys")}>
        <ul>
          {(Object.keys(shortcuts) as Shortcut[]).map((act) => {
            const keys = keysOf(settings, act);
            const name = say(`settings.keys.${act}`);
            return (
              <li class="row" key={act}>
                <span class="grow">{name}</span>
                <button
                  type="button"
                  class={awaits === act ? "btn small on" : "btn small"}
                  part="keys"
                  aria-label={`${name}: ${keys === "" ? say("settings.keys.none") : keys}`}
                  onClick={() => this.setState({ awaits: awaits === act ? null : act })}
                  onBlur={() => this.setState({ awaits: null })}
                  onKeyDown={(event) => awaits === act && this.take(event, act)}
                >
                  {awaits === act ? say("settings.keys.press") : keys.replaceAll("+", " ") || say("settings.keys.none")}
                </button>
              </li>
            );
          })}
        </ul>
        <p class="s soft">{say("settings.keys.note")}</p>
      </Section>
    );
  }

  private take(event: KeyboardEvent, act: Shortcut): void {
    const pressed = keysPressed(event);
    if (pressed === null || /^(Shift\+)?Tab$/.test(pressed)) return;
    event.preventDefault();
    event.stopPropagation();
    const off = pressed === "Backspace" || pressed === "Delete";
    if (!off && !modifiers.test(pressed)) return;
    const { runtime } = this.props;
    change(runtime, { keys: { ...readSettings(runtime.guest).keys, [act]: off ? "" : pressed } });
    this.setState({ awaits: null });
  }
}
