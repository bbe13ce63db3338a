import type { Barrier } from "@waymark/engine";
import { type BarrierFact, topBarrier } from "@waymark/engine/metrics";
import type { PlantedWay } from "./planted.ts";
import { createRandom, seedOf } from "./random.ts";
import { answersIn, barriersIn, isMostlyAlone, type Weeks } from "./seen.ts";
import { walkWay } from "./walk.ts";

/** What is true of people like these at one step, shares from 0 to 1. `null`: nobody like these got there. */
export interface StepTruth {
  measured: number | null;
  reported: number | null;
  barrier: Barrier | null;
}

/** What is true of a journey: of each of its steps, and what stands in the way most of all. */
export interface WayTruth {
  steps: StepTruth[];
  barrier: Barrier | null;
}

/** So many people stand for "people like these": a share of them is within 1.3 points of the limit in 99 of 100 cases. */
const crowd = 10_000;
/** For a course of weeks fewer do. */
const smallCrowd = 2_000;

const share = (hits: number, of: number): number | null => (of === 0 ? null : hits / of);

interface Count {
  alone: number;
  of: number;
  easy: number;
  answers: number;
  facts: BarrierFact[];
}

/**
 * The truth in some weeks: what the definitions of the metrics give for very many people who walk by the same parameters.
 * They are others than the team that is sent, so that the truth is the parameter and not what this team happened to do.
 */
export function truthOf(way: PlantedWay, weeks: Weeks, seed: number, people: number = crowd): WayTruth {
  const counts = way.steps.map((): Count => ({ alone: 0, of: 0, easy: 0, answers: 0, facts: [] }));
  for (let person = 0; person < people; person += 1) {
    const walked = walkWay(way, weeks.to, createRandom(seedOf(seed, "crowd", person)));
    for (const [step, count] of counts.entries()) {
      const alone = isMostlyAlone(walked, step, weeks);
      if (alone !== null) count.of += 1;
      if (alone === true) count.alone += 1;
      const answers = answersIn(walked, step, weeks);
      count.answers += answers.length;
      count.easy += answers.filter((answer) => answer >= 5).length;
      const [barrier] = barriersIn(walked, step, weeks);
      if (barrier !== undefined) count.facts.push({ person: String(person), step: String(step), barrier });
    }
  }
  const steps = counts.map(({ alone, of, easy, answers, facts }, step) => ({
    measured: share(alone, of),
    reported: share(easy, answers),
    barrier: topBarrier(facts, String(step), people).barrier,
  }));
  const all = counts.flatMap(({ facts }) => facts);
  return { steps, barrier: topBarrier(all, nowhere, people).barrier };
}

/** A step that nobody meets: asked for it, `topBarrier` names the journey's. */
const nowhere = "";

/** How far ahead a forecast looks. */
const horizon = 26;

/** The week in which a step reaches a goal if everybody goes on like this; `null`: not within 26 weeks after `now`. */
export function arrivalOf(way: PlantedWay, step: number, goal: number, now: number, seed: number): number | null {
  const [alone, of] = [0, 1].map(() => new Array<number>(horizon).fill(0)) as [number[], number[]];
  for (let person = 0; person < smallCrowd; person += 1) {
    const walked = walkWay(way, now + horizon, createRandom(seedOf(seed, "later", person)));
    for (let ahead = 0; ahead < horizon; ahead += 1) {
      const to = now + ahead + 1;
      const isAlone = isMostlyAlone(walked, step, { from: to - 4, to });
      if (isAlone === null) continue;
      of[ahead] = (of[ahead] ?? 0) + 1;
      if (isAlone) alone[ahead] = (alone[ahead] ?? 0) + 1;
    }
  }
  const ahead = of.findIndex((count, index) => count > 0 && (alone[index] ?? 0) / count >= goal);
  return ahead < 0 ? null : now + ahead + 1;
}
