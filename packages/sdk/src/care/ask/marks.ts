import { mergeMarks } from "@waymark/engine";
import type { Guest } from "../../runtime/guest.ts";

/** What this person was told once, on all their devices. */
export function marksOf(guest: Guest): Readonly<Record<string, number>> {
  return guest.$progress.get().marks ?? {};
}

/** Marks something as said, for all devices of the person; a later moment wins. */
export function mark(guest: Guest, name: string, at: number): void {
  const progress = guest.$progress.get();
  guest.$progress.set({ ...progress, marks: mergeMarks(progress.marks ?? {}, { [name]: at }) });
}

/** Moments under one prefix, without it: when which question was asked. */
export function marksUnder(guest: Guest, prefix: string): Record<string, number> {
  const own = Object.entries(marksOf(guest)).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(own.map(([name, at]) => [name.slice(prefix.length), at]));
}
