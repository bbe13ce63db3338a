export type { Answer, AnswersFile, Verdict } from "./answers.ts";
export { answersSchema } from "./answers.ts";
export type { Audience, Comparison, Condition, Scalar, Where } from "./condition.ts";
export { audienceSchema, conditionKinds, conditionSchema } from "./condition.ts";
export type { Day } from "./day.ts";
export { daySchema, shareSchema } from "./day.ts";
export type { Choice, Decision, DecisionList, Measured, NewDecision, PlanChange } from "./decision.ts";
export { longestNote, newDecisionSchema } from "./decision.ts";
export type { Duration, Timestamp } from "./duration.ts";
export type { Batch, BatchEnvelope, DroppedReport, WaymarkEvent } from "./event.ts";
export { batchEnvelopeSchema, eventSchema, maxBatchEvents } from "./event.ts";
export type { EventKind } from "./event-types.ts";
export { eventKinds } from "./event-types.ts";
export type {
  EstimateList,
  Expectation,
  ExpectationList,
  ExpectedBy,
  NewEstimates,
  NewExpectation,
  OwnEstimate,
  Place,
  Plannable,
} from "./expectation.ts";
export { newEstimatesSchema, newExpectationSchema } from "./expectation.ts";
export type {
  ExperimentArm,
  ExperimentReason,
  ExperimentRow,
  ExperimentsReport,
  ExperimentsWithheld,
} from "./experiments.ts";
export type {
  BriefFigures,
  FieldFigures,
  Figure,
  FigurePlace,
  FigureReport,
  FigureWhy,
  HandoffWait,
  LostTarget,
  PromptFigures,
  StayingFigures,
  StepWait,
  TargetReport,
  TrustFigures,
  UptakeFigures,
  UseFigures,
  ValueFigures,
  WaitFigures,
} from "./figures.ts";
export type { GapBarrier, GapCourse, GapForecast, GapReason, GapReport, GapRow, GapVerdict, GapWhy } from "./gap.ts";
export type {
  Handoff,
  HandoffAct,
  HandoffActs,
  HandoffList,
  Onward,
  Party,
  Refusal,
  Stamp,
  Thanks,
  ThanksAct,
  ThanksActs,
  ThanksList,
} from "./handoff.ts";
export { handoffActsSchema, longestLine, thanksActsSchema } from "./handoff.ts";
export type {
  ArrivalsReport,
  BlockSpan,
  CellShare,
  CellTime,
  JourneyPicture,
  PicturePeriods,
  PictureStep,
  SessionInfo,
  Summary,
  Withheld,
} from "./insights.ts";
export type { Brief, Do, Guidance, Journey, JourneyTexts, Per, RecordListing, Step, StepTexts } from "./journey.ts";
export { journeySchema } from "./journey.ts";
export { journeyJsonSchema } from "./json-schema.ts";
export type { LintCode, LintRule } from "./lint/catalogue.ts";
export { lintRules } from "./lint/catalogue.ts";
export type { LintContext } from "./lint/rule.ts";
export { lintDocument, lintJourney } from "./lint.ts";
export type { Parsed } from "./parse.ts";
export {
  parseBatchEnvelope,
  parseEvent,
  parseHandoffActs,
  parseJourney,
  parseProgress,
  parseThanksActs,
  parseWith,
} from "./parse.ts";
export type { Problem } from "./problem.ts";
export { describeValue, jsonPath, renderProblem } from "./problem.ts";
export type { BriefAnswer, How, Plan, Progress, Prompt, Prompts, Run, Runs, StepState } from "./progress.ts";
export { progressSchema } from "./progress.ts";
export type { Target, TargetWays } from "./target.ts";
export { targetSchema } from "./target.ts";
export type {
  BlindedMessage,
  EnvelopeContent,
  Evidence,
  GroupKeys,
  Help,
  LoopFigures,
  NewAnswer,
  NewStatement,
  PlaceTitles,
  RatingBlock,
  ReplyBlock,
  ReportReason,
  SealedRating,
  SealedReply,
  SealedReport,
  SignedTokens,
  Statement,
  TokenKeys,
  TokenRequest,
  VoiceCell,
  VoicesReport,
  VoiceThread,
  WaitingTexts,
} from "./voices.ts";
export {
  envelopeBytes,
  envelopeContentSchema,
  envelopeInfo,
  envelopeRoom,
  longestReport,
  mostBlinded,
  tokenRequestSchema,
} from "./voices.ts";
export { withoutResult } from "./without-result.ts";
