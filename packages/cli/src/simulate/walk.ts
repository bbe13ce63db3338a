import type { Barrier } from "@waymark/engine";
import { blockWeeks, dayMs, minuteMs, weekMs, workingMoment } from "./clock.ts";
import { type Obstacle, type PlantedStep, type PlantedWay, spread } from "./planted.ts";
import type { Random } from "./random.ts";

/** One attempt of a simulated person at a step. Moments count from the first Monday. */
export interface Deed {
  step: number;
  /** Which walk through the journey it belongs to. */
  walk: number;
  attempt: number;
  began: number;
  /** `null`: left open. */
  completed: number | null;
  how: "condition" | "skipped" | null;
  helped: boolean;
  /** Refusals by the page. */
  failed: number;
  activeMs: number;
  barrier: Barrier | null;
  /** An answer to "How easy was it?", 1 to 7. */
  rated: number | null;
}

/** All that one simulated person does with a journey, in the order in which it begins. */
export interface Walked {
  first: number;
  brief: "clear" | "partly" | "not_clear";
  deeds: Deed[];
  /** Left the journey for good. */
  left: number | null;
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** What becomes of an attempt at which something stood in the way. */
interface Outcome {
  ends: "done" | "skipped" | "open";
  helped: boolean;
  failed: number;
}

function outcomeOf(barrier: Barrier, random: Random): Outcome {
  const ends = random.chance(0.6) ? "done" : "open";
  if (barrier === "opens_help") return { ends: "done", helped: true, failed: 0 };
  if (barrier === "not_clear") return { ends, helped: true, failed: 0 };
  if (barrier === "tries_and_fails") return { ends, helped: false, failed: random.between(3, 5) };
  return { ends: barrier === "does_not_apply" ? "skipped" : "open", helped: false, failed: 0 };
}

/** Walks of one person in one week: three in a block of four on average. */
const walksAWeek = [
  [0, 0.4],
  [1, 0.45],
  [2, 0.15],
] as const;

/** One person with one journey: their skill, what they remember, and the chance that moves them. */
class Walker {
  readonly #way: PlantedWay;
  readonly #skill: readonly number[];
  readonly #random: Random;
  readonly #end: number;
  /** By step: the last block in which they were asked how easy it was. */
  readonly #asked = new Map<number, number>();
  /** By step, where a journey is not walked for a record each. */
  readonly #attempts = new Map<number, number>();
  readonly #settled = new Set<number>();
  readonly walked: Walked;

  constructor(way: PlantedWay, weeks: number, random: Random) {
    this.#way = way;
    this.#random = random;
    this.#end = weeks * weekMs;
    // Four fifths of what people can is theirs at all steps.
    const own = random.normal();
    this.#skill = way.steps.map(() => spread * (0.8 * own + 0.6 * random.normal()));
    const brief = random.chance(way.unclear) ? "not_clear" : random.chance(0.75) ? "clear" : "partly";
    this.walked = { first: workingMoment(random.next() * 4 * dayMs), brief, deeds: [], left: null };
  }

  #obstacleAt(step: PlantedStep): Barrier {
    const obstacle: Obstacle = this.#random.weighted(step.obstacles);
    return this.walked.brief === "not_clear" ? "not_clear" : obstacle;
  }

  #rating(step: PlantedStep, index: number, alone: boolean, at: number): number | null {
    const block = Math.floor(at / (blockWeeks * weekMs));
    const random = this.#random;
    if (!random.chance(0.5) || this.#asked.get(index) === block) return null;
    this.#asked.set(index, block);
    return random.chance(alone ? step.ease : step.ease / 2) ? random.between(5, 7) : random.between(1, 4);
  }

  #tryStep(index: number, step: PlantedStep, walk: number, began: number): Deed {
    const random = this.#random;
    const week = Math.min(Math.floor(began / weekMs), step.levels);
    const alone = random.chance(logistic(step.centre + step.climb * week + (this.#skill[index] ?? 0)));
    const barrier = alone ? null : this.#obstacleAt(step);
    const slip = { ends: "done", helped: false, failed: random.chance(0.15) ? 1 : 0 } as const;
    const { ends, helped, failed } = barrier === null ? slip : outcomeOf(barrier, random);
    const took = step.minutes * (1 + 0.4 * failed + (helped ? 0.8 : 0)) * Math.exp(0.45 * random.normal()) * minuteMs;
    const completed = ends === "open" || began + took >= this.#end ? null : Math.round(began + took);
    const how = completed === null ? null : ends === "skipped" ? "skipped" : "condition";
    const rated = how === "condition" ? this.#rating(step, index, alone, began) : null;
    const attempt = this.#way.repeats === "record" ? 1 : (this.#attempts.get(index) ?? 0) + 1;
    this.#attempts.set(index, attempt);
    const activeMs = Math.round(took * 0.7);
    return {
      step: index,
      walk,
      attempt,
      began: Math.round(began),
      completed,
      how,
      helped,
      failed,
      activeMs,
      barrier,
      rated,
    };
  }

  /** One way through the journey, up to the first step that is left open. */
  #walkOnce(walk: number, start: number): void {
    let at = start;
    for (const [index, step] of this.#way.steps.entries()) {
      if (this.#settled.has(index)) continue;
      if (at >= this.#end) return;
      const deed = this.#tryStep(index, step, walk, at);
      this.walked.deeds.push(deed);
      if (deed.completed === null) {
        if (this.#random.chance(this.#way.leaves)) this.walked.left = Math.round(at + minuteMs);
        return;
      }
      if (this.#way.repeats === "once") this.#settled.add(index);
      at = workingMoment(deed.completed + this.#random.next() * 2 * dayMs);
    }
  }

  /** Whether a way that is walked once may be begun, or begun again: an attempt closes seven days after it was left. */
  #mayBegin(at: number): boolean {
    if (this.#way.repeats !== "once") return true;
    if (this.#settled.size === this.#way.steps.length) return false;
    const last = this.walked.deeds.at(-1);
    return last === undefined || at >= Math.max(last.began, last.completed ?? 0) + weekMs;
  }

  walk(weeks: number): Walked {
    const random = this.#random;
    for (let week = 0, walk = 0; week < weeks; week += 1) {
      for (let rest = random.weighted(walksAWeek); rest > 0; rest -= 1) {
        const start = workingMoment(week * weekMs + random.next() * 5 * dayMs);
        const begins = Math.max(start, this.walked.first + minuteMs);
        if (this.walked.left !== null || begins >= this.#end || !this.#mayBegin(begins)) continue;
        this.#walkOnce(walk, begins);
        walk += 1;
      }
    }
    this.walked.deeds.sort((a, b) => a.began - b.began || a.step - b.step);
    return this.walked;
  }
}

/** Weeks of one simulated person with a journey: what they do follows from the seed of `random` alone. */
export function walkWay(way: PlantedWay, weeks: number, random: Random): Walked {
  return new Walker(way, weeks, random).walk(weeks);
}
