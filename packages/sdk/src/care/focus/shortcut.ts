/** A key with what is held along with it. */
export interface Shortcut {
  /** `KeyboardEvent.code`: the key's place, so that it is the same where Alt makes another letter of it. */
  code: string;
  /** The letter or digit, if it is one. */
  letter: string | null;
  alt: boolean;
  ctrl: boolean;
  meta: boolean;
  shift: boolean;
}

/** The key that shows all fields, and folds them again. */
export const usualKey = "Alt+F";

/** Reads `Alt+F`, `Ctrl+Shift+KeyM` or `F8`; `null` where it is no key, or where a letter alone would be taken. */
export function parseShortcut(text: string): Shortcut | null {
  const parts = text.split("+").map((part) => part.trim());
  const key = parts.pop() ?? "";
  const held = parts.map((part) => part.toLowerCase());
  if (held.some((part) => !/^(alt|option|ctrl|control|meta|cmd|shift)$/.test(part))) return null;
  const has = (...names: string[]): boolean => names.some((name) => held.includes(name));
  const letter = /^(?:Key|Digit)?([a-z0-9])$/i.exec(key)?.[1]?.toUpperCase() ?? null;
  if (letter === null && !/^[A-Z][A-Za-z0-9]+$/.test(key)) return null;
  const code = letter === null ? key : /\d/.test(letter) ? `Digit${letter}` : `Key${letter}`;
  const shortcut = {
    code,
    letter,
    alt: has("alt", "option"),
    ctrl: has("ctrl", "control"),
    meta: has("meta", "cmd"),
    shift: has("shift"),
  };
  return letter !== null && !shortcut.alt && !shortcut.ctrl && !shortcut.meta ? null : shortcut;
}

/** Whether a key was pressed with exactly what belongs to it. */
export function isPressed(shortcut: Shortcut, event: KeyboardEvent): boolean {
  if (event.isComposing || event.getModifierState("AltGraph")) return false;
  const { alt, ctrl, meta, shift, letter, code } = shortcut;
  if (event.altKey !== alt || event.ctrlKey !== ctrl || event.metaKey !== meta || event.shiftKey !== shift)
    return false;
  // With Alt a Mac writes `ƒ` or waits for another letter, and other scripts have other letters: there the place counts.
  const plain = /^[a-z0-9]$/i.test(event.key);
  return letter !== null && plain ? event.key.toUpperCase() === letter : event.code === code;
}

/** What a person reads on the key: `Alt F`, on a Mac `⌥ F`. */
export function keyWords({ alt, ctrl, meta, shift, letter, code }: Shortcut, mac: boolean): string {
  const held = mac
    ? [ctrl && "⌃", alt && "⌥", shift && "⇧", meta && "⌘"]
    : [ctrl && "Ctrl", alt && "Alt", shift && "Shift", meta && "Meta"];
  return [...held, letter ?? code].filter(Boolean).join(" ");
}

/** The same for `aria-keyshortcuts`. */
export function ariaKeys({ alt, ctrl, meta, shift, letter, code }: Shortcut): string {
  return [ctrl && "Control", alt && "Alt", shift && "Shift", meta && "Meta", letter ?? code].filter(Boolean).join("+");
}
