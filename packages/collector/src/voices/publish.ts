/** Nobody sees a number that stands for fewer people. */
export const leastReporters = 5;
/** So many people must have been active on a step before anything of it is shown: those who reported hide among them. */
export const leastActive: number = 2 * leastReporters;

/** What is known of a group, journey and step in a quarter. An atom holds each person at most once. */
export interface Atom<Report> {
  /** Reports that no block holds yet. */
  pending: readonly Report[];
  /** How many reports earlier blocks hold. */
  published: number;
  /** The first week that no block covers. */
  from: number;
}

/** What is about to be shown. Blocks of an atom are disjoint, in people and in weeks. */
export interface Release<Report> {
  from: number;
  /** The last week, included. */
  to: number;
  reports: readonly Report[];
}

/**
 * Whether what waits becomes a block at the end of a week, after the first section of the anonymity rules: it holds at least
 * five reports, at least five people of the group are left who did not report, in this block or an earlier one, and at least
 * ten were active on the step within it. Whatever blocks are taken together, they hold nobody or five, and leave five.
 *
 * @param heads - People of the group, frozen for the quarter.
 * @param active - People who were active on the step since the last block.
 * @example
 * ```ts
 * closeWeek({ pending: [1, 2, 3, 4, 5], published: 0, from: 7 }, 8, 20, 12).release?.reports.length; // 5
 * closeWeek({ pending: [1, 2, 3, 4], published: 0, from: 7 }, 8, 20, 12).release; // null
 * ```
 */
export function closeWeek<Report>(
  atom: Atom<Report>,
  week: number,
  heads: number,
  active: number,
): { atom: Atom<Report>; release: Release<Report> | null } {
  const { pending, published, from } = atom;
  const left = heads - published - pending.length;
  if (pending.length < leastReporters || left < leastReporters || active < leastActive) return { atom, release: null };
  return {
    atom: { pending: [], published: published + pending.length, from: week + 1 },
    release: { from, to: week, reports: pending },
  };
}

/**
 * How often each reason was given in a block, or `null` where one of them would stand for fewer than five: a reason is a
 * number about people as the block itself is.
 */
export function countReasons(reasons: readonly (string | null)[]): Record<string, number> | null {
  const counts: Record<string, number> = {};
  for (const reason of reasons) counts[reason ?? "none"] = (counts[reason ?? "none"] ?? 0) + 1;
  return Object.values(counts).every((count) => count >= leastReporters) ? counts : null;
}
