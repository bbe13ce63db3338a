import { listen } from "../ports/listen.ts";
import type { Stop } from "../ports/platform.ts";
import type { Scope } from "../ports/scope.ts";
import type { Guest } from "../runtime/guest.ts";
import { createBackoff } from "./backoff.ts";

/** One kind of talk with the collector: one round at a time, asked for as often as one likes. */
export interface Rounds {
  /** A round a moment from now; what is asked for meanwhile is one round. */
  soon(): void;
  /** A round now, whatever failed before, unless the collector asked for patience. */
  resume(): void;
  /** The collector's refusal as an error to throw: the next round waits as long as it asks. */
  refusal(response: Response): Error;
  /** Whether the collector asked to be left alone for a while. */
  asked(): boolean;
}

/**
 * Runs `act` with consent only, never twice at a time, again when it was asked for meanwhile, and after a failure with
 * growing pauses. The network's return ends a pause.
 *
 * @param gatherMs What is asked for within this time is one round.
 */
export function createRounds(guest: Guest, scope: Scope, gatherMs: number, act: () => Promise<void>): Rounds {
  const { platform } = guest;
  let timer: Stop | undefined;
  let busy = false;
  let again = false;
  const backoff = createBackoff(platform, () => void run());
  const run = async (): Promise<void> => {
    if (busy) again = true;
    if (busy || backoff.waiting() || scope.stopped || guest.$consent.get() !== "granted") return;
    busy = true;
    try {
      await act();
      backoff.succeed();
    } catch (error) {
      if (!scope.stopped) backoff.fail(error);
    }
    busy = false;
    if (again && !scope.stopped) soon();
    again = false;
  };
  const soon = (): void => {
    if (scope.stopped) return;
    // The first to ask sets the time: a host that never rests would put it off for ever.
    timer ??= platform.after(gatherMs, () => {
      timer = undefined;
      void run();
    });
  };
  const resume = (): void => {
    backoff.succeed();
    soon();
  };
  listen(scope, window, "online", resume);
  // Back from the back/forward cache, where everything under way was cut off.
  listen(scope, window, "pageshow", (event) => {
    if ((event as PageTransitionEvent).persisted) resume();
  });
  scope.add(guest.$consent.listen(soon));
  scope.add(backoff.stop);
  scope.add(() => timer?.());
  return { soon, resume, refusal: backoff.refusal, asked: backoff.asked };
}
