import { addCost, addRun, guidanceFor, type Ledger, runsOf } from "@waymark/engine";
import { listen } from "../../ports/listen.ts";
import type { Stop } from "../../ports/platform.ts";
import { createScope } from "../../ports/scope.ts";
import type { Guest } from "../../runtime/guest.ts";
import { changeLedger, readLedger } from "../ledger-store.ts";
import type { AttemptHere } from "./attempt-here.ts";
import type { Work } from "./work.ts";

/** The private ledger while the page is open. */
export interface LedgerKeeper {
  /** Enters a finished attempt. */
  enter(at: AttemptHere, ms: number, alone: boolean): void;
  /** Whether there is something to show. */
  hasRuns(): boolean;
  stop: Stop;
}

/**
 * Keeps the ledger on this device, and with it how much guidance each step still needs: both live from the same runs.
 *
 * @param changed Called with the ledger after it was read or changed.
 */
export function keepLedger(guest: Guest, work: Work, changed: (ledger: Ledger) => void): LedgerKeeper {
  const scope = createScope();
  const { platform, $light, $documents } = guest;
  let ledger: Ledger | null = null;

  const take = (next: Ledger): void => {
    if (scope.stopped) return;
    ledger = next;
    const now = platform.now();
    const known = Object.entries(next.tasks).filter(([, log]) => guidanceFor(runsOf(log), now).level === "light");
    const names = known.map(([task]) => task);
    const before = $light.get();
    if (names.length !== before.size || names.some((name) => !before.has(name))) $light.set(new Set(names));
    changed(next);
  };
  const change = (how: (ledger: Ledger) => Ledger): void => {
    changeLedger(guest, how).then(take, () => guest.fail("storage"));
  };
  const flush = (): void => {
    const costs = work.takeCosts();
    const { guideMs, learnMs, fieldMs } = costs;
    if (guideMs + learnMs + fieldMs > 0) change((old) => addCost(old, platform.now(), costs));
  };
  listen(scope, document, "visibilitychange", () => {
    if (document.visibilityState === "hidden") flush();
  });
  scope.add($documents.listen(() => ledger && take(ledger)));
  readLedger(guest).then(take, () => guest.fail("storage"));
  return {
    enter: ({ journey, step }, ms, alone) => {
      flush();
      change((old) => addRun(old, `${journey}/${step}`, { at: platform.now(), ms, alone }));
    },
    hasRuns: () => ledger !== null && Object.keys(ledger.tasks).length > 0,
    stop: scope.stop,
  };
}
