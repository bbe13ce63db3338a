import type { Duration, Timestamp } from "./duration.ts";
import type { BlockSpan, Withheld } from "./insights.ts";

/**
 * Why a figure is not there. `nearly_all`, `nearly_none`: at most four people are on the other side, and how many stays
 * back. `few_answers`: fewer than half of those who were asked answered. `no_headcount`: the host never said how many
 * people there are. `not_reached`: it has not happened to so many yet. `part_missing`: a part it is made of has no exact figure.
 */
export type FigureWhy =
  | Withheld
  | ("nearly_all" | "nearly_none" | "few_answers" | "no_headcount" | "not_reached" | "part_missing");

/** A number about people as it was frozen, with its 90% interval and the least that stand behind it, or why it is missing. */
export interface Figure {
  value: number | null;
  /** An open end is `null`. */
  interval: [number, number | null] | null;
  /** The lower end of the band of people behind it. */
  n: number | null;
  why: FigureWhy | null;
}

/** M1 of one journey version and role, shares from 0 to 1. */
export interface BriefFigures {
  /** People before whose eyes the brief was, of all in the role. */
  reach: Figure;
  /** People who answered, of those who saw it. */
  answered: Figure;
  /** Of those who answered. */
  clear: Figure;
  /** Of those who answered; only where each of the three answers stands for five people. */
  partly: Figure;
  notClear: Figure;
}

/** M17 of one field of a form. */
export interface FieldFigures {
  step: string;
  /** What the field is called in its form. */
  name: string;
  /** Share of saves in which it was edited, at most one save a person and week. */
  edited: Figure;
  /** The interval lies wholly below 5%. */
  unused: boolean;
  /** Seconds at work in it, of a save: the median over people. */
  seconds: Figure;
}

/** M15 of one step. */
export interface StepWait {
  step: string;
  /** Three in four records that finished were through after so long, ms. */
  usual: Figure;
  /** Share of open records that have lain more than one and a half times as long. */
  stale: Figure;
}

/** How long what one role hands to another waits for a yes or a question, ms. */
export interface HandoffWait {
  step: string;
  to: string;
  median: Figure;
  /** One in five waits longer. */
  p80: Figure;
}

/** Where work lies: M15, M16, and what one role waits of another. */
export interface WaitFigures {
  steps: StepWait[];
  /** M16: open records with a dated next action. */
  cover: Figure;
  handoffs: HandoffWait[];
}

/** M18 of one kind of prompt, for a group over all journeys. */
export interface PromptFigures {
  surface: string;
  /** Share of a person's prompts that they closed within two seconds; each person counts once. */
  struck: Figure;
  /** Prompts a person and week in which there were any. */
  perWeek: Figure;
}

/** M6 of one journey: from when it first came to somebody until they first had come through all of it. */
export interface ValueFigures {
  medianDays: Figure;
  /** One in five takes longer. */
  p80Days: Figure;
  byDay7: Figure;
  byDay30: Figure;
  /** The share that has arrived, from 0 to 1: it moves only where five more have. */
  curve: { day: number; share: number; interval: [number, number] }[];
  /** How many are still watched on a day: the lower end of their band; `null` below ten. */
  watched: { day: number; n: number | null }[];
}

/** M2 of a group, scores from 0 to 100. */
export interface UseFigures {
  useful: Figure;
  easy: Figure;
}

/** M7 of one journey: who was active in their second week with it, by whether they had reached its value by then. */
export interface StayingFigures {
  /** The host's event that shows the value; `null`: having come through all steps does. */
  event: string | null;
  /** Active in the third to sixth week, of those who had reached the value, and of those who had not. */
  reached: Figure;
  notReached: Figure;
  /** The first minus the second, from -1 to 1. */
  difference: Figure;
  /** `goes_together` only where the whole interval of the difference lies above 0; it is never a proof. */
  says: "goes_together" | "not_shown" | null;
}

/** M8 of one journey, with its parts. Groups are never ranked by it. */
export interface UptakeFigures {
  /** What the brief asks people to keep doing. */
  core: { event: string; every: Duration }[];
  /** 0 to 100. Where a part has no exact number it has none either, and its interval comes from what is shown of them. */
  score: Figure;
  /** People to whom the journey came, or who did something of it, in these weeks, of all in the role. */
  reach: Figure;
  /** Share of the core actions that people do as often as was agreed. */
  depth: Figure;
  /** Share of the periods in which one was expected that had a core action. */
  regularity: Figure;
  /** Core actions in whose week no step of the journey took help, of each person's; each counts once. */
  alone: Figure;
  /** 1 - effort / 100. */
  ease: Figure;
}

/** M20 of a group: "I can report a problem here without harm to me", 1 to 7. */
export interface TrustFigures {
  mean: Figure;
  /** Share of answers 1 to 3. */
  distrust: Figure;
}

/** What figures are about. */
export interface FigurePlace {
  /** `null`: all journeys. */
  journey: { id: string; title: string } | null;
  /** `null`: whatever the version. */
  version: number | null;
  role: { id: string; title: string };
  /** The weeks it is of, where those are not the report's block: what is asked once is shown as it was last frozen. */
  block: BlockSpan | null;
  /** Titles of the journey's steps, by id, in their order. */
  steps: { id: string; title: string }[];
}

/** `GET /v1/insights/{briefs,fields,handoffs,prompts,staying,trust,uptake,value}`: what one closed block says, the same for every viewer. */
export interface FigureReport<Found> {
  /** True when any person behind these numbers was simulated. */
  simulated: boolean;
  /** The block; `null` before the first. */
  block: BlockSpan | null;
  /** Every block that has closed, oldest first: `to` is what `until` takes. */
  blocks: BlockSpan[];
  nextAt: Timestamp | null;
  reason: Withheld | null;
  /** `found` is `null` where nothing of the place may be shown. */
  rows: (FigurePlace & { found: Found | null })[];
}

/** A step whose target the pages of people could not find. Days only: no person, role or count. */
export interface LostTarget {
  journey: { id: string; title: string };
  version: number;
  step: { id: string; title: string };
  /** Where the step is done, as the journey has it: `/deals/:id`. */
  page: string | null;
  /** How the search ended: `none`, `weak`, `many`. */
  reason: string;
  /** The last day it was found; `null`: never yet. */
  lastGood: string | null;
  /** The first day it was lost since. */
  firstBad: string;
  /** The last day it was lost. */
  lastBad: string;
  /** It is found on some pages and lost on others. */
  sometimes: boolean;
}

/** `GET /v1/insights/targets`, live, for customer success and owners. */
export interface TargetReport {
  /** Today in the project's time zone. */
  today: string;
  /** Whether any page has told of a target at all. */
  heard: boolean;
  lost: LostTarget[];
}
