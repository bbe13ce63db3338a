import { earlier, type RowKind } from "./row-kind.ts";
import type { StoredEvent } from "./stored-event.ts";

/**
 * What is told of somebody beside doing a step, or their page of it: how easy it was, what stood in the way, what a brief or a
 * question was answered, which prompt was closed, which fields a form had; and, of a journey as a whole, that it was offered or
 * held back, that its value was reached and that one of its core actions was done; and that somebody was there at all. One of
 * each kind a week, the first: that is how often it is asked, and as fine as anything is published. What stood in the way of an
 * attempt is of a kind of its own, and targets and core actions are told by the day.
 */
export interface SayingRow {
  project: string;
  journey: string;
  version: number;
  person: string;
  verified: 0 | 1;
  step: string;
  kind: string;
  /** The week it counts in. */
  week: number;
  at: number;
  id: string;
  /** 1 to 7, of kinds `ease` and `survey`; milliseconds of `closed`. */
  score: number | null;
  /** A code, of kinds `barrier`, `brief` and `lost`; parts as JSON of `fields` and `cover`. */
  barrier: string | null;
  simulated: 0 | 1;
}

export const sayingRows: RowKind<SayingRow> = {
  table: "sayings",
  key: ["project", "journey", "version", "person", "verified", "step", "kind", "week"],
  columns: {
    project: "TEXT",
    journey: "TEXT",
    version: "INTEGER",
    person: "TEXT",
    verified: "INTEGER",
    step: "TEXT",
    kind: "TEXT",
    week: "INTEGER",
    at: "INTEGER",
    id: "TEXT",
    score: "INTEGER",
    barrier: "TEXT",
    simulated: "INTEGER",
  },
  merge(a, b) {
    return { ...(earlier(a.at, a.id, b.at, b.id) ? a : b), simulated: a.simulated || b.simulated ? 1 : 0 };
  },
};

/**
 * What stood in the way of one attempt on one record, told by however many devices: the kind says which, so that they can
 * be told from those of another attempt. Devices that name no attempt say `barrier` alone.
 */
const barrierOf = (subject: string, attempt: unknown): string =>
  typeof attempt === "number" ? `barrier ${attempt} ${subject}` : "barrier";

/** Of what several devices told of one attempt, in whatever weeks, the first; all else stays. */
export function joinAttempts<S extends Pick<SayingRow, "person" | "version" | "step" | "at" | "kind">>(
  sayings: readonly S[],
): S[] {
  const first = new Map<string, S>();
  const keyOf = ({ person, version, step, kind }: S): string => JSON.stringify([person, version, step, kind]);
  const isJoined = ({ kind }: S): boolean => kind.startsWith("barrier ");
  for (const each of sayings.filter(isJoined)) {
    const before = first.get(keyOf(each));
    if (before === undefined || each.at < before.at) first.set(keyOf(each), each);
  }
  return sayings.filter((each) => !isJoined(each) || first.get(keyOf(each)) === each);
}

/** By type of event: what kind of saying it is. */
const kinds: Readonly<Record<string, string>> = {
  "step.rated": "ease",
  "step.barrier": "barrier",
  "journey.offered": "offered",
  "journey.held": "held",
  "journey.valued": "valued",
  "journey.used": "used",
  "session.started": "active",
  "brief.shown": "seen",
  "brief.answered": "brief",
  "survey.answered": "survey",
  "prompt.shown": "prompt",
  "prompt.closed": "closed",
  "focus.fields": "fields",
  "plan.cover": "cover",
  "target.found": "found",
  "target.lost": "lost",
};

/** Those that are about a step of a journey. */
const ofStep: ReadonlySet<string> = new Set(["ease", "barrier", "fields", "found", "lost"]);
/** Those that are about no journey. */
const ofNoJourney: ReadonlySet<string> = new Set(["survey", "prompt", "closed", "active"]);

/** Those that are about a journey as a whole. */
const ofJourney: ReadonlySet<string> = new Set(["offered", "held", "valued"]);

/** Whether events of a type are sayings. */
export function isSaying(type: string): boolean {
  return type in kinds;
}

const mostHeld = 2 ** 31 - 1;

type Props = Readonly<Record<string, unknown>>;

/** Whole, since the columns are: a page tells milliseconds with a fraction. */
const number = (value: unknown): number | null =>
  typeof value === "number" ? Math.max(-mostHeld, Math.min(mostHeld, Math.round(value))) : null;
const text = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** What is kept of the props, by kind: a number, a code or a few parts as JSON. */
function toldBy(kind: string, props: Props): { score: number | null; barrier: string | null } {
  if (kind === "closed") return { score: number(props.afterMs), barrier: null };
  if (kind === "brief") return { score: null, barrier: text(props.answer) };
  if (kind === "lost") return { score: null, barrier: text(props.reason) };
  if (kind === "cover") return { score: null, barrier: JSON.stringify([props.open, props.planned]) };
  if (kind === "fields")
    return { score: null, barrier: JSON.stringify([props.names ?? [], props.editedNames ?? [], props.seconds ?? {}]) };
  const score = kind === "ease" || kind === "survey" ? number(props.score) : null;
  return { score, barrier: text(props.barrier) };
}

/** Below what it stands: the step, the question, the surface or the host's event. */
function placeOf(kind: string, event: StoredEvent, props: Props): string {
  if (ofJourney.has(kind) || kind === "active") return "";
  if (kind === "used") return text(props.event) ?? "";
  return (kind === "survey" ? text(props.question) : ofNoJourney.has(kind) ? text(props.surface) : event.step) ?? "";
}

/** Told by the day: since when a target is lost, and on how many days of a week a core action was done. */
const byDay: ReadonlySet<string> = new Set(["found", "lost", "used"]);
const dayOf = (kind: string, at: number): string => (byDay.has(kind) ? `${kind}.${new Date(at).getUTCDay()}` : kind);

/** Whether it is about doing a step: how easy it was, or what stood in the way. What pages tell beside is of no row of the gap. */
export const isOfStep = ({ kind }: Pick<SayingRow, "kind">): boolean =>
  kind === "ease" || kind === "barrier" || kind.startsWith("barrier ");

/**
 * What one event says, or `null`.
 *
 * @param known - Its props, where somebody has read them already.
 */
export function sayingRowOf(event: StoredEvent, known?: Record<string, unknown>): SayingRow | null {
  const kind = kinds[event.type];
  if (kind === undefined) return null;
  if (event.journey === null && !ofNoJourney.has(kind)) return null;
  if (event.step === null && ofStep.has(kind)) return null;
  const props = known ?? (JSON.parse(event.props) as Record<string, unknown>);
  const { project, person, verified, week, at, id, simulated } = event;
  // What is about no journey is so wherever it was asked.
  const journey = ofNoJourney.has(kind) ? "" : (event.journey ?? "");
  const version = journey === "" ? 0 : (event.version ?? 0);
  return {
    ...{ project, journey, version, person, verified, step: placeOf(kind, event, props) },
    kind: kind === "barrier" ? barrierOf(event.subject, props.attempt) : dayOf(kind, at),
    ...{ week, at, id, ...toldBy(kind, props), simulated },
  };
}
