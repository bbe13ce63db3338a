import { quantileSorted } from "simple-statistics";
import type { Interval } from "./estimate.ts";
import { type StepCourse, slopeInterval, stepCourses } from "./step-course.ts";
import { type Course, logit, type WeekFact } from "./weekly-course.ts";

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

const horizon = 26;
/** The last six weeks must climb so much of what all weeks climb. With half, courses that had stopped got a date in two teams of five. */
const stillClimbing = 0.8;

/** Weeks from now until a line is at the goal. */
function weeksTo(goal: number, { level, slope }: Course): number {
  if (level >= goal) return 0;
  return slope <= 0 ? Number.POSITIVE_INFINITY : (goal - level) / slope;
}

/**
 * M13 from a course: the same answer as {@link forecast}, for any goal.
 *
 * @param share The goal, 0 to 1.
 */
export function forecastOf(course: StepCourse, share: number): Forecast {
  if (course.missing !== null) return { says: "too_early", missing: course.missing, slope: null };
  const { now, pooled, lately } = course;
  const slope = slopeInterval(pooled);
  const early = (missing: "levelling_off" | "clarity"): Forecast => ({ says: "too_early", missing, slope });
  const target = logit(Math.min(0.99, Math.max(0.01, share)));
  const needed = (target - pooled.level) / horizon;
  if (needed > 0 && slope[1] < needed) return { says: "not_at_this_pace", slope, needed };
  const weeks = weeksTo(target, pooled);
  // A line through all weeks would promise what has stopped in the last of them.
  if (weeks > 0 && lately < stillClimbing * pooled.slope) return early("levelling_off");
  if (weeks > horizon || (weeks > 0 && slope[0] <= 0)) return early("clarity");
  const ends = pooled.drawn.map((each) => weeksTo(target, each)).sort((a, b) => a - b);
  const low = Math.min(weeks, quantileSorted(ends, 0.05));
  const high = Math.max(weeks, ends[Math.ceil(0.95 * ends.length) - 1] ?? weeks);
  return { says: "date", week: now + weeks, interval: [now + low, high > horizon ? null : now + high], slope };
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
  return forecastOf(stepCourses(facts, goal.now, seed).get(goal.step) ?? { missing: "weeks" }, goal.share);
}
