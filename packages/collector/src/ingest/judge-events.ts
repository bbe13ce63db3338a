import {
  type BatchEnvelope,
  type Parsed,
  type Problem,
  parseEvent,
  renderProblem,
  type WaymarkEvent,
} from "@waymark/schema";
import { countingWeek } from "../blocks/block.ts";
import type { Calendar } from "../blocks/calendar.ts";
import type { Suppression } from "../control/suppressed.ts";
import {
  canonicalJson,
  type RejectSender,
  type StoredEvent,
  type StoredReject,
  shortHash,
} from "../events/stored-event.ts";
import { scrub } from "../privacy/scrub.ts";
import { cutDeep } from "./cut-deep.ts";
import { hidePerson } from "./hide-person.ts";
import { isPlainEvent } from "./plain-event.ts";
import type { Sender } from "./sender.ts";

/** One event that was not taken, as the sender reads it. */
export interface Rejection {
  index: number;
  code: string;
  path: string;
  message: string;
}

/** A delivery, event by event. `indexes[i]` is where `events[i]` stood in the envelope. */
export interface Judged {
  events: StoredEvent[];
  indexes: number[];
  rejected: Rejection[];
  rejects: StoredReject[];
}

/** What the judgement needs to know beside the envelope. */
export interface JudgeContext {
  project: string;
  sender: Sender;
  calendar: Calendar;
  /** The first week that is not frozen, or `null`. */
  openWeek: number | null;
  /** Set where the sender was erased. */
  suppressed: Suppression | null;
  /** Events from before are kept no longer, Unix ms. */
  oldest: number;
  now: number;
}

// A clock that is this far off is wrong; less is the way through the network.
const skewBearsMs = 5 * 60_000;

/**
 * The event's moment by our clock. A sender whose clock is wrong is wrong by as much when it sends. What would still be to
 * come happened when it arrived, at the latest: nothing is kept longer by claiming to be of a later year.
 */
function momentOf(event: Pick<WaymarkEvent, "ts">, skewMs: number, now: number): number {
  const said = Date.parse(event.ts);
  const at = Math.abs(skewMs) > skewBearsMs ? said + skewMs : said;
  return at > now + skewBearsMs ? now : at;
}

function ownProblem(event: WaymarkEvent, at: number, { oldest }: JudgeContext): Problem | null {
  const error = (code: string, path: string, expected: string, received: string): Problem => ({
    code,
    path,
    expected,
    received,
    severity: "error",
  });
  if (at < oldest) return error("too_old", "$.ts", `a time after ${new Date(oldest).toISOString()}`, event.ts);
  if (!event.type.startsWith("step.")) return null;
  if (event.journey === undefined) return error("missing", "$.journey", "the journey's id", "nothing");
  if (event.step === undefined) return error("missing", "$.step", "the step's id", "nothing");
  return null;
}

/** Props with the person's own id replaced by their code, as hosts name the actor in an event's props too, and scrubbed. */
function withoutPerson(props: Record<string, unknown>, person: string, code: string): Record<string, unknown> {
  let changed: Record<string, unknown> | null = null;
  for (const name of Object.keys(props)) {
    const value = props[name];
    const kept = value === person ? code : typeof value === "string" ? scrub(value) : value;
    if (kept === value) continue;
    // Copied only where something has to go: most props have nothing of the kind.
    changed ??= { ...props };
    changed[name] = kept;
  }
  return changed ?? props;
}

interface Moment {
  at: number;
  skewMs: number;
  /** What sent it, scrubbed once for all. */
  sdk: string;
}

function toStored(
  event: WaymarkEvent,
  { at, skewMs, sdk }: Moment,
  envelope: BatchEnvelope,
  it: JudgeContext,
): StoredEvent {
  return {
    project: it.project,
    id: event.id,
    type: event.type,
    ts: event.ts,
    at,
    receivedAt: it.now,
    skewMs,
    week: countingWeek(at, it.now, it.openWeek, it.calendar),
    journey: event.journey ?? null,
    version: event.version ?? null,
    step: event.step ?? null,
    subject: event.subject ?? "",
    session: event.session,
    seq: event.seq,
    person: it.sender.person,
    role: it.sender.roles[0] ?? null,
    verified: it.sender.verified,
    simulated: it.sender.simulated,
    locale: envelope.locale,
    sdk,
    props: JSON.stringify(withoutPerson(event.props, envelope.person, it.sender.person)),
    hash: "",
    derivedFrom: null,
    sourceId: event.sourceId ?? null,
  };
}

