import { listen } from "../ports/listen.ts";
import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import type { Guest } from "../runtime/guest.ts";
import { partition } from "../runtime/keep-progress.ts";
import { withLock } from "./lock.ts";
import { deviceCap } from "./queue.ts";
import type { Recorder } from "./record.ts";
import { createRounds } from "./rounds.ts";
import { createSender } from "./sender.ts";
import { createWaiting } from "./waiting.ts";

/** Gathers what comes in quick succession into one request. */
const gatherMs = 800;

/** Tells the sender when: at once, when something new waits, when the network or the page is back, and when the page goes. */
export function createDelivery(guest: Guest, recorder: Recorder): Stop {
  const { platform, $consent } = guest;
  const scope = createScope();
  const waiting = createWaiting(guest, deviceCap);
  let tidying: Stop | undefined;
  const failed = (): void => guest.fail("storage");

  // Another tab that holds the lock sends our events too, as far as it has seen them on the disk: ask again.
  const rounds = createRounds(guest, scope, gatherMs, () =>
    withLock(`waymark-${partition(guest)}`, sender.drain, () => {
      waiting.reconcile().catch(failed);
      rounds.soon();
    }),
  );
  const sender = createSender(guest, scope, waiting, rounds);

  const tidySoon = (): void => {
    tidying ??= platform.after(gatherMs, () => {
      tidying = undefined;
      waiting.tidy().catch(failed);
    });
  };
  const leave = guest.guard("leave", sender.leave);
  const go = (): void => {
    leave(true);
    // A lock that is held, or an answer on its way, would keep the page out of the back/forward cache.
    sender.cancel();
  };
  const obey = (): void => {
    if ($consent.get() !== "granted") sender.cancel();
    if ($consent.get() === "denied") waiting.clear().catch(failed);
  };

  recorder.onQueued = () => {
    rounds.soon();
    tidySoon();
  };
  scope.add(() => {
    recorder.onQueued = undefined;
  });
  listen(scope, document, "visibilitychange", () =>
    document.visibilityState === "hidden" ? leave(false) : rounds.soon(),
  );
  listen(scope, window, "pagehide", go);
  listen(scope, window, "pageshow", (event) => {
    if (!(event as PageTransitionEvent).persisted) return;
    waiting.leaveBehind(0);
    tidySoon();
  });
  scope.add($consent.subscribe(obey));
  scope.add(guest.$erasures.listen(sender.cancel));
  scope.add(() => tidying?.());
  // Whoever signs out, or stops us, does not wait for the next visit.
  scope.add(go);
  rounds.soon();
  tidySoon();
  return scope.stop;
}
