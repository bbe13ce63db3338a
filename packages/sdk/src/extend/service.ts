import type { Mounted } from "../overlay/mount.ts";
import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import type { Guest } from "../runtime/guest.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { marksCss } from "./marks.ts";
import { lineOf, pieceOf } from "./surface.tsx";

const nothing = (): null => null;

/** Puts the host's own surfaces beside ours, and dresses its marks. */
export function start(guest: Guest, runtime: Runtime, overlay?: Mounted): Stop {
  const scope = createScope();
  const { surfaces = {}, marks = {} } = guest.options;
  if (!overlay) return scope.stop;
  scope.add(runtime.fill({ slot: "menu", view: nothing, css: marksCss(marks) }));
  for (const [name, surface] of Object.entries(surfaces)) {
    overlay.pieces.push(pieceOf(name, surface, guest));
    if (!surface.unlisted) scope.add(runtime.fill(lineOf(name, surface, runtime)));
  }
  // One that was asked for before is shown now.
  const { $surface } = guest;
  if (Object.hasOwn(surfaces, $surface.get().name)) $surface.set({ ...$surface.get() });
  return scope.stop;
}
