import { command, isHidden } from "@waymark/engine";
import type { VNode } from "../../../draw/draw.ts";
import { Section, type SectionProps } from "./controls.tsx";

/** The journeys for this person: each can be hidden for good, and comes back from here or from the menu. */
export function Journeys({ runtime }: SectionProps): VNode | null {
  const { say, guest } = runtime;
  const journeys = runtime.$journeys.get();
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
