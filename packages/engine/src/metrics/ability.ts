import { usualLevel } from "./distributions.ts";
import { type Estimate, isKnown, missing } from "./estimate.ts";
import { shareOfPeople } from "./share.ts";

/** One attempt of one person at one step, as a progress row has it. Moments are Unix milliseconds. */
export interface Attempt {
  person: string;
  began: number | null;
  /** Completed, ticked or set aside; `null`: still open. */
  completed: number | null;
  how: "condition" | "manual" | "skipped" | null;
  /** A guide was shown or opened. */
  helped: boolean;
  /** Refusals by the page. */
  failed: number;
}

/** M3 of a step: a share of people with the counts behind it. */
export interface Ability extends Estimate {
  /** People whose last attempts were mostly alone. */
  alone: number;
  /** Attempts ticked by hand: nobody saw how they went, so they count apart. */
  manual: number;
}

/** M3 of a journey: its weakest step. */
export interface JourneyAbility extends Estimate {
  step: string | null;
}

const givenUpMs = 7 * 86_400_000;
const lastAttempts = 3;
const errorLoop = 3;

/** When an attempt closed: with its completion, else seven days after it began; `null` while it is open. */
function closedAt(attempt: Attempt, now: number): number | null {
  if (attempt.completed !== null) return attempt.completed <= now ? attempt.completed : null;
  return attempt.began !== null && attempt.began + givenUpMs <= now ? attempt.began + givenUpMs : null;
}

/**
 * Whether somebody did it by themselves: completed by a real condition, no guide shown or opened, and no error loop. A row
 * knows how often the page refused, not whether it was the same action; three refusals count as a loop.
 */
export function isAlone(attempt: Attempt): boolean {
  return attempt.how === "condition" && !attempt.helped && attempt.failed < errorLoop;
}

function mostlyAlone(closed: readonly { at: number; alone: boolean }[]): boolean {
  const last = [...closed].sort((a, b) => b.at - a.at).slice(0, lastAttempts);
  return last.filter((each) => each.alone).length * 2 > last.length;
}

/**
 * Who did it mostly alone in their last (up to three) attempts that had closed by a moment; who only ticked by hand is not
 * in it. Over the four weeks up to the end of each week it gives the facts of a forecast.
 */
export function standingOfPeople(attempts: readonly Attempt[], now: number): Map<string, boolean> {
  const byPerson = new Map<string, { at: number; alone: boolean }[]>();
  for (const attempt of attempts) {
    const at = closedAt(attempt, now);
    if (at === null || attempt.how === "manual") continue;
    const own = byPerson.get(attempt.person) ?? [];
    own.push({ at, alone: isAlone(attempt) });
    byPerson.set(attempt.person, own);
  }
  return new Map([...byPerson].map(([person, closed]) => [person, mostlyAlone(closed)]));
}

/**
 * M3, who can do it: the share of people whose last (up to three) closed attempts were mostly alone. Each person counts
 * once, so Wilson with Student's t. From 0 to 1.
 *
 * @param attempts Of one step, of one group, of one frozen block or up to one.
 * @param now The block's end: what is open then and younger than seven days does not count yet.
 * @returns `too_few` for fewer than five people.
 * @example
 * ```ts
 * const done = { began: 0, completed: 1, how: "condition", helped: false, failed: 0 } as const;
 * ability(["a", "b", "c", "d", "e"].map((person) => ({ person, ...done })), 2).value; // 1
 * ```
 */
export function ability(attempts: readonly Attempt[], now: number): Ability {
  const standing = standingOfPeople(attempts, now);
  const alone = [...standing.values()].filter(Boolean).length;
  const manual = attempts.filter((each) => each.how === "manual" && closedAt(each, now) !== null).length;
  return { ...shareOfPeople(alone, standing.size), alone, manual };
}

/**
 * M3 of a journey: its weakest step by name. Which step looks weakest is partly chance, so the interval goes from the
 * lowest of the lower ends to the lowest of the upper ones, each at 1 - 0.10 / S for S steps (Bonferroni).
 *
 * @param steps People alone, of people, by step in order.
 * @returns `part_missing` where a step has fewer than five people: the weakest might be that one.
 * @example
 * ```ts
 * journeyAbility([{ step: "log", alone: 15, of: 20 }, { step: "quote", alone: 8, of: 20 }]).step; // "quote"
 * ```
 */
export function journeyAbility(steps: readonly { step: string; alone: number; of: number }[]): JourneyAbility {
  const level = 1 - (1 - usualLevel) / Math.max(1, steps.length);
  const known = steps.map((each) => ({ ...each, share: shareOfPeople(each.alone, each.of, level) }));
  const people = known.reduce((least, { of }) => Math.min(least, of), known[0]?.of ?? 0);
  let weakest: { step: string; value: number } | null = null;
  let [low, high] = [1, 1];
  for (const { step, share } of known) {
    if (!isKnown(share)) return { ...missing("part_missing", people), step: null };
    if (weakest === null || share.value < weakest.value) weakest = { step, value: share.value };
    low = Math.min(low, share.interval[0]);
    high = Math.min(high, share.interval[1] ?? 1);
  }
  if (weakest === null) return { ...missing("part_missing", 0), step: null };
  return { value: weakest.value, interval: [low, high], people, reason: null, step: weakest.step };
}
