import type { Guest } from "../../runtime/guest.ts";
import { keysPressed, shortcuts } from "../../runtime/keys.ts";
import { readSettings } from "../../runtime/settings.ts";

/** The keys that show all fields and fold them again: the person's own, the host's, else `Alt+F`; empty for none. */
export function focusKeys(guest: Pick<Guest, "$settings" | "options">): string {
  const given = readSettings(guest).keys?.focus ?? guest.options.focus?.key ?? shortcuts.focus;
  const parts = String(given).split("+").filter(Boolean);
  const key = parts.pop() ?? "";
  const held = ["Ctrl", "Alt", "Shift", "Meta"].filter((name) => parts.includes(name));
  // A letter alone would be taken from whoever types.
  if (key.length === 1 && held.every((name) => name === "Shift")) return "";
  return [...held, key.length === 1 ? key.toUpperCase() : key].join("+");
}

/** Whether these keys were pressed; the key's place counts where Alt makes another letter of it, as on a Mac. */
export function isPressed(keys: string, event: KeyboardEvent): boolean {
  if (keys === "" || event.isComposing || event.getModifierState("AltGraph")) return false;
  return keysPressed(event) === keys;
}

const signs: Readonly<Record<string, string>> = { Ctrl: "⌃", Alt: "⌥", Shift: "⇧", Meta: "⌘" };

/** What a person reads on the keys: `Alt F`, on a Mac `⌥ F`. */
export function keyWords(keys: string, mac: boolean): string {
  return keys
    .split("+")
    .map((name) => (mac ? (signs[name] ?? name) : name))
    .join(" ");
}

/** The keys as a person reads them on this device; `null`: there are none. */
export function keyOf(guest: Pick<Guest, "$settings" | "options">): string | null {
  const keys = focusKeys(guest);
  return keys === "" ? null : keyWords(keys, /mac|iphone|ipad/i.test(navigator.platform));
}

/** The same for `aria-keyshortcuts`. */
export function ariaKeys(keys: string): string {
  return keys.replace("Ctrl", "Control");
}
