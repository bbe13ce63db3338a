import type { VoicesReport, VoiceThread } from "@waymark/schema";

const dayMs = 86_400_000;

/** An answer is late after so many days from the Monday of release. */
export const lateAfter = 14;
/** An age bar is full at so many. */
export const longestBar = 28;

/** Whole days from the Monday of release to the day of reading. */
export const ageOf = ({ released }: Pick<VoiceThread, "released">, today: string): number =>
  Math.max(0, Math.round((Date.parse(today) - Date.parse(released)) / dayMs));

/** What waits for an answer, the oldest first, and what has one, the newest first. */
export function byAge({ cells }: Pick<VoicesReport, "cells">): { open: VoiceThread[]; answered: VoiceThread[] } {
  const older = (a: VoiceThread, b: VoiceThread): number =>
    a.released < b.released ? -1 : a.released > b.released ? 1 : 0;
  const open = cells.filter(({ answers }) => answers.length === 0).sort(older);
  const answered = cells.filter(({ answers }) => answers.length > 0).sort((a, b) => older(b, a));
  return { open, answered };
}
