import { attemptNow, type OpenAttempt } from "@waymark/engine";
import { listen } from "../../ports/listen.ts";
import type { Stop } from "../../ports/platform.ts";
import { createScope } from "../../ports/scope.ts";
import type { Guest } from "../../runtime/guest.ts";
import { type AttemptHere, stepOf } from "./attempt-here.ts";
import { changeOpenWork, isSame, type OpenWork, remember } from "./open-attempts.ts";
import type { Barriers } from "./tell-barrier.ts";
import type { Work } from "./work.ts";

/** So long after the start a signed person's progress has come from their other devices, where it can come at all. */
const settledMs = 3_000;

/** Steps of all runs that were begun on this page before anybody looked after them here. */
function begunHere(guest: Guest): AttemptHere[] {
  const since = guest.platform.now() - performance.now();
  return Object.entries(guest.$progress.get().journeys).flatMap(([journey, runs]) =>
    Object.entries(runs).flatMap(([subject, { steps }]) =>
      Object.entries(steps).flatMap(([step, { attempt, began, completed }]) =>
        began !== null && began >= since && completed === null ? [{ journey, subject, step, attempt }] : [],
      ),
    ),
  );
}

/**
 * Tells what stood in the way of a step that was begun and simply left lying (metric M12): on the first start after seven
 * days without work on it, or when the person comes back to a tab that stood open. What is known of the attempt lies on
 * this device alone; only the code leaves it, once for each attempt.
 */
export function tellLying(guest: Guest, work: Work, barriers: Barriers): Stop {
  const scope = createScope();
  const { platform } = guest;
  const failed = (): void => guest.fail("storage");
  let known: OpenWork = { attempts: [] };
  const change = (by: (work: OpenWork) => OpenWork): Promise<OpenWork> =>
    changeOpenWork(guest, by).then((next) => {
      known = next;
      return next;
    });
  const note = (at: AttemptHere, more: Partial<OpenAttempt> = {}): void => {
    const times = work.stateOf(at)?.failed ?? 0;
    change((old) => {
      const { failed: before = 0 } = old.attempts.find((each) => isSame(each, at)) ?? {};
      return remember(old, at, { ...more, at: platform.now(), failed: Math.max(before, times) });
    }).catch(failed);
  };

  /** The tab may be closed now: those that somebody was at work on since it came into view. */
  const keep = (): void => {
    for (const each of known.attempts) if ((work.stateOf(each)?.lastAt ?? 0) > each.at) note(each);
  };

  const look = (): void => {
    // Told once: what nobody may hear now waits until they may.
    if (guest.$consent.get() !== "granted") return;
    const now = platform.now();
    const { journeys } = guest.$progress.get();
    let lying: OpenAttempt[] = [];
    change((old) => {
      lying = [];
      const attempts = old.attempts.flatMap((each) => {
        const state = attemptNow(each, journeys[each.journey]?.[each.subject], now);
        if (state === "over") return [];
        // A way that vanished may come back; meanwhile nothing can be said of it.
        if (state === "under way" || each.told || !stepOf(guest, each)) return [each];
        lying.push(each);
        return [{ ...each, told: true }];
      });
      return { ...old, attempts };
    }).then(({ useful }) => {
      for (const each of lying) if (!scope.stopped) barriers.lying(each, useful ?? null);
    }, failed);
  };

  const on = (type: string, more: Partial<OpenAttempt>): void =>
    scope.add(
      guest.on(type, ({ journey, step, subject, props }) => {
        if (!journey || !step) return;
        note({ journey, step, subject: subject ?? "", attempt: Number(props.attempt ?? 1) }, more);
      }),
    );
  on("step.started", {});
  on("step.helped", { helped: true });
  scope.add(
    guest.on("target.lost", () => {
      const at = work.here();
      if (at) note(at, { blocked: true });
    }),
  );
  scope.add(
    guest.on("survey.answered", ({ props }) => {
      if (props.question !== "useful") return;
      const useful = Number(props.score);
      change((old) => ({ ...old, useful })).catch(failed);
    }),
  );
  scope.add(
    work.onRefusal((at) => {
      if (known.attempts.some((each) => isSame(each, at))) note(at);
    }),
  );
  const turn = (): void => (document.visibilityState === "hidden" ? keep() : look());
  // Before the work itself hears of it, which then counts no time any more.
  listen(scope, document, "visibilitychange", guest.guard("barrier", turn), { capture: true });
  listen(scope, window, "pagehide", guest.guard("barrier", keep));
  for (const each of begunHere(guest)) note(each);
  scope.add(platform.after(settledMs, guest.guard("barrier", look)));
  return scope.stop;
}
