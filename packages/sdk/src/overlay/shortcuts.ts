import { keysOf, keysPressed } from "../runtime/keys.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { readSettings } from "../runtime/settings.ts";

/** A key pressed longer ago than this is forgotten. */
const lateMs = 3000;

/** The person's shortcuts open the menu and My map, from everywhere (the library's come with it); what the page has used is not ours. */
export function watchShortcuts(
  { guest }: Runtime,
  pressed: (act: "launcher" | "map") => void,
  early: KeyboardEvent | undefined,
): () => void {
  const hear = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const keys = keysPressed(event);
    const act = (["launcher", "map"] as const).find((each) => keysOf(readSettings(guest), each) === keys);
    if (!act) return;
    event.preventDefault();
    pressed(act);
  };
  window.addEventListener("keydown", hear);
  if (early && performance.now() - early.timeStamp < lateMs) hear(early);
  return () => window.removeEventListener("keydown", hear);
}
