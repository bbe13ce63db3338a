import { calm, type DayCost, type Deed, observeDeed, type Sign, type Struggle } from "@waymark/engine";
import { attempt as tryTo } from "../../ports/attempt.ts";
import { listen } from "../../ports/listen.ts";
import type { Stop } from "../../ports/platform.ts";
import { createScope } from "../../ports/scope.ts";
import { toJson } from "../../ports/to-json.ts";
import type { Guest } from "../../runtime/guest.ts";
import type { matchTarget } from "../../targeting/match-target.ts";
import { workKey } from "../ledger-key.ts";
import { type AttemptHere, attemptHere, isAtWork, keyOf, stepOf } from "./attempt-here.ts";
import type { References } from "./reference.ts";
import { watchDeeds } from "./watch-deeds.ts";

/** Attempts that are remembered while they are under way. */
const mostAttempts = 50;
/** Longer gaps are not time at work; the same bound as in `struggle.ts`. */
const idleGapMs = 30_000;
const fields = "input, textarea, select, [role=textbox], [contenteditable]";

/** What is under way in this tab, and outlives a page that is loaded anew. */
interface Kept {
  attempts: [key: string, state: Struggle][];
  touched: { journey: string; subject: string } | null;
  costs: DayCost;
}

/** The person's work, as the services of care need it. */
export interface Work {
  /** The attempt the page's facts belong to now. */
  here(): AttemptHere | null;
  stateOf(attempt: AttemptHere): Struggle | undefined;
  /** Forgets a finished attempt. */
  finish(attempt: AttemptHere): void;
  /** Takes the time put in since the last call. */
  takeCosts(): DayCost;
  touch(journey: string, subject: string): void;
  /** Called when the page has refused an action of an attempt. */
  onRefusal(call: (at: AttemptHere) => void): Stop;
  stop: Stop;
}

const noCosts = (): DayCost => ({ guideMs: 0, learnMs: 0, fieldMs: 0 });

/** Whether the page of a record is open, or at least of no other one of its type. */
function isOpen(subject: string, current: Readonly<Record<string, string>>): boolean {
  const [type = "", id] = subject.split(":");
  return current[type] === undefined || current[type] === id;
}

/**
 * Follows the person's work: each small fact belongs to the attempt they are at. Reading us is no work but learning, until
 * they press something in the page again; so is a field that the step does not ask for.
 */
export function followWork(
  guest: Guest,
  references: References,
  signed: (at: AttemptHere, sign: Sign, offer: boolean) => void,
): Work {
  const scope = createScope();
  const { platform } = guest;
  const kept = tryTo(() => JSON.parse(platform.tab.get(workKey(guest)) ?? "null") as Kept | null);
  const attempts = new Map(kept?.attempts ?? []);
  let touched = kept?.touched ?? null;
  let costs = kept?.costs ?? noCosts();
  let lastAt: number | null = null;
  /** The guide has just come: the person reads it before they go on. */
  let reading = false;

  let matches: typeof matchTarget | null = null;
  let coming = false;
  const refusals = new Set<(at: AttemptHere) => void>();

  /** Whether a field is one that this step does not ask for; a step that names none asks for all. */
  const isExtra = (at: AttemptHere, target: Element | null): boolean => {
    const needed = stepOf(guest, at)?.do?.focus;
    const field = target?.closest(fields);
    if (!needed || !field) return false;
    // The room that finds elements comes when a step names fields; until then nothing is extra.
    if (!matches && !coming) {
      coming = true;
      import("../../page/page-room.ts").then(
        (room) => {
          matches = room.matchTarget;
        },
        () => guest.fail("chunk"),
      );
    }
    return matches !== null && !needed.some((each) => matches?.(each, field, guest.options.targets ?? {}));
  };
  const costOf = (at: AttemptHere | null, target: Element | null, ours: boolean): keyof DayCost | null => {
    if (ours) return guest.$wanted.get() ? "guideMs" : "learnMs";
    if (reading) return "guideMs";
    return at && isExtra(at, target) ? "fieldMs" : null;
  };

  /** Time since the last press or key that was put into something else than the step. */
  const charge = (at: AttemptHere | null, deed: Deed, target: Element | null, ours: boolean): boolean => {
    const cost = costOf(at, target, ours);
    const gap = lastAt === null ? 0 : deed.at - lastAt;
    if (cost && gap > 0 && gap <= idleGapMs) costs = { ...costs, [cost]: costs[cost] + gap };
    lastAt = deed.at;
    if (!ours) reading = false;
    return cost !== null;
  };
  const fold = (at: AttemptHere, deed: Deed): void => {
    const key = keyOf(at);
    const { state, sign, offer } = observeDeed(attempts.get(key) ?? calm, deed, references.of(at)?.ms ?? null);
    attempts.delete(key);
    attempts.set(key, state);
    const [oldest] = attempts.keys();
    if (attempts.size > mostAttempts && oldest !== undefined) attempts.delete(oldest);
    if (sign) signed(at, sign, offer);
    if (deed.kind === "failure") for (const call of refusals) call(at);
  };
  const hear = (deed: Deed, target: Element | null, ours: boolean): void => {
    const at = attemptHere(guest, touched);
    const spent = deed.kind === "input" || deed.kind === "press";
    const charged = spent && charge(at, deed, target, ours);
    if (deed.kind === "away") lastAt = null;
    if (!at) return;
    // Going elsewhere for a moment does not end a piece of work, but what is done there is none of it.
    touched ??= { journey: at.journey, subject: at.subject };
    const aside = spent && (charged || !isAtWork(guest, at));
    if (aside) fold(at, { kind: "aside", at: deed.at });
    // Its time is counted elsewhere, or nowhere; the press itself is still a press.
    if (!aside || deed.kind === "press") fold(at, deed);
  };
  const keep = (): void => {
    const text: Kept = { attempts: [...attempts], touched, costs };
    platform.tab.set(workKey(guest), toJson(text));
  };
  scope.add(watchDeeds(guest, hear));
  scope.add(
    guest.$wanted.listen((wanted) => {
      reading = wanted !== null;
      if (wanted) touched = { journey: wanted.journey, subject: wanted.subject ?? "" };
    }),
  );
  // Another record's page is another piece of work.
  scope.add(
    guest.$scene.listen(({ current }, before) => {
      if (touched?.subject && current !== before?.current && !isOpen(touched.subject, current)) touched = null;
    }),
  );
  listen(scope, window, "pagehide", keep);
  return {
    here: () => attemptHere(guest, touched),
    stateOf: (at) => attempts.get(keyOf(at)),
    finish: (at) => void attempts.delete(keyOf(at)),
    takeCosts: () => {
      const taken = costs;
      costs = noCosts();
      return taken;
    },
    touch: (journey, subject) => {
      touched = { journey, subject };
    },
    onRefusal: (call) => {
      refusals.add(call);
      return () => refusals.delete(call);
    },
    stop: scope.stop,
  };
}
