import type { Journey, Progress, Run, Runs, Step } from "@waymark/schema";
import { briefAnswerOf } from "./brief.ts";
import { addDuration, endOfDay } from "./duration.ts";
import type { Scene, Subject } from "./fact.ts";
import { localiseJourney } from "./localise.ts";
import { subjectHere } from "./select.ts";
import { hereOf, stepState } from "./step-state.ts";
import { fillTemplate, subjectOf, subjectTypeOf } from "./subject.ts";
import type { DueView, JourneyView, RecordView, StationState, StationView } from "./view.ts";

/** What a journey over records brings along. */
export interface Dated {
  /** What counts for a record's step, of the person's plan, the host's word and the journey's own `due`. */
  dueFirst(
    run: Run | undefined,
    step: string,
    subject: Subject | undefined,
    due: DueView | null,
    now: number,
  ): DueView | null;
  records(journey: Journey, runs: Runs, scene: Scene, now: number): RecordView[];
}

/** Whose eyes a view is drawn for. */
export interface ViewOptions {
  subject?: string | null | undefined;
  locale: string;
  light?: ReadonlySet<string> | undefined;
}

/**
 * When a step is due: counted from the previous step's completion (the first from the journey's start), at the end of
 * that local day. `null` where nothing is due or the clock has not started.
 */
export function dueOf(journey: Journey, run: Run | undefined, index: number, now: number): DueView | null {
  const step = journey.steps[index];
  const before = journey.steps[index - 1];
  if (!step) return null;
  const { attempt, began } = stepState(run, step.id);
  const first = began ?? (attempt === 1 ? run?.began : undefined);
  const from = before === undefined ? first : stepState(run, before.id).completed;
  if (!step.due || from == null || stepState(run, step.id).completed !== null) return null;
  const at = endOfDay(addDuration(from, step.due));
  if (at < now) return { state: "overdue", at };
  return { state: at === endOfDay(now) ? "today" : "later", at };
}

function stationState(run: Run | undefined, step: Step, index: number, here: number | null): StationState {
  const { completed, how } = stepState(run, step.id);
  if (completed !== null) return how === "skipped" ? "skipped" : "done";
  if (index === here) return "here";
  return here !== null && index === here + 1 ? "next" : "far";
}

function viewStation(
  journey: Journey,
  run: Run | undefined,
  index: number,
  scene: Scene,
  subject: string,
  brief: boolean,
  now: number,
  dated: Dated | undefined,
): StationView {
  const step = journey.steps[index] as Step;
  const here = hereOf(journey, run);
  const fill = (text: string | undefined): string | null =>
    text === undefined ? null : fillTemplate(text, scene, subject);
  const open = step.do?.open === undefined ? null : fillTemplate(step.do.open, scene, subject, encodeURIComponent);
  const target = step.do?.target ?? null;
  const due = dueOf(journey, run, index, now);
  const known = subject === "" ? undefined : subjectOf(scene, subject)?.subject;
  const first = subject !== "" && index === here ? dated?.dueFirst : undefined;
  return {
    id: step.id,
    state: stationState(run, step, index, here),
    title: fill(step.title) ?? "",
    heading: fill(step.heading ?? step.title) ?? "",
    say: fill(step.guide?.[brief ? "light" : "full"]?.say ?? step.do?.say),
    // Whoever knows the way knows why.
    why: brief ? null : fill(step.why),
    minutes: step.minutes ?? null,
    label: fill(step.do?.label),
    // A link that still asks for a record cannot be opened.
    open: open?.includes("{") ? null : open,
    action: step.do?.action,
    target,
    due: first ? first(run, step.id, known, due, now) : due,
    how: stepState(run, step.id).how,
    skippable: step.skippable ?? true,
  };
}

function settledOf(journey: Journey, run: Run | undefined): number {
  return journey.steps.filter((step) => stepState(run, step.id).completed !== null).length;
}

/**
 * A journey as one person meets it, without its records: `viewJourney` for one that has none, in fewer bytes.
 *
 * @param dated What brings them.
 */
export function viewWay(
  source: Journey,
  progress: Progress,
  scene: Scene,
  options: ViewOptions,
  now: number,
  dated?: Dated,
): JourneyView {
  const journey = localiseJourney(source, options.locale);
  const runs = progress.journeys[journey.id] ?? {};
  const key = options.subject === undefined ? subjectHere(journey, scene) : options.subject;
  const run = key === null ? undefined : runs[key];
  const per = subjectTypeOf(journey);
  const known = key ? subjectOf(scene, key)?.subject : undefined;
  return {
    id: journey.id,
    version: journey.version ?? null,
    ...(journey.library ? { library: true } : {}),
    title: journey.title,
    destination: journey.destination ?? null,
    subject: key || null,
    label: known?.label ?? null,
    per,
    brief: journey.brief ?? null,
    briefAnswer: briefAnswerOf(source, runs[""]),
    stations: journey.steps.map(({ id }, index) =>
      viewStation(journey, run, index, scene, key ?? "", options.light?.has(id) ?? false, now, dated),
    ),
    done: settledOf(journey, run),
    total: journey.steps.length,
    here: hereOf(journey, run),
    records: dated?.records(journey, runs, scene, now) ?? [],
  };
}
