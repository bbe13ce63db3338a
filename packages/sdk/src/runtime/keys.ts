/** The keys of each act while the person has set none of their own. */
export const shortcuts = {
  launcher: "Alt+Shift+W",
  library: "Alt+K",
  map: "Alt+Shift+M",
  focus: "Alt+F",
} as const;
export type Shortcut = keyof typeof shortcuts;

/** Keys by act, `{ launcher: "Alt+Shift+W" }`; an empty text turns a shortcut off. */
export type Keys = Readonly<Partial<Record<Shortcut, string>>>;

/** The keys of an act as they are now, `Alt+Shift+W`; an empty text where it has none. */
export function keysOf({ keys }: { keys?: Keys | undefined }, act: Shortcut): string {
  return keys?.[act] ?? shortcuts[act];
}

/**
 * What was pressed, in the same form as `keysOf` gives it. Read from the key's place where a modifier changes what it
 * writes, as Alt does on a Mac. `null` for a modifier alone.
 */
export function keysPressed(
  event: Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "altKey" | "shiftKey" | "metaKey">,
): string | null {
  const { key, code, ctrlKey, altKey, shiftKey, metaKey } = event;
  if (/^(Control|Alt|AltGraph|Shift|Meta|Dead|Unidentified|Process)$/.test(key) && !/^(Key|Digit)/.test(code))
    return null;
  const letter = /^[a-z0-9]$/i.test(key) ? key : (/^(?:Key|Digit)(.)$/.exec(code)?.[1] ?? key);
  const held = { Ctrl: ctrlKey, Alt: altKey, Shift: shiftKey, Meta: metaKey };
  const names = Object.entries(held).flatMap(([name, down]) => (down ? [name] : []));
  return [...names, letter.length === 1 ? letter.toUpperCase() : letter].join("+");
}
