export { isHeldOut, isMeantFor, matchAudience, matchJourney, matchRoles } from "./audience.ts";
export type { Barrier, BarrierFacts } from "./barrier.ts";
export { firstBarrier } from "./barrier.ts";
export { briefAnswerOf, briefText } from "./brief.ts";
export { command } from "./command.ts";
export { addDuration, dayOf, endOfDay } from "./duration.ts";
export type { EvaluationContext } from "./evaluate.ts";
export { evaluate } from "./evaluate.ts";
export type { ExplainedRule, Explanation } from "./explain.ts";
export { explain } from "./explain.ts";
export type { Command, Effect, Fact, HostFact, Scene, Subject } from "./fact.ts";
export { emptyScene } from "./fact.ts";
export type { FieldTime } from "./field-time.ts";
export { noFieldTime, spendTime, spentIn } from "./field-time.ts";
export type { NameHints, NameHit } from "./find-names.ts";
export { findNames, rewriteName } from "./find-names.ts";
export type { FieldFacts, FieldFate } from "./fold-fields.ts";
export { fewestFolded, foldFields } from "./fold-fields.ts";
export type { Balance, Gains, Milestone, StatedTask } from "./gains.ts";
export { gainsOf } from "./gains.ts";
export type { DueOffer, Place } from "./handover/due.ts";
export { dueOffers, dueReopenings, isFrom } from "./handover/due.ts";
export type { Hand } from "./handover/hand-act.ts";
export { actOn, judgeAct } from "./handover/hand-act.ts";
export type { HandoffState } from "./handover/merge-handoff.ts";
export { handoffState, mergeHandoff, mergeHandoffs } from "./handover/merge-handoff.ts";
export type { HandoverRow, Neighbour } from "./handover/view-handover.ts";
export {
  dueThanks,
  handoverRows,
  incomingOffers,
  initialsOf,
  inWords,
  neighboursOf,
  takenOver,
  usualWait,
} from "./handover/view-handover.ts";
export type { AllowedEvents } from "./host-props.ts";
export { allowedEvents, plainProps, travellingProps } from "./host-props.ts";
export type { JourneyIndex } from "./journey-index.ts";
export { createJourneyIndex } from "./journey-index.ts";
export type { Leaf } from "./leaf.ts";
export { hashText, leafKey, leavesOf } from "./leaf.ts";
export type { DayCost, Ledger, TaskLog, TaskRun } from "./ledger.ts";
export { addCost, addRun, emptyLedger, hasBaseline, isLedger, runsOf } from "./ledger.ts";
export type { OpenAttempt } from "./left-lying.ts";
export { attemptNow } from "./left-lying.ts";
export type { LibraryEntry, LibraryGroup } from "./library.ts";
export { fitsPage, libraryOf, rankLibrary } from "./library.ts";
export { localiseJourney } from "./localise.ts";
export { matchPage } from "./match-page.ts";
export { matchValue, sameScalar } from "./match-value.ts";
export type { Datable, Snooze } from "./news.ts";
export { laterKey, newsKey, nextNews, nextReturn, snoozeUntil } from "./news.ts";
export { observe } from "./observe.ts";
export type { PacingFacts, PacingRule, PacingVerdict } from "./pacing.ts";
export { mayPrompt, pacingRules, quickCloseMs, quickCloses } from "./pacing.ts";
export type { PageKind } from "./page-kind.ts";
export { pageKindOf, targetOf } from "./page-kind.ts";
export type { PageLeaf } from "./page-leaves.ts";
export { pageLeavesOf } from "./page-leaves.ts";
export { planOf, standingOf } from "./plan.ts";
export type { PlanChoice } from "./plan-choices.ts";
export { planChoices } from "./plan-choices.ts";
export type { Taken } from "./plan-day.ts";
export { slotToday } from "./plan-day.ts";
export {
  emptyProgress,
  isProgress,
  mergeMarks,
  mergeProgress,
  mergePrompts,
  mergeRun,
  mergeRuns,
  mergeStep,
} from "./progress.ts";
export type { AskedLog, Finished, Question, QuestionKind } from "./questions.ts";
export { nextQuestion, questionKey, questionPauseMs, questionRepeatMs } from "./questions.ts";
export type { Reference } from "./reference.ts";
export { referenceTime } from "./reference.ts";
export { isHidden, selectJourneys, subjectHere } from "./select.ts";
export type { Attempted, GuideLevel, SkillRule } from "./skill.ts";
export { guidanceFor } from "./skill.ts";
export type { StepAge } from "./step-age.ts";
export { paceOf, stepAge, upperQuartile } from "./step-age.ts";
export { hereOf, stepState } from "./step-state.ts";
export type { Deed, Sign, Struggle } from "./struggle.ts";
export { calm, observeDeed } from "./struggle.ts";
export { fillTemplate, subjectKey, subjectOf, subjectTypeOf, unify } from "./subject.ts";
export { transition } from "./transition.ts";
export type { DueView, JourneyView, RecordView, Standing, StationState, StationView } from "./view.ts";
export { viewJourney } from "./view-journey.ts";
export type { RecordMemo } from "./view-records.ts";
export { recordMemo } from "./view-records.ts";
export type { ViewOptions } from "./view-way.ts";
export { dueOf, viewWay } from "./view-way.ts";
export type { Reported } from "./voice.ts";
export { answerTo, isoWeek, mondayOfWeek, nextMonday, quarterOfWeek, readAnswers } from "./voice.ts";
