import type { Brief, BriefAnswer, How, Target } from "@waymark/schema";
import type { StepAge } from "./step-age.ts";

/** Where a station lies for this person: settled, the one to do now, the one after it, later, or set aside as not theirs. */
export type StationState = "done" | "skipped" | "here" | "next" | "far";

/** When a step is due in the person's own days. `at` is the end of that local day, Unix milliseconds. */
export interface DueView {
  state: "overdue" | "today" | "later";
  at: number;
  /** The moment itself, where somebody named an hour. */
  time?: number | undefined;
}

/** The four states of a record that is under way. */
export type Standing = "overdue" | "today" | "planned" | "nothing";

/** One station with everything the map and the card need; texts are in the person's language, `{deal.id}` filled in. */
export interface StationView {
  id: string;
  state: StationState;
  title: string;
  heading: string;
  say: string | null;
  why: string | null;
  minutes: number | null;
  /** The primary button's words, or `null` where the step opens and shows nothing. */
  label: string | null;
  open: string | null;
  /** The host's own function that begins the deed, by name. */
  action?: string | undefined;
  target: Target | null;
  due: DueView | null;
  how: How | null;
  skippable: boolean;
}

/** A record of a per-record journey and where it stands. */
export interface RecordView {
  /** Wire form `deal:17`. */
  subject: string;
  label: string;
  done: number;
  total: number;
  /** Title of the station to do now; `null` when the way is finished. */
  here: string | null;
  /** Index of that station. */
  at: number | null;
  due: DueView | null;
  /** `null` when the way is finished. */
  standing: Standing | null;
  /** How long it has been in its step, beside the person's own finished records; `null` when the way is finished. */
  age: StepAge | null;
  /** When it came into its step, Unix ms; `null` where no clock runs, or the way is finished. */
  since: number | null;
  /** The record's own page, where the host named it. */
  url: string | null;
}

/** One journey as one person meets it. */
export interface JourneyView {
  id: string;
  version: number | null;
  /** A small journey of the library: its brief is there to be read and asks nothing. */
  library?: boolean | undefined;
  title: string;
  destination: string | null;
  /** Wire form of the record this view is about; `null` for the person's own. */
  subject: string | null;
  /** The record's name as the page shows it; `null` where it is not known. */
  label: string | null;
  /** The type of record of a per-record journey, even when no record is chosen: `deal`. */
  per: string | null;
  brief: Brief | null;
  /** The answer to the brief as it reads now; `null`: not asked yet, or the text changed since. */
  briefAnswer: BriefAnswer | null;
  stations: StationView[];
  /** Stations settled: done or set aside. */
  done: number;
  total: number;
  /** Index of the station to do now, or `null` when all are settled. */
  here: number | null;
  /** For a per-record journey: the records known on this device, those that ask for something first. */
  records: RecordView[];
}
