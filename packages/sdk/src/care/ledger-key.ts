import type { Guest } from "../runtime/guest.ts";
import { partition } from "../runtime/keep-progress.ts";

/** Under which name a person's private ledger lies in this device's store. */
export function ledgerKey(guest: Guest): string {
  return `ledger-${partition(guest)}`;
}

/** Under which name this tab keeps what is under way, until the page is loaded anew. */
export function workKey(guest: Guest): string {
  return `waymark-work-${partition(guest)}`;
}
