import { applyEdit, type Draft, type Edit } from "./draft.ts";

/** A draft and the way to and from it. Plain data: it is kept as it is. */
export interface History {
  past: readonly Draft[];
  now: Draft;
  future: readonly Draft[];
  /** The field that is being typed into: the next letter in it belongs to the same change. */
  typing: string | null;
}

/** How many changes can be undone. */
export const mostUndos = 200;

/** A history that begins with this draft. */
export function beginHistory(draft: Draft): History {
  return { past: [], now: draft, future: [], typing: null };
}

/**
 * Makes a change. Letters typed one after another into the same field are one change.
 *
 * @param typing - Names the field while somebody types; `null`: a change of its own.
 *
 * @example
 * ```ts
 * const history = change(beginHistory(draft), { do: "remove", id: "log-call" });
 * undo(history).now === draft; // true
 * ```
 */
export function change(history: History, edit: Edit, typing: string | null = null): History {
  const now = applyEdit(history.now, edit);
  if (now === history.now) return history;
  if (typing !== null && typing === history.typing) return { ...history, now, future: [] };
  return { past: [...history.past, history.now].slice(-mostUndos), now, future: [], typing };
}

/** The draft before the last change. */
export function undo(history: History): History {
  const before = history.past.at(-1);
  if (!before) return history;
  return { past: history.past.slice(0, -1), now: before, future: [history.now, ...history.future], typing: null };
}

/** The change that was undone last, made again. */
export function redo(history: History): History {
  const [after, ...future] = history.future;
  if (!after) return history;
  return { past: [...history.past, history.now], now: after, future, typing: null };
}
