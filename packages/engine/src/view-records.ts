import type { Journey, Run, Runs } from "@waymark/schema";
import { endOfDay } from "./duration.ts";
import type { Scene, Subject } from "./fact.ts";
import { dueFirst, standingOf } from "./plan.ts";
import { enteredAt, paceOf, stepAge } from "./step-age.ts";
import { hereOf, stepState } from "./step-state.ts";
import { subjectKey, subjectTypeOf } from "./subject.ts";
import type { DueView, RecordView } from "./view.ts";

/** What a record is called while its name is not known here: `deal:17` is "Deal 17". */
function nameOf(key: string): string {
  const name = key.replace(":", " ");
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const none: Readonly<Record<string, Subject>> = {};

type DueOf = (journey: Journey, run: Run | undefined, index: number, now: number) => DueView | null;

/** Records as they were drawn last. The caller keeps it and hands it over again; it changes nothing but the cost. */
export interface RecordMemo {
  journey?: Journey;
  runs?: Runs;
  declared?: unknown;
  /** End of the local day it was drawn in: "today" becomes "overdue" then. */
  day?: number;
  pace?: string;
  known: Map<string, { run: Run | undefined; subject: Subject | undefined; view: RecordView }>;
  views: RecordView[];
}

/** A memo with nothing in it. */
export function recordMemo(): RecordMemo {
  return { known: new Map(), views: [] };
}

const order = { overdue: 0, today: 1, nothing: 2, planned: 3 } as const;
const rank = ({ standing }: RecordView): number => (standing === null ? 4 : order[standing]);
const soonest = ({ due }: RecordView): number => due?.time ?? due?.at ?? 0;

/**
 * The records of a per-record journey: those under way and those the host declared, what asks for something first. With a
 * memo only those that have changed are drawn anew.
 */
export function viewRecords(
  journey: Journey,
  runs: Runs,
  scene: Scene,
  now: number,
  dueOf: DueOf,
  memo: RecordMemo = recordMemo(),
): RecordView[] {
  const type = subjectTypeOf(journey);
  if (type === null) return [];
  const declared = scene.subjects[type] ?? none;
  const day = endOfDay(now);
  if (memo.journey !== journey || memo.day !== day) memo.known = new Map();
  else if (memo.runs === runs && memo.declared === declared) return memo.views;
  const pace = paceOf(journey, runs);
  const asText = pace.join();
  if (memo.pace !== asText) memo.known = new Map();

  const viewOne = (key: string, run: Run | undefined, subject: Subject | undefined): RecordView => {
    const known = memo.known.get(key);
    if (known && known.run === run && known.subject === subject) return known.view;
    const here = hereOf(journey, run);
    const step = here === null ? undefined : journey.steps[here];
    const due = here === null || !step ? null : dueFirst(run, step.id, subject, dueOf(journey, run, here, now), now);
    const view: RecordView = {
      subject: key,
      label: subject?.label ?? nameOf(key),
      url: subject?.url ?? null,
      done: journey.steps.filter(({ id }) => stepState(run, id).completed !== null).length,
      total: journey.steps.length,
      here: step?.title ?? null,
      at: here,
      due,
      standing: here === null ? null : standingOf(due),
      age: stepAge(journey, run, pace, now),
      since: here === null ? null : enteredAt(journey, run, here),
    };
    memo.known.set(key, { run, subject, view });
    return view;
  };
  const views: RecordView[] = [];
  for (const key of Object.keys(runs)) {
    if (key === "") continue;
    const run = runs[key];
    const id = key.startsWith(`${type}:`) ? key.slice(type.length + 1) : "";
    const subject = Object.hasOwn(declared, id) ? declared[id] : undefined;
    // That a record was met is no work on it: it leaves with the host's list.
    if (subject || !run?.offered || run.began || run.plan) views.push(viewOne(key, run, subject));
  }
  for (const id of Object.keys(declared)) {
    const key = subjectKey(type, id);
    if (!Object.hasOwn(runs, key)) views.push(viewOne(key, undefined, declared[id]));
  }
  memo.views = views.sort((a, b) => rank(a) - rank(b) || soonest(a) - soonest(b));
  Object.assign(memo, { journey, runs, declared, day, pace: asText });
  return memo.views;
}
