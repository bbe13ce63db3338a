import { mayPrompt as judge, mergePrompts, type PacingFacts, pacingRules } from "@waymark/engine";
import type { Prompts } from "@waymark/schema";
import type { Guest } from "../runtime/guest.ts";
import { isPaused, readSettings } from "../runtime/settings.ts";
import { momentOf } from "./moment.ts";

/** Stands in the session's own memory beside the guides that were opened: it ends with the session. */
const asked = "prompt";

/** Pausing in the settings of one device holds there, beside a pause that all devices share. */
function promptsOf(guest: Guest, now: number): Prompts | undefined {
  const { prompts } = guest.$progress.get();
  const settings = readSettings(guest);
  if (!isPaused(settings, now)) return prompts;
  return { shown: prompts?.shown ?? [], quiet: { until: settings.paused ?? null, at: now } };
}

/** What the rules of pacing want to know now; while nothing watches the page nobody can tell a breakpoint. */
export function pacingFacts(guest: Guest, started = false): PacingFacts {
  const now = guest.platform.now();
  const moment = momentOf(guest);
  return {
    now,
    started,
    prompts: promptsOf(guest, now),
    askedThisSession: !guest.session.isOver(now) && guest.session.helped.has(asked),
    open: guest.$surface.get().name !== "closed" || guest.$wanted.get() !== null,
    inField: moment?.inField() ?? false,
    unsavedForm: moment?.unsavedForm() ?? false,
    finished: moment?.finished() ?? false,
    idleMs: moment?.idleMs() ?? 0,
  };
}

/**
 * Whether something may be shown now that nobody asked for, and which rule spoke. To be asked right before it is shown,
 * and again at a later breakpoint when it was refused. What the person starts is not asked about.
 */
export function mayPrompt(guest: Guest): { ok: boolean; rule: string } {
  return judge(pacingFacts(guest));
}

/** Adds to what all devices of the person know of prompts. */
function remember(guest: Guest, prompts: Prompts): void {
  const progress = guest.$progress.get();
  guest.$progress.set({ ...progress, prompts: mergePrompts(progress.prompts ?? { shown: [] }, prompts) });
}

/** To be called when an unasked prompt is on the page. `kind` names its surface in at most 64 characters: `ask`, `banner`. */
export function promptShown(guest: Guest, kind: string): void {
  guest.session.helped.add(asked);
  remember(guest, { shown: [{ at: guest.platform.now(), kind }] });
  guest.report({ type: "prompt.shown", props: { surface: kind } });
}

/**
 * To be called when the person closed it without taking it up.
 *
 * @param afterMs Since it was shown; 2,000 or less counts as closed at once.
 */
export function promptClosed(guest: Guest, kind: string, afterMs: number): void {
  const last = guest.$progress.get().prompts?.shown.find((each) => each.kind === kind);
  if (last) remember(guest, { shown: [{ ...last, closedMs: afterMs }] });
  guest.report({ type: "prompt.closed", props: { surface: kind, afterMs } });
}

/** Whether unasked help may be offered at all: not while prompts are paused, nor to whoever closed three at once. */
export function promptsAllowed(guest: Guest): boolean {
  const kept = ["not paused", "pull only"];
  return pacingRules(pacingFacts(guest)).every(({ rule, holds }) => holds || !kept.includes(rule));
}
