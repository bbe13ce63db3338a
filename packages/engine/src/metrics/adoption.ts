import { mean, sampleVariance } from "simple-statistics";
import { seeded, studentQuantile } from "./distributions.ts";
import { type Estimate, fewestPeople, missing, type Reason } from "./estimate.ts";

/** One person who was reached. */
export interface Adopter {
  /** Share of the brief's core actions that they do as often as was agreed, 0 to 1. */
  depth: number;
  /** Share of the periods in which one was expected that had a core action, 0 to 1. */
  regularity: number;
  /** Core actions without help, of core actions. */
  alone: number;
  actions: number;
  /** Their effort-behaviour, 0 to 100 (M5); `null`: nothing to measure against. */
  effort: number | null;
}

/** The parts of M8, 0 to 1 each; `null` where one is missing. */
export interface AdoptionParts {
  reach: number | null;
  depth: number | null;
  regularity: number | null;
  independence: number | null;
  ease: number | null;
}

/** M8: the score from 0 to 100 and its parts, which are always shown. Groups are never ranked by it. */
export interface Adoption extends Estimate {
  parts: AdoptionParts;
}

const weights = { reach: 0.25, depth: 0.25, regularity: 0.2, independence: 0.15, ease: 0.15 } as const;
const floor = 0.01;
const draws = 400;

const part = (values: readonly number[]): number | null => (values.length === 0 ? null : mean([...values]));

function partsOf(people: readonly Adopter[], headcount: number | null): AdoptionParts {
  const actions = people.reduce((sum, each) => sum + each.actions, 0);
  const toil = part(people.flatMap((each) => each.effort ?? []));
  return {
    reach: headcount === null || headcount === 0 ? null : Math.min(1, people.length / headcount),
    depth: part(people.map((each) => each.depth)),
    regularity: part(people.map((each) => each.regularity)),
    independence: actions === 0 ? null : people.reduce((sum, each) => sum + each.alone, 0) / actions,
    ease: toil === null ? null : 1 - toil / 100,
  };
}

/** The logarithm of the score over 100: a weighted mean of logarithms. `null` where a part is missing. */
function logScore(parts: AdoptionParts): number | null {
  let sum = 0;
  for (const name of Object.keys(weights) as (keyof typeof weights)[]) {
    const value = parts[name];
    if (value === null) return null;
    sum += weights[name] * Math.log(Math.max(floor, value));
  }
  return sum;
}

/**
 * The score of five parts, 0 to 100, in the order of `AdoptionParts`; `null` where there are not five. It grows with each of them.
 *
 * @example
 * ```ts
 * adoptionOf([0.8, 0.6875, 0.725, 0.675, 0.7375]); // 72.7
 * ```
 */
export function adoptionOf(parts: readonly number[]): number | null {
  const [reach = null, depth = null, regularity = null, independence = null, ease = null] = parts;
  const log = logScore({ reach, depth, regularity, independence, ease });
  return log === null ? null : 100 * Math.exp(log);
}

function reasonOf(parts: AdoptionParts): Reason {
  return parts.reach === null ? "no_headcount" : parts.ease === null ? "no_reference" : "part_missing";
}

/**
 * M8, how far a group has taken it up: 100 R^.25 D^.25 F^.20 I^.15 E^.15, each part floored at 0.01: reach, depth,
 * regularity, independence, and ease = 1 - effort / 100. A geometric mean, so that no part makes up for another.
 *
 * The interval comes from drawing the role's people anew (Efron, 1979), all parts in each draw: the spread of the
 * logarithms with Student's t, which holds at team size where the draws' own percentiles are too narrow.
 *
 * @param headcount People in the role; those who were not reached are drawn too.
 * @param seed Of the draws. Default: 1, so that the same people give the same interval.
 */
export function adoption(people: readonly Adopter[], headcount: number | null, seed: number = 1): Adoption {
  const parts = partsOf(people, headcount);
  const log = logScore(parts);
  if (people.length < fewestPeople) return { ...missing("too_few", people.length), parts };
  if (log === null || headcount === null) return { ...missing(reasonOf(parts), people.length), parts };
  const random = seeded(seed);
  const roster = Math.max(headcount, people.length);
  const logs: number[] = [];
  for (let i = 0; i < draws; i += 1) {
    const drawn: Adopter[] = [];
    for (let j = 0; j < roster; j += 1) {
      const person = people[Math.floor(random() * roster)];
      if (person) drawn.push(person);
    }
    logs.push(logScore(partsOf(drawn, roster)) ?? Math.log(floor));
  }
  const half = studentQuantile(0.95, people.length - 1) * Math.sqrt((sampleVariance(logs) * roster) / (roster - 1));
  const score = (value: number): number => Math.min(100, 100 * Math.exp(value));
  return {
    value: score(log),
    interval: [Math.max(100 * floor, score(log - half)), score(log + half)],
    people: people.length,
    reason: null,
    parts,
  };
}
