import type { Estimate } from "./estimate.ts";
import { isKnown } from "./estimate.ts";
import { shareOfAttempts, type Tally } from "./share.ts";

/** A field as its form was saved over eight weeks. */
export interface FieldUse {
  name: string;
  /** For each person: saves in which they edited it, of saves in which it was there. */
  saves: readonly Tally[];
  /** Seconds at work in it, all people together. */
  seconds: number;
  /** Who reads what is in it, as the author says. */
  readBy: readonly string[];
}

/** M17 of one field. */
export interface FieldLoad {
  name: string;
  /** Share of saves in which it was edited. */
  edited: Estimate;
  /** Only where the interval's upper end is below 5%. */
  unused: boolean;
  seconds: number;
  /** Nobody: it pays for nothing. */
  readBy: readonly string[];
}

const hardlyEver = 0.05;

/**
 * M17, what a form asks for: how often each field is edited (clustered by person), what it costs and who reads it. `unused`
 * only if the upper end is below 5%; where nobody edited it that takes 54 people, since all saves of a person may be alike.
 * @example
 * ```ts
 * const saves = Array.from({ length: 60 }, () => ({ hits: 0, of: 20 }));
 * fieldLoad([{ name: "fax", saves, seconds: 0, readBy: [] }])[0]?.unused; // true
 * ```
 */
export function fieldLoad(fields: readonly FieldUse[]): FieldLoad[] {
  return fields.map(({ name, saves, seconds, readBy }) => {
    const edited = shareOfAttempts(saves);
    return { name, edited, unused: isKnown(edited) && (edited.interval[1] ?? 1) < hardlyEver, seconds, readBy };
  });
}
