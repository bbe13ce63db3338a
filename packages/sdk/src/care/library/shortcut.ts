import type { Stop } from "../../ports/platform.ts";
import type { Guest } from "../../runtime/guest.ts";
import { shortcuts } from "../../runtime/keys.ts";
import { readSettings } from "../../runtime/settings.ts";
import { surfaceOf } from "../../targeting/tree.ts";

/** The keys that open the library: the person's own, else what the host says, else ours. An empty text: none. */
export function shortcutOf(guest: Pick<Guest, "$settings" | "options">): string {
  const { shortcut = shortcuts.library } = guest.options;
  // Hosts hand over what they like.
  return readSettings(guest).keys?.library ?? (typeof shortcut === "string" ? shortcut : "");
}

interface Keys {
  ctrl: boolean;
  alt: boolean;
  shift: boolean;
  meta: boolean;
  /** In small letters. */
  key: string;
}

/** Reads `Ctrl+Shift+L`; `null` where nothing is to be pressed. */
export function parseShortcut(text: string): Keys | null {
  const parts = text.trim().toLowerCase().split("+");
  // The plus itself: "Ctrl++".
  const key = parts.pop() || (text.trim() === "" ? "" : "+");
  if (key === "") return null;
  const has = (...names: string[]): boolean => names.some((name) => parts.map((part) => part.trim()).includes(name));
  return {
    ...{ key: key.trim(), ctrl: has("ctrl", "control"), alt: has("alt", "option") },
    ...{ shift: has("shift"), meta: has("meta", "cmd", "command") },
  };
}

/** On a Mac, Alt makes another letter of the key, and other alphabets have their own: then its place on the board counts. */
function isKey(event: KeyboardEvent, key: string): boolean {
  const typed = event.key.toLowerCase();
  if (typed === key) return true;
  return !/^[\x20-\x7e]$/.test(typed) && [`Key${key.toUpperCase()}`, `Digit${key}`].includes(event.code);
}

function isTyping(event: KeyboardEvent): boolean {
  const [inner] = event.composedPath();
  if (!(inner instanceof HTMLElement)) return false;
  return (
    inner.isContentEditable ||
    inner.matches("input:not([type=button], [type=checkbox], [type=radio], [type=submit]), textarea, select")
  );
}

/** Whether this press means the shortcut. */
export function isShortcut(event: KeyboardEvent, keys: Keys): boolean {
  if (event.isComposing || event.repeat || !isKey(event, keys.key)) return false;
  const { ctrl, alt, meta, shift } = keys;
  if (event.ctrlKey !== ctrl || event.altKey !== alt || event.metaKey !== meta) return false;
  const bare = !ctrl && !alt && !meta;
  // Without another modifier Shift is part of the sign itself: "?" is written with it.
  if (event.shiftKey !== shift && !(bare && keys.key.length === 1)) return false;
  return !bare || !isTyping(event);
}

/** Calls back when the shortcut is pressed, in the page unless it used the keys itself, or in a surface of ours. */
export function watchShortcut(wanted: () => Keys | null, pressed: () => void): Stop {
  const isWanted = (event: KeyboardEvent): boolean => {
    const keys = wanted();
    return keys !== null && isShortcut(event, keys);
  };
  const inside = (event: KeyboardEvent): void => {
    if (!surfaceOf(event) || !isWanted(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    pressed();
  };
  const outside = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || surfaceOf(event) || !isWanted(event)) return;
    event.preventDefault();
    pressed();
  };
  window.addEventListener("keydown", inside, true);
  window.addEventListener("keydown", outside);
  return () => {
    window.removeEventListener("keydown", inside, true);
    window.removeEventListener("keydown", outside);
  };
}