const ownWords = new Set(["unknown_key", "bad_key"]);

/**
 * The place of a problem in the schema's own words. The live page shows it, and a name or a role may stand in a key that
 * the sender chose as well as in a value.
 */
function placeOf(problem: Problem, sent: unknown): string {
  const { type } = typeof sent === "object" && sent !== null ? (sent as { type?: unknown }) : {};
  const freeKeys = typeof type === "string" && type.startsWith("host.");
  const inProps = problem.path.startsWith("$.props");
  if (freeKeys && inProps) return "$.props.*";
  if (!ownWords.has(problem.code)) return problem.path;
  return inProps ? "$.props.*" : "$.*";
}

/** What is kept of a refused event; a longer one is kept in part. */
export const maxBodyLength = 4000;

function senderOf({ locale, sdk, sentAt }: BatchEnvelope, it: JudgeContext): RejectSender {
  const { person, roles, verified, simulated } = it.sender;
  return { person, roles, verified, simulated, locale, sdk: scrub(sdk), skewMs: it.now - Date.parse(sentAt) };
}

function toReject(sent: unknown, problem: Problem, envelope: BatchEnvelope, it: JudgeContext): StoredReject {
  const text = canonicalJson(sent);
  const path = placeOf(problem, sent);
  const message = renderProblem({ ...problem, path, received: "something else" });
  return {
    project: it.project,
    hash: shortHash(`${it.sender.person}\n${text}`),
    at: it.now,
    code: problem.code,
    path,
    message,
    body: scrub(canonicalJson(hidePerson(sent, envelope.person))).slice(0, maxBodyLength),
    person: it.sender.person,
    sender: JSON.stringify(senderOf(envelope, it)),
  };
}

/** The envelope is the first level, its list the second. */
const levelOfEvents = 3;

function judgeOne(sent: unknown): Parsed<WaymarkEvent> {
  return isPlainEvent(sent) ? { ok: true, value: sent } : parseEvent(cutDeep(sent, levelOfEvents));
}

const erasedRejection = {
  code: "person_erased",
  path: "$",
  message: "This person was erased: drop the event, nothing of it was kept.",
};

/** When something that is no event says that it happened; `null` where it says nothing of the kind. */
function claimedMoment(sent: unknown, skewMs: number, now: number): number | null {
  const { ts } = typeof sent === "object" && sent !== null ? (sent as { ts?: unknown }) : {};
  if (typeof ts !== "string" || Number.isNaN(Date.parse(ts))) return null;
  return momentOf({ ts }, skewMs, now);
}

/** Whether an event is of somebody who was erased: whatever they send, or after they were let in again, what is from before. */
function isErased(at: number | null, { suppressed }: JudgeContext): boolean {
  if (suppressed === null) return false;
  if (suppressed.liftedAt === null || at === null) return true;
  return at <= suppressed.liftedAt;
}

/** Parts what can be kept from what cannot. One bad event never sinks the others. */
export function judgeEvents(envelope: BatchEnvelope, it: JudgeContext): Judged {
  const skewMs = it.now - Date.parse(envelope.sentAt);
  const sdk = scrub(envelope.sdk);
  const judged: Judged = { events: [], indexes: [], rejected: [], rejects: [] };
  envelope.events.forEach((sent, index) => {
    const parsed = judgeOne(sent);
    const at = parsed.ok ? momentOf(parsed.value, skewMs, it.now) : null;
    if (it.suppressed !== null && isErased(at ?? claimedMoment(sent, skewMs, it.now), it)) {
      // Nothing of somebody who was erased is kept, a reject neither. The sender reads that it may drop it.
      judged.rejected.push({ index, ...erasedRejection });
      return;
    }
    const problem = parsed.ok ? ownProblem(parsed.value, at ?? 0, it) : (parsed.problems[0] ?? null);
    if (parsed.ok && problem === null) {
      judged.events.push(toStored(parsed.value, { at: at ?? 0, skewMs, sdk }, envelope, it));
      judged.indexes.push(index);
    } else if (problem !== null) {
      const { code, path } = problem;
      judged.rejected.push({ index, code, path, message: renderProblem(problem) });
      judged.rejects.push(toReject(sent, problem, envelope, it));
    }
  });
  return judged;
}
