import type { VNode } from "preact";
import type { Runtime } from "../runtime/runtime.ts";
import { readSettings } from "../runtime/settings.ts";
import type { SurfaceProps } from "./context.ts";
import { inSight, type LauncherFace, launcherFace } from "./launcher-face.ts";
import { MiniTrail } from "./mini-trail.tsx";
import type { Say } from "./say.ts";
import { Slot } from "./slot.tsx";

/** The pill in the lower corner, the menu over it, and the one live region. */
export function Launcher({ overlay }: SurfaceProps): VNode {
  const { runtime } = overlay;
  return (
    <>
      <div class="hide" aria-live="polite" />
      <Slot name="pill" runtime={runtime} />
      <Pill overlay={overlay} />
      {runtime.$surface.get().name === "launcher" && <Slot name="journeys" runtime={runtime} />}
    </>
  );
}

/** The one button that opens what there is. */
export function Pill({ overlay }: SurfaceProps): VNode | null {
  const { runtime } = overlay;
  const { name } = runtime.$surface.get();
  const face = launcherFace(inSight(runtime));
  const some = runtime.$journeys.get().length > 0 || name === "launcher" || hasLibrary(runtime);
  if (!some || readSettings(runtime.guest).launcher?.hidden) return null;
  const shape = { brief: "", left: " trail", mark: " round" }[face.kind];
  return (
    <button
      type="button"
      class={`pill${shape}`}
      part="launcher"
      aria-expanded={name !== "closed"}
      aria-label={nameOf(face, runtime.say)}
      title={face.kind === "left" ? face.journey.title : undefined}
      onPointerEnter={overlay.expect}
      onFocus={overlay.expect}
      onClick={overlay.toggle}
    >
      <Face face={face} say={runtime.say} />
    </button>
  );
}

/** Whoever has nothing to do may still have something to look up. */
function hasLibrary({ guest }: Runtime): boolean {
  return guest.$documents.get().some(({ library }) => library);
}

function nameOf(face: LauncherFace, say: Say): string {
  const name = say("launcher.name");
  if (face.kind === "brief") return `${name}: ${say("launcher.brief")}, ${say("launcher.new")}`;
  return face.kind === "left" ? `${name}: ${say("launcher.left", { n: face.left })}, ${face.journey.title}` : name;
}

function Face({ face, say }: { face: LauncherFace; say: Say }): VNode {
  if (face.kind === "left") {
    return (
      <>
        <MiniTrail done={face.done} total={face.total} />
        <b>{say("launcher.left", { n: face.left })}</b>
      </>
    );
  }
  return (
    <>
      <svg class="mark" viewBox="0 0 30 24" aria-hidden="true">
        <path class="under" d="M2 18C8 18 8 9 14 9S21 18 28 16" />
        <path d="M2 18C8 18 8 9 14 9" />
        <circle class="m-here" cx="14" cy="9" r="7" />
        <circle class="m-eye" cx="14" cy="9" r="2.4" />
      </svg>
      {face.kind === "brief" && <b>{say("launcher.brief")}</b>}
      {face.kind === "brief" && <span class="badge" />}
    </>
  );
}
