import { mean, quantileSorted, sampleVariance } from "simple-statistics";
import { seeded, studentQuantile, z90 } from "./distributions.ts";
import { fewestForMedian, type Interval } from "./estimate.ts";
import { type Course, countWeeks, fitCourse, logit, ownPart, type WeekFact } from "./weekly-course.ts";

/** M13: when ability reaches the goal. Weeks are numbers like those of the facts, with fractions. */
export type Forecast =
  /** An open end is `null`: more than 26 weeks ahead. */
  | { says: "date"; week: number; interval: Interval; slope: Interval }
  | { says: "not_at_this_pace"; slope: Interval; needed: number }
  | { says: "too_early"; missing: "weeks" | "people" | "levelling_off" | "clarity"; slope: Interval | null };

/** What is asked of the course. */
export interface ForecastGoal {
  step: string;
  /** 0 to 1. */
  share: number;
  /** The last week that has ended. */
  now: number;
}

const fewestWeeks = 6;
/** What was longer ago says little about the pace. */
const window = 12;
const horizon = 26;
const draws = 200;

interface Drawn {
  own: Course;
  mean: number;
}

/** Everybody of the journey, drawn anew with all their weeks. */
function drawPeople(people: readonly string[], random: () => number): Map<string, number> {
  const times = new Map<string, number>();
  for (let i = 0; i < people.length; i += 1) {
    const person = people[Math.floor(random() * people.length)] ?? "";
    times.set(person, (times.get(person) ?? 0) + 1);
  }
  return times;
}

interface Pooled extends Course {
  /** Each draw's course around it. */
  drawn: Course[];
}

/** The step's course, its slope drawn towards the mean of the journey's steps as far as they agree. */
function pool(bySteps: readonly WeekFact[][], index: number, now: number, seed: number): Pooled {
  const people = [...new Set(bySteps.flat().map(({ person }) => person))].sort();
  const random = seeded(seed);
  const fitAll = (times: Map<string, number> | null): Course[] =>
    bySteps.map((facts) => fitCourse(countWeeks(facts, times), now));
  const found = fitAll(null);
  const tries = Array.from({ length: draws }, () => fitAll(drawPeople(people, random)));
  const slopes = found.map(({ slope }, step) => ({
    slope,
    variance: sampleVariance(tries.map((each) => each[step]?.slope ?? 0)),
  }));
  const { part, mean: common } = ownPart(slopes, index);
  const weights = slopes.map(({ variance }) => 1 / Math.max(variance, 1e-9));
  const sum = weights.reduce((total, each) => total + each, 0);
  const meanOf = (courses: readonly Course[]): number =>
    courses.reduce((total, { slope }, step) => total + slope * (weights[step] ?? 0), 0) / sum;
  const own = found[index] ?? { level: 0, slope: 0 };
  const slope = part * own.slope + (1 - part) * common;
  const drawn = tries.map((courses): Drawn => ({ own: courses[index] ?? own, mean: meanOf(courses) }));
  // Draws of few people spread too little: Student's t over the normal, and one person less.
  const stretch = (studentQuantile(0.95, people.length - 1) / z90) * Math.sqrt(people.length / (people.length - 1));
  return {
    level: own.level,
    slope,
    drawn: drawn.map((each) => ({
      level: own.level + stretch * (each.own.level - own.level),
      slope: slope + stretch * (Math.sqrt(part) * (each.own.slope - own.slope) + (1 - part) * (each.mean - common)),
    })),
  };
}

function slopeInterval({ slope, drawn }: Pooled): readonly [number, number] {
  const slopes = drawn.map((each) => each.slope);
  const half = z90 * Math.sqrt(sampleVariance(slopes) + (mean(slopes) - slope) ** 2);
  return [slope - half, slope + half];
}

/** Weeks from now until a line is at the goal. */
function weeksTo(goal: number, { level, slope }: Course): number {
  if (level >= goal) return 0;
  return slope <= 0 ? Number.POSITIVE_INFINITY : (goal - level) / slope;
}

/**
 * Whether the last six weeks climb less than half as much as all of them: a line through all would promise what
 * has stopped.
 */
function levelsOff(bySteps: readonly WeekFact[][], index: number, now: number, slope: number, seed: number): boolean {
  const later = bySteps.map((facts) => facts.filter(({ week }) => week > now - window / 2));
  return pool(later, index, now, seed).slope < slope / 2;
}

/**
 * M13, when the goal is reached: a straight line of log-odds over the last twelve weeks, its slope partially pooled over
 * the journey's steps, its interval from drawing people anew. Three answers: a date with its interval, whose end is open
 * beyond 26 weeks; not at this pace, only if the whole interval of the slope lies below the slope that would arrive
 * within 26 weeks; else too early to say, and what is missing (six weeks, twelve people, a course that still climbs, or an
 * interval that lies above 0).
 *
 * @param facts Of the group, all steps of the journey, up to and with the week `now`.
 * @param seed Of the draws. Default: 1.
 */
export function forecast(facts: readonly WeekFact[], goal: ForecastGoal, seed: number = 1): Forecast {
  const { now, step } = goal;
  const recent = facts.filter(({ week }) => week <= now && week > now - window);
  const own = recent.filter((fact) => fact.step === step);
  const early = (
    missing: "weeks" | "people" | "levelling_off" | "clarity",
    slope: Interval | null = null,
  ): Forecast => ({
    says: "too_early",
    missing,
    slope,
  });
  if (new Set(own.map(({ week }) => week)).size < fewestWeeks) return early("weeks");
  if (new Set(own.map(({ person }) => person)).size < fewestForMedian) return early("people");
  const steps = [...new Set(recent.map((fact) => fact.step))].sort();
  const bySteps = steps.map((each) => recent.filter((fact) => fact.step === each));
  const pooled = pool(bySteps, steps.indexOf(step), now, seed);
  const slope = slopeInterval(pooled);
  const target = logit(Math.min(0.99, Math.max(0.01, goal.share)));
  const needed = (target - pooled.level) / horizon;
  if (needed > 0 && slope[1] < needed) return { says: "not_at_this_pace", slope, needed };
  const weeks = weeksTo(target, pooled);
  if (weeks > 0 && levelsOff(bySteps, steps.indexOf(step), now, pooled.slope, seed))
    return early("levelling_off", slope);
  if (weeks > horizon || (weeks > 0 && slope[0] <= 0)) return early("clarity", slope);
  const ends = pooled.drawn.map((course) => weeksTo(target, course)).sort((a, b) => a - b);
  const low = Math.min(weeks, quantileSorted(ends, 0.05));
  const high = Math.max(weeks, ends[Math.ceil(0.95 * ends.length) - 1] ?? weeks);
  return { says: "date", week: now + weeks, interval: [now + low, high > horizon ? null : now + high], slope };
}
