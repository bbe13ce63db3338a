import type { VNode } from "../../../draw/draw.ts";
import { keysOf } from "../../../runtime/keys.ts";
import { readSettings } from "../../../runtime/settings.ts";
import { Choice, change, Section, type SectionProps } from "./controls.tsx";

/** Where the button stands, and whether it does. By the mouse it is dragged along the edge. */
export function LauncherPlace({ runtime }: SectionProps): VNode {
  const { say, guest } = runtime;
  const settings = readSettings(guest);
  const { side = "end", hidden = false } = settings.launcher ?? {};
  const left = runtime.$look.get().dir === "ltr" ? "start" : "end";
  const keys = keysOf(settings, "launcher");
  return (
    <Section id="launcher" title={say("settings.launcher")}>
      {(["start", "end"] as const).map((each) => (
        <Choice
          key={each}
          type="radio"
          name="side"
          label={say(each === left ? "settings.launcher.left" : "settings.launcher.right")}
          checked={side === each}
          onChange={() => change(runtime, { launcher: { hidden, side: each } })}
        />
      ))}
      <Choice
        type="checkbox"
        name="hidden"
        label={say("settings.launcher.hide")}
        note={keys === "" ? say("settings.launcher.lost") : say("settings.launcher.back", { keys })}
        checked={hidden}
        onChange={(now) => change(runtime, { launcher: { ...settings.launcher, hidden: now } })}
      />
    </Section>
  );
}
