import type { Stop } from "../../ports/platform.ts";
import { createScope } from "../../ports/scope.ts";
import type { Guest, Happening } from "../../runtime/guest.ts";
import type { Runtime } from "../../runtime/runtime.ts";
import { watchMoment } from "../moment.ts";
import type { AttemptHere } from "./attempt-here.ts";
import { keyOf } from "./attempt-here.ts";
import { keepLedger } from "./keep-ledger.ts";
import { offerGains } from "./offer-gains.tsx";
import { offerHelp } from "./offer-help.tsx";
import { createReferences } from "./reference.ts";
import { tellBarriers } from "./tell-barrier.ts";
import { tellLying } from "./tell-lying.ts";
import { followWork } from "./work.ts";

/** Above this many times the reference an attempt did not go well alone (metric M3). */
const slowFactor = 1.5;

/** Looks after the person while nothing of ours is open: when to speak, when to offer help, what they got back. */
export function start(guest: Guest, runtime: Runtime): Stop {
  const scope = createScope();
  const { platform, session } = guest;
  scope.add(watchMoment(guest));
  const help = offerHelp(guest, runtime);
  scope.add(help.stop);
  const references = createReferences(guest);
  const work = followWork(guest, references, (at, sign, offer) => {
    const { journey, step, subject, attempt } = at;
    // Slow against one's own times is said to nobody: they are the ledger's.
    const isPrivate = sign === "slow" && references.of(at)?.source === "own";
    if (!isPrivate) {
      guest.report({ type: "step.struggled", journey, step, subject: subject || undefined, props: { attempt, sign } });
    }
    if (offer) help.offer(at);
  });
  scope.add(work.stop);
  const menu = offerGains(runtime);
  scope.add(menu.stop);
  const ledger = keepLedger(guest, work, (next) => {
    references.learn(next);
    menu.show(ledger.hasRuns());
  });
  scope.add(ledger.stop);
  const barriers = tellBarriers(guest, work);
  scope.add(barriers.stop);
  scope.add(tellLying(guest, work, barriers));

  const whole = ({ journey, step, subject, props }: Happening): AttemptHere | null =>
    journey && step ? { journey, step, subject: subject ?? "", attempt: Number(props.attempt) } : null;

  /** What the attempt was like goes along with its completion; its minutes stay here. */
  const completed = (happened: Happening): void => {
    const at = whole(happened);
    if (!at) return;
    const state = work.stateOf(at);
    const barrier = barriers.of(at);
    if (barrier) happened.props.barrier = barrier;
    help.withdraw(at);
    work.touch(at.journey, at.subject);
    if (!state) return;
    const { activeMs, failed, backtracks, failures } = state;
    Object.assign(happened.props, { failed, activeMs: Math.round(activeMs), backtracks });
    const reference = references.of(at);
    const slow = reference !== null && activeMs > slowFactor * reference.ms;
    const stuck = Object.values(failures).some((count) => count >= 3);
    // A tick by hand says when it was ticked, not how long it took.
    if (happened.props.how === "condition" && activeMs > 0) {
      ledger.enter(at, activeMs, !session.helped.has(keyOf(at)) && !slow && !stuck);
    }
    work.finish(at);
  };
  scope.add(guest.on("step.completed", guest.guard("care", completed)));
  scope.add(
    guest.on("step.started", ({ journey, subject }) => {
      if (journey) work.touch(journey, subject ?? "");
    }),
  );
  scope.add(
    guest.on(
      "step.skipped",
      guest.guard("care", (happened) => {
        const at = whole(happened);
        if (!at) return;
        help.withdraw(at);
        platform.after(0, () => work.finish(at));
      }),
    ),
  );
  return scope.stop;
}
