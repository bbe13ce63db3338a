import { dueOffers, dueReopenings } from "@waymark/engine";
import { handoverFillings } from "../../overlay/rooms/handover/fillings.tsx";
import { listen } from "../../ports/listen.ts";
import type { Stop } from "../../ports/platform.ts";
import { createScope } from "../../ports/scope.ts";
import type { Guest } from "../../runtime/guest.ts";
import type { Runtime } from "../../runtime/runtime.ts";
import { createRounds } from "../../telemetry/rounds.ts";
import { offer, withdraw } from "./acts.ts";
import { type Board, openBoard } from "./board.ts";
import { createExchange } from "./exchange.ts";

/** Changes in quick succession travel together. */
const gatherMs = 500;
/** How soon the collector is asked for news while the page is looked at; the pauses grow while there are none. */
const soonestMs = 15_000;
const latestMs = 5 * 60_000;

/** Brings the steps and the hand-overs into line: offers what is finished, opens again what came back. */
function align(guest: Guest, runtime: Runtime, board: Board): Promise<void> {
  const progress = guest.$progress.get();
  const handoffs = board.handoffs();
  for (const { journey, step, subject } of dueReopenings(progress, handoffs))
    runtime.untick(journey, step, subject || null);
  const due = dueOffers(guest.$documents.get(), progress, handoffs, board.state().since);
  return due.length > 0 ? offer(guest, board, due) : Promise.resolve();
}

/** Looks for news at growing pauses, while the page is looked at; what happens makes it eager again. */
function keepAsking(guest: Guest, ask: () => void): { eager(): void; stop: Stop } {
  let pause = soonestMs;
  let timer: Stop | undefined;
  const wait = (): void => {
    timer?.();
    timer = guest.platform.after(pause, () => {
      if (document.visibilityState === "visible") ask();
      pause = Math.min(pause * 2, latestMs);
      wait();
    });
  };
  wait();
  return {
    eager: () => {
      pause = soonestMs;
      wait();
    },
    stop: () => timer?.(),
  };
}

/**
 * Looks after hand-overs of a signed person: what they finish is offered to the next role, what comes back opens its step
 * again. Everything is on this device first and travels when it can.
 */
export function start(guest: Guest, runtime: Runtime): Stop {
  const scope = createScope();
  const failed = (): void => guest.fail("storage");
  const begin = (board: Board): void => {
    if (scope.stopped) return;
    const exchange = createExchange({ guest, scope, board, refusal: (response) => rounds.refusal(response) });
    const rounds = createRounds(guest, scope, gatherMs, exchange);
    const asking = keepAsking(guest, rounds.soon);
    const look = (): void => {
      asking.eager();
      rounds.soon();
    };
    const { acts, thanking } = board.state();
    let waiting = acts.length + thanking.length;
    let tidying = false;
    let prepared = false;
    changed = () => {
      runtime.redraw();
      prepare();
      const { acts: now, thanking: more } = board.state();
      if (now.length + more.length > waiting) look();
      waiting = now.length + more.length;
      tidy();
    };
    const tidy = (): void => {
      if (tidying || scope.stopped) return;
      tidying = true;
      queueMicrotask(() => {
        tidying = false;
        align(guest, runtime, board).catch(failed);
      });
    };
    for (const filling of handoverFillings(board)) scope.add(runtime.fill(filling));
    scope.add(guest.$progress.listen(tidy));
    scope.add(guest.$documents.listen(tidy));
    scope.add(
      guest.on("step.undone", ({ journey, step, subject, props }) => {
        if (!journey || !step || typeof props.attempt !== "number") return;
        withdraw(guest, board, { journey, step, subject: subject ?? "", attempt: props.attempt }).catch(failed);
      }),
    );
    const again = (): void => {
      if (document.visibilityState !== "visible") return;
      board.load().catch(failed);
      look();
    };
    listen(scope, document, "visibilitychange", again);
    listen(scope, window, "focus", again);
    scope.add(asking.stop);
    // What waits can be answered without a network too: its room comes before it is asked for.
    const prepare = (): void => {
      if (prepared || board.handoffs().length === 0) return;
      prepared = true;
      scope.add(
        guest.platform.whenIdle(() => import("../../overlay/rooms/handover/room.tsx").catch(() => guest.fail("chunk"))),
      );
    };
    prepare();
    tidy();
    rounds.soon();
  };
  let changed = (): void => undefined;
  openBoard(guest, () => changed()).then(begin, failed);
  return scope.stop;
}
