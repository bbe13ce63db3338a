import {
  type BatchEnvelope,
  type Journey,
  parseBatchEnvelope,
  renderProblem,
  type Scalar,
  type WaymarkEvent,
} from "@waymark/schema";
import { createCalendar } from "../blocks/calendar.ts";
import { asHeard } from "../clients/as-heard.ts";
import { publishedJourneys } from "../control/journeys.ts";
import type { Project } from "../control/projects.ts";
import { monthsBefore } from "../control/retention.ts";
import type { Suppression } from "../control/suppressed.ts";
import { CollectorError } from "../errors.ts";
import type { Outcome, Write } from "../events/event-store.ts";
import type { StoredEvent } from "../events/stored-event.ts";
import type { World } from "../world.ts";
import { cutDeep } from "./cut-deep.ts";
import { deriveEvents, needsServerFold } from "./derive.ts";
import { knownReasons } from "./dropped.ts";
import { type Judged, judgeEvents } from "./judge-events.ts";
import { isPlainEnvelope } from "./plain-envelope.ts";
import type { Receipt } from "./receipt.ts";
import { identifySender, type Sender } from "./sender.ts";
import { journeysThatPay, tellValue } from "./tell-value.ts";

function countOutcomes(
  all: readonly Outcome[] | null,
  indexes: readonly number[],
): Pick<Receipt, "accepted" | "duplicates" | "conflicts"> {
  const outcomes = all === null ? null : all.slice(0, indexes.length);
  if (outcomes === null) return { accepted: indexes.length, duplicates: null, conflicts: [] };
  return {
    accepted: outcomes.filter((each) => each === "accepted").length,
    duplicates: outcomes.filter((each) => each === "duplicate").length,
    conflicts: outcomes.flatMap((each, i) => (each === "conflict" ? [{ index: indexes[i] ?? i }] : [])),
  };
}

/** A delivery before it is judged, and all that has to be read for that. */
interface Ready {
  world: World;
  project: Project;
  envelope: BatchEnvelope;
  sender: Sender;
  erased: Suppression | null;
  openWeek: number | null;
  /** What the engine runs over; `null` where the sender has run it. */
  journeys: Journey[] | null;
  paying: readonly Journey[];
  now: number;
}

async function prepare(world: World, project: Project, body: unknown, vouched: boolean): Promise<Ready> {
  const parsed = isPlainEnvelope(body) ? { ok: true as const, value: body } : parseBatchEnvelope(cutDeep(body));
  if (!parsed.ok) {
    const problems = parsed.problems.map((each) => ({ ...each, message: renderProblem(each) }));
    throw new CollectorError("envelope_invalid", { message: problems[0]?.message ?? "" }, { problems });
  }
  const envelope = parsed.value;
  const now = world.now();
  const sender = await identifySender(envelope, world, project, vouched);
  const erased = await world.erasures.of(project.id, sender.person);
  const folds = needsServerFold(envelope.sdk);
  const journeys = folds ? (await publishedJourneys(world.control, project.id)).map(asHeard) : null;
  const openWeek = await world.freezer.openWeek(project.id);
  const paying = await journeysThatPay(world, project.id);
  return { world, project, envelope, sender, erased, openWeek, journeys, paying, now };
}

function deriving(envelope: BatchEnvelope, judged: Judged, journeys: Journey[], roles: string[]): Write["derive"] {
  const propsOf = (source: StoredEvent): Record<string, Scalar> => {
    const sent = envelope.events[judged.indexes[judged.events.findIndex(({ id }) => id === source.id)] ?? -1];
    return (sent as WaymarkEvent | undefined)?.props as Record<string, Scalar>;
  };
  return (fresh, known) => deriveEvents(fresh, journeys, roles, known, propsOf);
}

/** From the first line to the queue there is no pause: a freeze that begins later waits for what is queued. */
function handOver({
  world,
  project,
  envelope,
  sender,
  erased,
  openWeek,
  journeys,
  paying,
  now,
}: Ready): Promise<Receipt> {
  const judged = judgeEvents(envelope, {
    project: project.id,
    sender,
    calendar: createCalendar(project.timeZone),
    openWeek: world.freezer.atLeast(project.id, openWeek),
    suppressed: world.erasures.atLeast(project.id, sender.person, erased),
    oldest: monthsBefore(now, project.retention.eventMonths),
    now,
  });
  const appended = world.events.append({
    project: project.id,
    // What follows from them stands behind them, so that each outcome stands where its event does.
    events: [...judged.events, ...tellValue(judged.events, paying)],
    rejects: judged.rejects,
    dropped: envelope.dropped && knownReasons(envelope.dropped),
    derive: journeys === null ? undefined : deriving(envelope, judged, journeys, sender.roles),
  });
  const { indexes, rejected } = judged;
  return answer(world, project.id, appended, { indexes, rejected, refused: sender.refused });
}

async function answer(
  world: World,
  project: string,
  appended: Promise<readonly Outcome[] | null>,
  { indexes, rejected, refused }: Pick<Judged, "indexes" | "rejected"> & Pick<Sender, "refused">,
): Promise<Receipt> {
  const outcomes = await appended;
  world.changes.emit(project);
  const receipt: Receipt = { ...countOutcomes(outcomes, indexes), rejected };
  world.metrics.received(receipt);
  return refused === null ? receipt : { ...receipt, token: `refused: ${refused}` };
}

/**
 * Takes a delivery: judges it event by event and resolves when all that was accepted is durable. In steps, so that nothing
 * of what was sent is held while that is waited for.
 *
 * @param body - As it was sent; what is nested too deep is cut off here.
 * @param vouched - Whether one of the host's servers sends, by its secret key: then it is believed without a token.
 */
export function receiveBatch(world: World, project: Project, body: unknown, vouched = false): Promise<Receipt> {
  return prepare(world, project, body, vouched).then(handOver);
}
