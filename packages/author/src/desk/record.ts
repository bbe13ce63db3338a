import type { Step, TargetWays } from "@waymark/schema";
import { emptyDraft } from "../document/draft.ts";
import { change } from "../document/history.ts";
import type { Work } from "../keep/keep-work.ts";
import { pick } from "../picker/pick.ts";
import { addDeed, addEvent, addMove } from "../recorder/add-deed.ts";
import type { Deed } from "../recorder/deed.ts";
import { currentPath } from "../recorder/host-element.ts";
import { type Proposal, proposeSteps } from "../recorder/propose-steps.ts";
import { seeElement } from "../recorder/see-element.ts";
import { watchDeeds } from "../recorder/watch-deeds.ts";
import type { Desk } from "./desk.ts";

/** What somebody does who shows instead of writing. */
export interface Recording {
  /** @param fresh - Begins a journey of its own; else what is shown comes after the chosen step. */
  start(fresh: boolean): void;
  /** What was recorded becomes steps, after the one that is chosen. */
  finish(): void;
  /** The last deed was a slip. */
  forgetLast(): void;
  /** Points at the element of a step anew, or at one more field of it. */
  pick(step: Step, what: "target" | "field"): void;
  /** Goes on where the last page left off. */
  resume(): void;
  stop(): void;
}

const seenOf = (steps: readonly Proposal[]): Work["seen"] =>
  Object.fromEntries(
    steps.flatMap(({ step, seen }) => {
      if (!seen) return [];
      const { confidence, runnerUp, breaks } = seen;
      return [[step.id, { confidence, runnerUp, breaks }]];
    }),
  );

/** The acts of showing. */
export function createRecording(desk: Desk): Recording {
  let stopWatching: () => void = () => undefined;
  let stopPicking: () => void = () => undefined;

  const deeds = (next: (deeds: readonly Deed[]) => readonly Deed[]): void =>
    desk.work((work) => ({ ...work, deeds: next(work.deeds) }));

  const watch = (): void => {
    stopWatching();
    let page = desk.$state.get().work?.deeds.at(-1)?.page ?? currentPath(location);
    const arrived = currentPath(location);
    // A page that was left by its last deed: that deed led here.
    if (page !== arrived) deeds((all) => addMove(all, page, arrived));
    page = arrived;
    stopWatching = watchDeeds({
      add: (deed) => deeds((all) => addDeed(all, deed)),
      moved: (to) => {
        deeds((all) => addMove(all, page, to));
        page = to;
      },
      told: (event) => deeds((all) => addEvent(all, event)),
    });
  };

  const finish = (): void => {
    stopWatching();
    const { work } = desk.$state.get();
    if (!work) return;
    const { steps, binding } = proposeSteps(work.deeds, desk.around.naming);
    const { now } = work.history;
    const at = now.steps.findIndex(({ id }) => id === work.chosen) + 1 || now.steps.length;
    let history = change(work.history, { do: "add", at, steps: steps.map(({ step }) => step) });
    if (binding && now.steps.length === 0) {
      const per = { subject: binding.subject, page: binding.page };
      // One change: who undoes it is where they were.
      history = { ...history, now: { ...history.now, per } };
    }
    const added = history.now.steps.slice(at, at + steps.length);
    const renamed = steps.map((each, index) => ({ ...each, step: added[index] ?? each.step }));
    const seen = { ...work.seen, ...seenOf(renamed) };
    const chosen = added[0]?.id ?? work.chosen;
    desk.work((each) => ({ ...each, history, seen, chosen, deeds: [], recording: false }));
    const note = steps.length > 0 ? ({ kind: "done", of: "recorded" } as const) : null;
    desk.set({ view: "edit", note: note ?? { kind: "failed", of: "nothing", detail: "" } });
  };

  const put = (step: Step, what: "target" | "field", element: Element): void => {
    const { confidence, runnerUp, breaks, target } = seeElement(element);
    const now = desk.$state.get().work?.history.now.steps.find(({ id }) => id === step.id) ?? step;
    const focus: TargetWays[] = [...((now.do?.focus ?? []) as TargetWays[]), target];
    const own = what === "target" ? { ...now.do, target } : { ...now.do, focus };
    desk.work((work) => {
      const history = change(work.history, { do: "step", id: step.id, change: { do: own } });
      const seen = what === "target" ? { ...work.seen, [step.id]: { confidence, runnerUp, breaks } } : work.seen;
      return { ...work, history, seen };
    });
  };

  return {
    start: (fresh) => {
      if (fresh || !desk.$state.get().work) desk.take(emptyDraft("my-journey"));
      desk.work((work) => ({ ...work, deeds: [], recording: true }));
      desk.set({ note: null });
      watch();
    },
    finish,
    forgetLast: () => deeds((all) => all.slice(0, -1)),
    pick: (step, what) => {
      stopPicking();
      desk.set({ picking: { element: null, box: null } });
      stopPicking = pick(
        (picking) => desk.set({ picking }),
        (element) => {
          desk.set({ picking: null });
          if (element) put(step, what, element);
        },
      );
    },
    resume: () => {
      if (desk.$state.get().work?.recording) watch();
    },
    stop: () => {
      stopWatching();
      stopPicking();
    },
  };
}
