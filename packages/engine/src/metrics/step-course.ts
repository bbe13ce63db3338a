import { mean, sampleVariance } from "simple-statistics";
import { seeded, studentQuantile, z90 } from "./distributions.ts";
import { fewestForMedian } from "./estimate.ts";
import { type Course, countWeeks, fitCourse, ownPart, packFacts, type WeekFact } from "./weekly-course.ts";

/** A step's line with each draw's line around it, its slope drawn towards the mean of the journey's steps. */
export interface Pooled extends Course {
  drawn: Course[];
}

/**
 * What a forecast needs of the past, whatever the goal: it holds nobody's facts, so that it can be kept with a frozen block
 * and asked for a goal that is stated later.
 */
export type StepCourse =
  | { missing: "weeks" | "people" }
  | {
      missing: null;
      /** The last week that had ended. */
      now: number;
      pooled: Pooled;
      /** The slope of the last six weeks alone. */
      lately: number;
    };

const fewestWeeks = 6;
/** What was longer ago says little about the pace. */
export const courseWeeks = 12;
const draws = 200;

/** How often each of so many people comes, drawn anew with all their weeks. */
function drawPeople(count: number, random: () => number): Int32Array {
  const times = new Int32Array(count);
  for (let i = 0; i < count; i += 1) {
    const place = Math.floor(random() * count);
    times[place] = (times[place] ?? 0) + 1;
  }
  return times;
}

/** Every step's course, its slope drawn towards the mean of the journey's steps as far as they agree. */
function poolAll(bySteps: readonly WeekFact[][], now: number, seed: number): Pooled[] {
  const people = [...new Set(bySteps.flat().map(({ person }) => person))].sort();
  const places = new Map(people.map((person, place) => [person, place]));
  const packed = bySteps.map((facts) => packFacts(facts, places));
  const random = seeded(seed);
  const fitAll = (times: Int32Array | null): Course[] =>
    packed.map((facts) => fitCourse(countWeeks(facts, times), now));
  const found = fitAll(null);
  const tries = Array.from({ length: draws }, () => fitAll(drawPeople(people.length, random)));
  const slopes = found.map(({ slope }, step) => ({
    slope,
    variance: sampleVariance(tries.map((each) => each[step]?.slope ?? 0)),
  }));
  const weights = slopes.map(({ variance }) => 1 / Math.max(variance, 1e-9));
  const sum = weights.reduce((total, each) => total + each, 0);
  const meanOf = (courses: readonly Course[]): number =>
    courses.reduce((total, { slope }, step) => total + slope * (weights[step] ?? 0), 0) / sum;
  // Draws of few people spread too little: Student's t over the normal, and one person less.
  const stretch = (studentQuantile(0.95, people.length - 1) / z90) * Math.sqrt(people.length / (people.length - 1));
  return found.map((own, index) => {
    const { part, mean: common } = ownPart(slopes, index);
    const slope = part * own.slope + (1 - part) * common;
    const drawn = tries.map((courses): Course => {
      const each = courses[index] ?? own;
      return {
        level: own.level + stretch * (each.level - own.level),
        slope: slope + stretch * (Math.sqrt(part) * (each.slope - own.slope) + (1 - part) * (meanOf(courses) - common)),
      };
    });
    return { level: own.level, slope, drawn };
  });
}

/** The 90% interval of a course's slope. */
export function slopeInterval({ slope, drawn }: Pooled): readonly [number, number] {
  const slopes = drawn.map((each) => each.slope);
  const half = z90 * Math.sqrt(sampleVariance(slopes) + (mean(slopes) - slope) ** 2);
  return [slope - half, slope + half];
}

/**
 * The courses of a journey's steps over the last twelve weeks, each partially pooled with the others. A step needs six
 * weeks and twelve people.
 *
 * @param facts Of the group, all steps of the journey, up to and with the week `now`.
 * @param seed Of the draws. Default: 1.
 */
export function stepCourses(facts: readonly WeekFact[], now: number, seed: number = 1): Map<string, StepCourse> {
  const recent = facts.filter(({ week }) => week <= now && week > now - courseWeeks);
  const steps = [...new Set(recent.map(({ step }) => step))].sort();
  const bySteps = steps.map((step) => recent.filter((fact) => fact.step === step));
  const lacks = bySteps.map((own): "weeks" | "people" | null => {
    if (new Set(own.map(({ week }) => week)).size < fewestWeeks) return "weeks";
    return new Set(own.map(({ person }) => person)).size < fewestForMedian ? "people" : null;
  });
  if (lacks.every((each) => each !== null))
    return new Map(steps.map((step, index) => [step, { missing: lacks[index] ?? "weeks" }]));
  const pooled = poolAll(bySteps, now, seed);
  const later = bySteps.map((own) => own.filter(({ week }) => week > now - courseWeeks / 2));
  const lately = poolAll(later, now, seed);
  return new Map(
    steps.map((step, index): [string, StepCourse] => {
      const [lack, own] = [lacks[index] ?? null, pooled[index]];
      if (lack !== null || own === undefined) return [step, { missing: lack ?? "weeks" }];
      return [step, { missing: null, now, pooled: own, lately: lately[index]?.slope ?? 0 }];
    }),
  );
}
