import type { VNode } from "../../../draw/draw.ts";
import type { Room, SurfaceProps } from "../../context.ts";
import { settings } from "../../words/en/settings.ts";
import { RoomFrame, selectCss } from "../frame.tsx";
import { Journeys } from "./journeys.tsx";
import { Keyboard } from "./keyboard.tsx";
import { Language } from "./language.tsx";
import { LauncherPlace } from "./launcher-place.tsx";
import { Privacy } from "./privacy.tsx";
import { Prompts } from "./prompts.tsx";
import { settingsCss } from "./style.ts";

/** What a person sets for themselves: it is kept on this device, and counts from the same moment on. */
function Settings({ overlay }: SurfaceProps): VNode {
  const { runtime } = overlay;
  const title = runtime.say("settings.title");
  return (
    <RoomFrame {...{ overlay, title }} class="settings" part="settings">
      <div class="body">
        <Prompts runtime={runtime} />
        <Journeys runtime={runtime} />
        <Language runtime={runtime} />
        <LauncherPlace runtime={runtime} />
        <Keyboard runtime={runtime} />
        <Privacy runtime={runtime} />
      </div>
    </RoomFrame>
  );
}

export const room: Room = { view: Settings, css: selectCss + settingsCss, words: settings };
