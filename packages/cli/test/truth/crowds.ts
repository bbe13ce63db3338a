import { type Ability, ability } from "@waymark/engine/metrics";
import { weekMs } from "../../src/simulate/clock.ts";
import type { PlantedStep, PlantedWay } from "../../src/simulate/planted.ts";
import { createRandom, seedOf } from "../../src/simulate/random.ts";
import { attemptsIn, type Weeks } from "../../src/simulate/seen.ts";
import { truthOf } from "../../src/simulate/truth.ts";
import { type Walked, walkWay } from "../../src/simulate/walk.ts";

/** The step that is looked at: the first of four, which nearly everybody of a team comes to. */
export const watched = 0;
/** At the second those are missing who gave up at the first. */
export const second = 1;

const usual: PlantedStep = {
  centre: 0,
  climb: 0,
  levels: Number.POSITIVE_INFINITY,
  ease: 0.85,
  // The first leads the second by 20 points.
  obstacles: [
    ["tries_and_fails", 0.47],
    ["opens_help", 0.25],
    ["not_now", 0.18],
    ["blocked", 0.1],
  ],
  minutes: 3,
};

/** A journey of four steps, all of them as hard. */
export function wayAt(step: Partial<PlantedStep>, way: Partial<PlantedWay> = {}): PlantedWay {
  const same = { ...usual, ...step };
  return { steps: [same, same, same, same], repeats: "record", leaves: 0.02, unclear: 0.05, ...way };
}

const logit = (share: number): number => Math.log(share / (1 - share));

const measuredAt = (way: PlantedWay, weeks: Weeks, people: number, seed: string): number =>
  truthOf(way, weeks, seedOf(seed), people).steps[watched]?.measured ?? 0;

/** A way at whose watched step so many of people like these are mostly alone, and how many exactly. */
export interface Calibrated {
  way: PlantedWay;
  truth: number;
}

/** Halves its way to the centre at which the truth is so: the same people each time, so that it only ever grows. */
export function calibrate(wanted: number, weeks: Weeks, make: (centre: number) => PlantedWay): Calibrated {
  let [low, high] = [-6, 8];
  for (let i = 0; i < 10; i += 1) {
    const middle = (low + high) / 2;
    if (measuredAt(make(middle), weeks, 2_000, "calibrate") < wanted) low = middle;
    else high = middle;
  }
  const near = (low + high) / 2;
  const found = measuredAt(make(near), weeks, 20_000, "truth");
  // Few people halve the way; many say how far they were off.
  const way = make(near + 1.3 * (logit(wanted) - logit(found)));
  return { way, truth: measuredAt(way, weeks, 20_000, "truth") };
}

/** A team of so many, as `waymark simulate` would send it. */
export function teamOf(way: PlantedWay, people: number, weeks: number, ...seed: (string | number)[]): Walked[] {
  return Array.from({ length: people }, (_, at) => walkWay(way, weeks, createRandom(seedOf(...seed, at))));
}

/** What a step's ability is in some weeks, by the metric itself. */
export function abilityOf(team: readonly Walked[], weeks: Weeks, step: number = watched): Ability {
  const attempts = team.flatMap((walked, at) => attemptsIn(walked, `p${at}`, step, weeks));
  return ability(attempts, weeks.to * weekMs);
}
