/** How somebody shows that a step does not go well: too long, refused again and again, back and forth, pressing in vain. */
export type Sign = "slow" | "repeat" | "back" | "rage" | "dead";

/**
 * One small fact of the page, with its moment. `on` names an element by what it is, never by what is in it.
 *
 * `input`: a press or a key. `aside`: one that was not for the step, as in a surface of ours. `away`: the page went out of view. `press`: something was pressed; `answer`: the page changed
 * after it; `silence`: it did not, in time. `failure`: the page refused an action. `page`: another page is open.
 */
export type Deed =
  | { kind: "input" | "aside" | "away" | "answer"; at: number }
  | { kind: "press" | "silence" | "failure"; at: number; on: string }
  | { kind: "page"; at: number; page: string };

/** What one attempt at a step has been like so far. */
export interface Struggle {
  /** Time at work, milliseconds: gaps of more than 30 s and time out of view are none. */
  activeMs: number;
  lastAt: number | null;
  failed: number;
  backtracks: number;
  /** Refusals by action. */
  failures: Readonly<Record<string, number>>;
  /** The last two pages, the newest first. */
  pages: readonly string[];
  /** Moments of the last returns to the page just left. */
  returns: readonly number[];
  /** Presses that the page has not answered yet, the newest first. */
  presses: readonly { on: string; at: number }[];
  /** Presses that the page never answered. */
  silences: number;
  /** Every sign once, in the order they came. */
  signs: readonly Sign[];
}

/** Longer gaps are not time at work. */
const idleGapMs = 30_000;
/** So much longer than the author's time is slow. */
const slowFactor = 1.5;
const mostFailures = 3;
/** So many returns within this time are back and forth. */
const mostReturns = 3;
const returnsWithinMs = 120_000;
/** So many presses on one thing within this time, none answered, are rage. */
const ragePresses = 3;
const rageWithinMs = 1_000;
/** One press beside a button is an accident. */
const mostSilences = 2;

/** An attempt that has just begun. */
export const calm: Struggle = {
  activeMs: 0,
  lastAt: null,
  failed: 0,
  backtracks: 0,
  failures: {},
  pages: [],
  returns: [],
  presses: [],
  silences: 0,
  signs: [],
};

function worked(before: Struggle, at: number): Struggle {
  const gap = before.lastAt === null ? 0 : at - before.lastAt;
  // A clock that jumps back adds nothing.
  const active = gap > 0 && gap <= idleGapMs ? gap : 0;
  return { ...before, activeMs: before.activeMs + active, lastAt: at };
}

function walked(before: Struggle, page: string, at: number): Struggle {
  const [here, last] = before.pages;
  if (page === here) return before;
  const returned = page === last;
  const returns = returned ? [at, ...before.returns].filter((each) => each > at - returnsWithinMs) : before.returns;
  const backtracks = before.backtracks + (returned ? 1 : 0);
  return { ...before, pages: here === undefined ? [page] : [page, here], returns, backtracks };
}

function fold(before: Struggle, deed: Deed): Struggle {
  switch (deed.kind) {
    case "input":
      return worked(before, deed.at);
    case "aside":
      return { ...before, lastAt: deed.at };
    case "away":
      return { ...worked(before, deed.at), lastAt: null };
    case "press": {
      const near = before.presses.filter(({ at, on }) => on === deed.on && at > deed.at - rageWithinMs);
      return { ...worked(before, deed.at), presses: [{ on: deed.on, at: deed.at }, ...near] };
    }
    case "answer":
      return before.presses.length > 0 ? { ...before, presses: [] } : before;
    case "silence":
      return { ...before, silences: before.silences + 1 };
    case "failure": {
      const failures = { ...before.failures, [deed.on]: (before.failures[deed.on] ?? 0) + 1 };
      return { ...before, failed: before.failed + 1, failures };
    }
    case "page":
      return walked(before, deed.page, deed.at);
  }
}

function signOf(state: Struggle, tRefMs: number | null): Sign | undefined {
  const seen: Record<Sign, boolean> = {
    repeat: Object.values(state.failures).some((count) => count >= mostFailures),
    rage: state.presses.length >= ragePresses,
    dead: state.silences >= mostSilences,
    back: state.returns.length >= mostReturns,
    slow: tRefMs !== null && state.activeMs > slowFactor * tRefMs,
  };
  return (Object.keys(seen) as Sign[]).find((sign) => seen[sign] && !state.signs.includes(sign));
}

/**
 * Folds one small fact of the page into what an attempt is like.
 *
 * @param tRefMs The time the step is measured against (`referenceTime`), milliseconds; `null`: none, so nothing is slow.
 * @returns the attempt after it, the sign that has just shown, and whether help is to be offered: with the first sign of
 *   an attempt, never again.
 */
export function observeDeed(
  before: Struggle,
  deed: Deed,
  tRefMs: number | null,
): { state: Struggle; sign: Sign | null; offer: boolean } {
  const state = fold(before, deed);
  const sign = signOf(state, tRefMs);
  if (!sign) return { state, sign: null, offer: false };
  return { state: { ...state, signs: [...state.signs, sign] }, sign, offer: state.signs.length === 0 };
}
