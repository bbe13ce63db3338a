import { emptyLedger, isLedger, type Ledger } from "@waymark/engine";
import type { Guest } from "../runtime/guest.ts";
import { ledgerKey } from "./ledger-key.ts";

/** The person's private ledger from this device's store: nowhere else is it kept, and nothing sends it. */
export async function readLedger(guest: Guest): Promise<Ledger> {
  const stored = await guest.platform.store.get(ledgerKey(guest));
  return isLedger(stored) ? stored : emptyLedger();
}

/** Changes the ledger in one transaction, so that two tabs lose nothing of each other's; resolves with what stands then. */
export async function changeLedger(guest: Guest, change: (ledger: Ledger) => Ledger): Promise<Ledger> {
  let after = emptyLedger();
  await guest.platform.store.update<Ledger>(ledgerKey(guest), (old) => {
    after = change(isLedger(old) ? old : emptyLedger());
    return after;
  });
  return after;
}
