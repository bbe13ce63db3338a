import { calm, type DayCost, observeDeed, type Deed, type Sign, type Struggle } from "@waymark/engine";
import { attempt as tryTo } from "../../ports/attempt.ts";
import { listen } from "../../ports/listen.ts";
import type { Stop } from "../../ports/platform.ts";
import { createScope } from "../../ports/scope.ts";
import type { Guest } from "../../runtime/guest.ts";
import { matchTarget } from "../../targeting/match-target.ts";
import { workKey } from "../ledger-key.ts";
import { type AttemptHere, attemptHere, keyOf, stepOf } from "./attempt-here.ts";
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
  stop: Stop;
}

const noCosts = (): DayCost => ({ guideMs: 0, learnMs: 0, fieldMs: 0 });

/**
 * Follows the person's work: each small fact belongs to the attempt they are at. Reading us is no work but learning, until
 * they press something in the page again; so is a field that the step does not ask for.
 */
export function followWork(guest: Guest, signed: (at: AttemptHere, sign: Sign, offer: boolean) => void): Work {
  const scope = createScope();
  const { platform } = guest;
  const kept = tryTo(() => JSON.parse(platform.tab.get(workKey(guest)) ?? "null") as Kept | null);
  const attempts = new Map(kept?.attempts ?? []);
  let touched = kept?.touched ?? null;
  let costs = kept?.costs ?? noCosts();
  let lastAt: number | null = null;
  /** The guide has just come: the person reads it before they go on. */
  let reading = false;

  /** Whether a field is one that this step does not ask for; a step that names none asks for all. */
  const isExtra = (at: AttemptHere, target: Element | null): boolean => {
    const needed = stepOf(guest, at)?.do?.focus;
    const field = target?.closest(fields);
    const refs = guest.options.targets ?? {};
    return !!needed && !!field && !needed.some((each) => matchTarget(each, field, refs));
  };
  const costOf = (at: AttemptHere | null, target: Element | null, ours: boolean): keyof DayCost | null => {
    if (ours) return guest.$wanted.get() ? "guideMs" : "learnMs";
    if (reading) return "guideMs";
    return at && isExtra(at, target) ? "fieldMs" : null;
  };

  const hear = (deed: Deed, target: Element | null, ours: boolean): void => {
    const at = attemptHere(guest, touched);
    const spent = deed.kind === "input" || deed.kind === "press";
    const cost = spent ? costOf(at, target, ours) : null;
    if (spent) {
      const gap = lastAt === null ? 0 : deed.at - lastAt;
      if (cost && gap > 0 && gap <= idleGapMs) costs = { ...costs, [cost]: costs[cost] + gap };
      lastAt = deed.at;
      if (!ours) reading = false;
    } else if (deed.kind === "away") lastAt = null;
    if (!at) return;
    const key = keyOf(at);
    const minutes = stepOf(guest, at)?.minutes;
    const heard: Deed = cost && deed.kind === "input" ? { kind: "aside", at: deed.at } : deed;
    const { state, sign, offer } = observeDeed(attempts.get(key) ?? calm, heard, minutes ? minutes * 60_000 : null);
    attempts.delete(key);
    attempts.set(key, state);
    const [oldest] = attempts.keys();
    if (attempts.size > mostAttempts && oldest !== undefined) attempts.delete(oldest);
    if (sign) signed(at, sign, offer);
  };
  const keep = (): void => {
    const text: Kept = { attempts: [...attempts], touched, costs };
    platform.tab.set(workKey(guest), JSON.stringify(text));
  };
  scope.add(watchDeeds(guest, hear));
  scope.add(
    guest.$wanted.listen((wanted) => {
      reading = wanted !== null;
      if (wanted) touched = { journey: wanted.journey, subject: wanted.subject ?? "" };
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
    stop: scope.stop,
  };
}
