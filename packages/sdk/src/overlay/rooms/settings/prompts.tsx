import type { VNode } from "../../../draw/draw.ts";
import { isPaused, readSettings } from "../../../runtime/settings.ts";
import { Choice, change, Section, type SectionProps } from "./controls.tsx";

/** Midnight: when "today" ends for the person. */
function endOfToday(now: number): number {
  return new Date(now).setHours(24, 0, 0, 0);
}

/** What opens by itself, and how much it says. */
export function Prompts({ runtime }: SectionProps): VNode {
  const { say, guest } = runtime;
  const settings = readSettings(guest);
  const now = guest.platform.now();
  const state = settings.paused === null ? "off" : isPaused(settings, now) ? "today" : "come";
  const paused = { come: undefined, today: endOfToday(now), off: null };
  return (
    <Section id="prompts" title={say("settings.prompts")}>
      {(["come", "today", "off"] as const).map((each) => (
        <Choice
          key={each}
          type="radio"
          name="prompts"
          label={say(`settings.prompts.${each}`)}
          note={each === "off" ? say("settings.prompts.note") : undefined}
          checked={state === each}
          onChange={() => change(runtime, { paused: paused[each] })}
        />
      ))}
      <Choice
        type="checkbox"
        name="short"
        label={say("settings.short")}
        note={say("settings.short.note")}
        checked={settings.brief === true}
        onChange={(brief) => change(runtime, { brief: brief || undefined })}
      />
    </Section>
  );
}
