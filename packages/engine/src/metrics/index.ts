export type { Barrier } from "../barrier.ts";
export {
  type Ability,
  type Attempt,
  ability,
  isAlone,
  type JourneyAbility,
  journeyAbility,
  standingOfPeople,
} from "./ability.ts";
export { actionCover } from "./action-cover.ts";
export { type Adopter, type Adoption, type AdoptionParts, adoption, adoptionOf } from "./adoption.ts";
export {
  type AnytimeIntervals,
  type Arm,
  anytimeIntervals,
  evidenceAgainstShare,
  isPossibleEffect,
} from "./anytime.ts";
export { type BriefCounts, type Clarity, clarity } from "./clarity.ts";
export { type CoreAction, type CoreUse, coreUse, expectedTimes } from "./core-use.ts";
export { type Corroboration, corroborate, effortLimit } from "./corroboration.ts";
export { binomialUpTo, seeded, studentQuantile, z90 } from "./distributions.ts";
export {
  type Effort,
  type EffortWeights,
  effort,
  effortOfPerson,
  type PersonEffort,
  type Toil,
  usualWeights,
} from "./effort.ts";
export {
  type Estimate,
  fewestForMedian,
  fewestPeople,
  type Interval,
  isKnown,
  type Known,
  missing,
  type Reason,
} from "./estimate.ts";
export {
  expectationGap,
  expectedAt,
  type Gap,
  type Milestone,
  standingVerdict,
  timeGap,
  type Verdict,
  verdictOf,
  visibleGap,
  worstSteps,
} from "./expectation-gap.ts";
export { type FieldLoad, type FieldUse, fieldLoad } from "./field-load.ts";
export { type Forecast, type ForecastGoal, forecast, forecastOf } from "./forecast.ts";
export {
  bandOf,
  type GapBlock,
  type GapHistory,
  type GapPoint,
  type GapSaid,
  gapCourse,
  gapRows,
} from "./gap.ts";
export type { GapCell, ShownBarrier } from "./gap-cell.ts";
export { dueAtEnd, type PlanVersion } from "./gap-plan.ts";
export { worstOf } from "./gap-view.ts";
export { fewestOfArm, type HoldoutEffect, holdoutEffect } from "./holdout-effect.ts";
export { type LoopClosure, loopClosure, type Released } from "./loop-closure.ts";
export { meanOfPeople, median, medianInterval90, medianOfPeople, percentile } from "./middle.ts";
export { type PerceptionGap, perceptionGap } from "./perception-gap.ts";
export { difference, shareByPerson, shareOfAttempts, shareOfPeople, type Tally, wilson } from "./share.ts";
export { estimateShown, type ShownAbility, showAbility, weakestShown } from "./shown-ability.ts";
export { type FinishedRecord, type StepAges, stepAges } from "./step-ages.ts";
export { courseWeeks, type StepCourse, stepCourses } from "./step-course.ts";
export { strikeRate } from "./strike-rate.ts";
export { type SurvivalStep, shareBy, survival, timeUntil, type Watched } from "./survival.ts";
export { type TimeReference, timeReference } from "./time-reference.ts";
export { type TimeToValue, timeToValue, type WayToValue, watchedDays } from "./time-to-value.ts";
export { type BarrierFact, type TopBarrier, topBarrier } from "./top-barrier.ts";
export { type Trust, trust } from "./trust.ts";
export { scoreOfSeven, type Usefulness, type UsefulnessAnswers, usefulness } from "./usefulness.ts";
export {
  type ActiveDays,
  type ActiveWeeks,
  checkOfArms,
  daysOfWeeks,
  type ValueArms,
  type ValueCheck,
  valueArms,
  valueCheck,
  weeksOfCheck,
} from "./value-check.ts";
export { type ValueRange, valueRange } from "./value-range.ts";
export type { WeekFact } from "./weekly-course.ts";
