import type { Platform, Stop } from "../ports/platform.ts";

/**
 * Bytes that bodies sent at leaving may have in flight together. Chromium 156 counts all keepalive bodies of a page
 * against 64 KiB, under some conditions address and headers too: 65,039 to 65,536 bytes were the most in one body.
 */
export const keepaliveBytes = 65_536;

/** Keeps the sum of what is in flight below a quota that the browser enforces by failing the request. */
export interface Ledger {
  /** Books bytes before they are sent and gives what returns them; `null` where they do not fit. */
  reserve(bytes: number): Stop | null;
}

export function createLedger(quota: number): Ledger {
  let used = 0;
  return {
    reserve: (bytes) => {
      if (used + bytes > quota) return null;
      used += bytes;
      let booked = bytes;
      return () => {
        used -= booked;
        booked = 0;
      };
    },
  };
}

const ledgers = new WeakMap<Platform, Ledger>();

/** The page's one ledger: the quota outlives the visit of a person. */
export function ledgerOf(platform: Platform): Ledger {
  const known = ledgers.get(platform) ?? createLedger(keepaliveBytes);
  ledgers.set(platform, known);
  return known;
}
