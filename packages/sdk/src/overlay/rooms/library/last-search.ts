import type { Guest } from "../../../runtime/guest.ts";
import { partition } from "../../../runtime/keep-progress.ts";

/** Longer than any question; what is pasted by mistake is not kept. */
const mostLetters = 120;

/** Forgetting the person forgets it too: it ends with their partition. */
const searchKey = (guest: Guest): string => `library-${partition(guest)}`;

/** What this person looked for last on this device. It never leaves it. */
export async function lastSearch(guest: Guest): Promise<string> {
  const kept = await guest.platform.store.get<unknown>(searchKey(guest));
  return typeof kept === "string" ? kept : "";
}

export function keepSearch(guest: Guest, query: string): void {
  const kept = query.trim().slice(0, mostLetters);
  guest.platform.store.update(searchKey(guest), () => kept).catch(() => guest.fail("storage"));
}
