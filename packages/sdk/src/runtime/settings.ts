import type { ReadableAtom } from "nanostores";

/** The keys of each act while the person has set none of their own. */
export const shortcuts = {
  launcher: "Alt+Shift+W",
  library: "Alt+K",
  map: "Alt+Shift+M",
  focus: "Alt+F",
} as const;
export type Shortcut = keyof typeof shortcuts;

/** What a person has set for themselves on this device. What is left out is as it comes. */
export interface Settings {
  /** Until when nothing opens by itself, Unix milliseconds; `null`: until the person says otherwise. */
  paused?: number | null | undefined;
  /** The language of the interface, a BCP 47 tag; beats the host's. */
  language?: string | undefined;
  /** The corner the launcher stands in, and how far it was moved from there along the bottom edge, px. */
  launcher?: { side?: "start" | "end"; shift?: number; hidden?: boolean } | undefined;
  /** Keys by act, `{ launcher: "Alt+Shift+W" }`; an empty text turns a shortcut off. */
  keys?: Readonly<Partial<Record<Shortcut, string>>> | undefined;
  /** Only the next act, without what explains it. */
  brief?: boolean | undefined;
  /** What the person said about sending; beats the host's `consent` where it is the stricter one. */
  sending?: "denied" | undefined;
}

/** The person's settings as they are now; empty until they were loaded. */
export function readSettings({ $settings }: { $settings: ReadableAtom<Settings> }): Settings {
  return $settings.get();
}

/**
 * Whether nothing may open by itself now: the person paused all prompts.
 * @param now - Unix milliseconds.
 */
export function isPaused({ paused }: Settings, now: number): boolean {
  return paused === null || (paused !== undefined && paused > now);
}

/** The keys of an act as they are now, `Alt+Shift+W`; an empty text where it has none. */
export function keysOf({ keys }: Settings, act: Shortcut): string {
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
