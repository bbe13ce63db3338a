import type { Barrier } from "@waymark/engine";
import type { Journey } from "@waymark/schema";
import { createRandom, type Random, seedOf } from "./random.ts";

/** What may stand in the way at a step; who finds the brief unclear meets that first, everywhere. */
export type Obstacle = Exclude<Barrier, "not_reached" | "not_clear" | "not_useful">;

/** What is true of people like these at one step. */
export interface PlantedStep {
  /** Log-odds that an average person does it alone in the first week. */
  centre: number;
  /** Log-odds by which everybody learns in a week, until `levels`. */
  climb: number;
  /** The week in which nobody learns any more. */
  levels: number;
  /** Who has done it alone finds it easy so often (an answer of 5 to 7); who has not, half as often. */
  ease: number;
  /** What stops those who do not do it alone: shares. */
  obstacles: readonly (readonly [Obstacle, number])[];
  /** Minutes an average person takes who does it alone. */
  minutes: number;
}

/** What somebody said of a step before anybody could know: shares of people, 0 to 1. */
export interface Stated {
  expected: number;
  believed: number;
}

/** A journey as simulated people meet it. */
export interface PlantedWay {
  steps: readonly PlantedStep[];
  /** Whether it is walked once, again and again, or once for each record. */
  repeats: "once" | "again" | "record";
  /** How often somebody who gave up at a step leaves the journey for good. */
  leaves: number;
  /** How many find the brief not clear. */
  unclear: number;
}

/** People differ by this much on the scale of log-odds. */
export const spread = 1.5;

const logit = (share: number): number => Math.log(share / (1 - share));

/** The centre at which about such a share of people do it: a logistic curve over a normal (Zeger, Liang and Albert, 1988). */
export function centreNear(share: number): number {
  return logit(share) * Math.sqrt(1 + 0.346 * spread ** 2);
}

const one = <T>(random: Random, list: readonly T[]): T => random.weighted(list.map((each) => [each, 1] as const));

const leading: readonly Obstacle[] = ["opens_help", "tries_and_fails", "blocked", "not_now"];
const shares = [0.46, 0.2, 0.15, 0.15];

function obstaclesOf(random: Random): PlantedStep["obstacles"] {
  const first = one(random, leading);
  const rest = leading.filter((each) => each !== first);
  const named = [first, ...rest].map((each, index) => [each, shares[index] ?? 0] as const);
  return [...named, ["does_not_apply", 0.04] as const];
}

/** How far people are from what is expected of them, points: most steps are on plan, one is far behind. */
const gaps = [0, 0, 5, -5, 25];
const hardGap = -35;

interface Sown {
  step: PlantedStep;
  stated: Stated;
}

function sow(minutes: number, hard: boolean, weeks: number, random: Random): Sown {
  const gap = hard ? hardGap : one(random, gaps);
  const expected = gap > 10 ? one(random, [0.5, 0.55, 0.6]) : one(random, [0.6, 0.65, 0.7, 0.75, 0.8]);
  const climb = one(random, [0, 0.04, 0.08]);
  const centre = centreNear(expected + gap / 100) - climb * Math.max(0, weeks - 2);
  const levels = random.chance(0.25) ? Math.ceil(weeks / 2) : Number.POSITIVE_INFINITY;
  const ease = 0.75 + 0.2 * random.next();
  const obstacles = obstaclesOf(random);
  const believed = Math.min(0.95, Math.round((expected + 0.05 * random.between(-1, 2)) * 100) / 100);
  return { step: { centre, climb, levels, ease, obstacles, minutes }, stated: { expected, believed } };
}

/** A journey for a role as a seed plants it. What it plants depends on nothing else, neither on the team nor on other journeys. */
export interface Planting {
  way: PlantedWay;
  stated: readonly Stated[];
}

/**
 * Plants the truth of a journey for a role. The middle station is the hard one: 35 points below what is expected.
 *
 * @param weeks Of history: learning is laid so that the gap is there in its last weeks.
 */
export function plant(journey: Journey, role: string, weeks: number, seed: number): Planting {
  const random = createRandom(seedOf(seed, "plant", journey.id, role));
  const middle = Math.floor(journey.steps.length / 2);
  const sown = journey.steps.map(({ minutes = 3 }, index) => sow(minutes, index === middle, weeks, random));
  const repeats = typeof journey.per === "object" ? "record" : journey.repeat === true ? "again" : "once";
  const unclear = 0.04 + 0.06 * random.next();
  return {
    way: { steps: sown.map(({ step }) => step), repeats, leaves: 0.02, unclear },
    stated: sown.map(({ stated }) => stated),
  };
}
