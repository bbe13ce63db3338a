import { type Barrier, type BarrierFacts, briefAnswerOf, firstBarrier, type OpenAttempt } from "@waymark/engine";
import type { Stop } from "../../ports/platform.ts";
import { createScope } from "../../ports/scope.ts";
import type { Guest, Happening } from "../../runtime/guest.ts";
import { type AttemptHere, attemptAt, keyOf } from "./attempt-here.ts";
import type { Work } from "./work.ts";

/** Offered for so long and never opened: not reached. */
const unreachedMs = 7 * 86_400_000;

/** The first barrier, as this device knows it. */
export interface Barriers {
  of(at: AttemptHere): Barrier | null;
  /**
   * Tells that of an attempt that was left lying. Where nothing is known to have stood in the way, the person has simply
   * not done it now.
   *
   * @param useful Their last answer to "Is it useful to you?"; `null`: none.
   */
  lying(attempt: OpenAttempt, useful: number | null): void;
  stop: Stop;
}

/**
 * Works out on the device what stood in the person's way first (metric M12), and tells only its code: when a step is
 * settled or put off, a brief is not clear, a journey was never opened for a week, or a step was left lying as long.
 */
export function tellBarriers(guest: Guest, work: Work): Barriers {
  const scope = createScope();
  const { platform, session } = guest;
  const lost = new Set<string>();
  let usefulness: number | null = null;

  const barrierAt = (at: AttemptHere, more: Partial<BarrierFacts>): Barrier | null => {
    const document = guest.$documents.get().find(({ id }) => id === at.journey);
    const own = guest.$progress.get().journeys[at.journey]?.[""];
    return firstBarrier({
      reached: true,
      brief: document ? briefAnswerOf(document, own) : null,
      usefulness,
      helped: session.helped.has(keyOf(at)),
      failed: work.stateOf(at)?.failed ?? 0,
      blocked: lost.has(keyOf(at)),
      skipped: false,
      later: false,
      ...more,
    });
  };
  const tell = (at: AttemptHere, more: Parameters<typeof barrierAt>[1]): void => {
    const barrier = barrierAt(at, more);
    const { journey, step, subject, attempt } = at;
    // One and the same is told once in a session.
    const mark = `barrier ${keyOf(at)} ${barrier}`;
    if (!barrier || session.helped.has(mark)) return;
    session.helped.add(mark);
    guest.report({ type: "step.barrier", journey, step, subject: subject || undefined, props: { attempt, barrier } });
  };
  const hereOf = ({ journey, subject }: Happening): AttemptHere | null => {
    const view = guest.$journeys.get().find(({ id }) => id === journey);
    const station = view?.stations[view.here ?? 0];
    return view && station ? attemptAt(guest, view.id, subject ?? "", station.id) : null;
  };
  const on = (type: string, act: (happened: Happening) => void): void => scope.add(guest.on(type, act));
  const whole = ({ journey, step, subject, props }: Happening): AttemptHere | null =>
    journey && step ? { journey, step, subject: subject ?? "", attempt: Number(props.attempt ?? 1) } : null;

  on("target.lost", (happened) => {
    const at = work.here() ?? whole(happened);
    if (at) lost.add(keyOf(at));
  });
  on("survey.answered", ({ props }) => {
    if (props.question === "useful") usefulness = Number(props.score);
  });
  on("step.skipped", (happened) => {
    const at = whole(happened);
    if (at) tell(at, { skipped: true });
  });
  for (const type of ["journey.dismissed", "journey.snoozed"]) {
    on(type, (happened) => {
      const at = hereOf(happened);
      if (at) tell(at, { later: true });
    });
  }
  on("brief.answered", (happened) => {
    const at = happened.props.answer === "clear" || happened.props.answer === "partly" ? null : hereOf(happened);
    if (at) tell(at, {});
  });
  const look = guest.guard("barrier", () => {
    for (const { id, briefAnswer, here } of guest.$journeys.get()) {
      const {
        offered = Number.POSITIVE_INFINITY,
        began,
        brief,
        hidden,
      } = guest.$progress.get().journeys[id]?.[""] ?? {};
      const opened = began !== undefined || brief || hidden || briefAnswer || here === null;
      const at = hereOf({ type: "", journey: id, at: 0, props: {} });
      if (at && !opened && platform.now() - offered > unreachedMs) tell(at, { reached: false });
    }
  });
  scope.add(platform.whenIdle(look));
  return {
    of: (at) => barrierAt(at, {}),
    lying: (attempt, useful) => {
      const { helped, failed, blocked } = attempt;
      tell(attempt, { helped, failed, blocked, later: true, usefulness: useful ?? usefulness });
    },
    stop: scope.stop,
  };
}
