import type { Prompt, Prompts } from "@waymark/schema";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Whoever closes a prompt within this time did not read it. */
export const quickCloseMs: number = 2_000;
/** Between two prompts nobody asked for, before anything was closed at once; every quick close doubles it. */
const intervalMs: number = dayMs;
/** So many quick closes in a row end all prompts until the person lets them come again. */
const mostQuickCloses = 3;
const mostAWeek = 2;
/** So long nothing was pressed or typed: the person has looked up. */
const pauseMs = 3_000;

/** What is known when something would like to speak without having been asked. */
export interface PacingFacts {
  now: number;
  /** The person started it: every rule is silent then. */
  started: boolean;
  prompts: Prompts | undefined;
  /** Something unasked was shown in this session. */
  askedThisSession: boolean;
  /** A guide or a surface of ours is before the person. */
  open: boolean;
  /** The focus is in a field. */
  inField: boolean;
  /** A form of the page was changed and not sent. */
  unsavedForm: boolean;
  /** A piece of work ended and no other was begun. */
  finished: boolean;
  /** Since the last press or key, milliseconds. */
  idleMs: number;
}

/** The rules in the order in which they speak. */
export type PacingRule =
  | "started by the person"
  | "not paused"
  | "pull only"
  | "back-off"
  | "two a week"
  | "one a session"
  | "nothing open"
  | "no field in use"
  | "no unsaved form"
  | "a task finished"
  | "a pause";

/** One rule with what it wants and what there is. */
export interface PacingVerdict {
  rule: PacingRule;
  holds: boolean;
  wants: string;
  has: string;
}

/** A clock that ran ahead must not silence prompts for years: what lies a day in the future was never shown. */
function shownBy(prompts: Prompts | undefined, now: number): Prompt[] {
  return (prompts?.shown ?? []).filter(({ at }) => at <= now + dayMs);
}

/** Quick closes in a row, the newest first; letting prompts come again begins the count anew. */
export function quickCloses(prompts: Prompts | undefined, now: number): number {
  const anew = prompts?.quiet?.until === 0 ? prompts.quiet.at : 0;
  const shown = shownBy(prompts, now).filter(({ at }) => at > anew);
  const kept = shown.findIndex(({ closedMs }) => closedMs === undefined || closedMs > quickCloseMs);
  return kept < 0 ? shown.length : kept;
}

const at = (moment: number): string => new Date(moment).toISOString();

/** What the person has had and said, on all their devices. */
function memoryRules({ now, prompts, askedThisSession }: PacingFacts): PacingVerdict[] {
  const shown = shownBy(prompts, now);
  const until = prompts?.quiet?.until ?? (prompts?.quiet ? Number.POSITIVE_INFINITY : 0);
  const paused =
    until === Number.POSITIVE_INFINITY ? "paused for good" : `paused until ${at(Math.min(until, 8.64e15))}`;
  const closes = quickCloses(prompts, now);
  const last = shown[0]?.at;
  const next = last === undefined ? 0 : last + intervalMs * 2 ** closes;
  const lately = shown.filter((each) => each.at > now - 7 * dayMs).length;
  return [
    { rule: "not paused", holds: until <= now, wants: "prompts not paused", has: until <= now ? "not paused" : paused },
    {
      rule: "pull only",
      holds: closes < mostQuickCloses,
      wants: `fewer than ${mostQuickCloses} prompts in a row closed within ${quickCloseMs / 1000} s`,
      has: `${closes}`,
    },
    {
      rule: "back-off",
      holds: next <= now,
      wants: `${24 * 2 ** Math.min(closes, mostQuickCloses)} h since the last prompt`,
      has: last === undefined ? "no prompt yet" : `last one ${at(last)}`,
    },
    { rule: "two a week", holds: lately < mostAWeek, wants: `fewer than ${mostAWeek} in 7 days`, has: `${lately}` },
    {
      rule: "one a session",
      holds: !askedThisSession,
      wants: "none yet in this session",
      has: askedThisSession ? "one" : "none",
    },
  ];
}

/** What the person is doing this moment. */
function momentRules({ open, inField, unsavedForm, finished, idleMs }: PacingFacts): PacingVerdict[] {
  return [
    { rule: "nothing open", holds: !open, wants: "no guide, no surface of ours", has: open ? "one is open" : "none" },
    {
      rule: "no field in use",
      holds: !inField,
      wants: "focus outside of fields",
      has: inField ? "in a field" : "outside",
    },
    {
      rule: "no unsaved form",
      holds: !unsavedForm,
      wants: "no form changed and not sent",
      has: unsavedForm ? "a changed form" : "none",
    },
    {
      rule: "a task finished",
      holds: finished,
      wants: "a piece of work ended, no other begun",
      has: finished ? "ended" : "under way",
    },
    {
      rule: "a pause",
      holds: idleMs >= pauseMs,
      wants: `${pauseMs / 1000} s without a press or key`,
      has: `${Math.floor(idleMs / 1000)} s`,
    },
  ];
}

/** Every rule about prompts nobody asked for, each with what it wants and what there is: for `explain`. */
export function pacingRules(facts: PacingFacts): PacingVerdict[] {
  return [...memoryRules(facts), ...momentRules(facts)];
}

/**
 * Whether something may speak now without having been asked: at most one a session and two a week on all devices, ever
 * later for whoever closes at once, and only at a breakpoint. Interruptions cost least between two tasks (Iqbal & Bailey,
 * 2008, "Effects of intelligent notification management").
 *
 * @returns the verdict, with the rule that spoke: the first that refuses, else the last.
 * @example
 * ```ts
 * mayPrompt({ ...facts, inField: true }); // { ok: false, rule: "no field in use" }
 * ```
 */
export function mayPrompt(facts: PacingFacts): { ok: boolean; rule: PacingRule } {
  if (facts.started) return { ok: true, rule: "started by the person" };
  const refusal = pacingRules(facts).find(({ holds }) => !holds);
  return { ok: !refusal, rule: refusal?.rule ?? "a pause" };
}
