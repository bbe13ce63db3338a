import { attempt } from "../ports/attempt.ts";
import { toJson } from "../ports/to-json.ts";

type Entry = readonly [id: string, text: string];

const prefixOf = (owner: string): string => `waymark-late-${owner}-`;

const keysOf = (owner: string): string[] =>
  attempt(() => Object.keys(localStorage).filter((key) => key.startsWith(prefixOf(owner)))) ?? [];

/**
 * Keeps what the disk has not answered for when the page goes. A transaction that is committed but not done ends with a
 * tab that is closed on a busy machine (Chromium 156, 2 tabs of 50); what is in `localStorage` by then stays.
 */
export function keepLate(owner: string, entries: readonly Entry[]): void {
  const [first] = entries;
  if (first) attempt(() => localStorage.setItem(prefixOf(owner) + first[0], toJson(entries)));
}

/** Brings to the disk what pages before kept, and forgets it there once the disk has it. */
export async function takeLate(owner: string, store: (entries: readonly Entry[]) => Promise<void>): Promise<void> {
  for (const key of keysOf(owner)) {
    const entries = attempt(() => JSON.parse(localStorage.getItem(key) ?? "[]") as Entry[]) ?? [];
    await store(entries);
    attempt(() => localStorage.removeItem(key));
  }
}

export function forgetLate(owner: string): void {
  for (const key of keysOf(owner)) attempt(() => localStorage.removeItem(key));
}
