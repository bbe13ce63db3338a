/** A live region that speaks at most once in `everyMs`, and only where there is something new to say. */
export interface Announcer {
  said: string;
  saidAtMs: number | null;
}

export const silent: Announcer = { said: "", saidAtMs: null };

const everyMs = 10_000;

/** What the region says from now on; the same object where it stays as it is. */
export function announce(before: Announcer, text: string, nowMs: number): Announcer {
  if (text === before.said) return before;
  if (before.saidAtMs !== null && nowMs - before.saidAtMs < everyMs) return before;
  return { said: text, saidAtMs: nowMs };
}
