/** How long the person was at work in each field of a form. */
export interface FieldTime {
  /** The last press or key, Unix milliseconds; `null`: none yet, or the page went out of view. */
  at: number | null;
  /** The field that has the focus since then. */
  field: string | null;
  /** Milliseconds by field. */
  spent: Readonly<Record<string, number>>;
}

/** A form that nobody has been in yet. */
export const noFieldTime: FieldTime = { at: null, field: null, spent: {} };

/** Longer gaps are not time at work; the same bound as for a step (`struggle.ts`). */
const idleGapMs = 30_000;

/**
 * Adds a press, a key or a move of the focus: the time since the last one belongs to the field that had the focus then.
 *
 * @param field The field that has the focus from now on; `null`: none.
 * @param away The page went out of view: what comes next begins anew.
 */
export function spendTime(before: FieldTime, at: number, field: string | null, away = false): FieldTime {
  const gap = before.at === null ? 0 : at - before.at;
  const counts = before.field !== null && gap > 0 && gap <= idleGapMs;
  // `fromEntries` and not a write: a field may be called like a part of every object.
  const spent =
    counts && before.field !== null
      ? Object.fromEntries([...Object.entries(before.spent), [before.field, spentIn(before, before.field) + gap]])
      : before.spent;
  return { at: away ? null : at, field, spent };
}

/** Milliseconds spent in a field so far. */
export function spentIn({ spent }: FieldTime, field: string): number {
  return Object.hasOwn(spent, field) ? (spent[field] ?? 0) : 0;
}
