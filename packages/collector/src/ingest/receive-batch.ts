import { parseBatchEnvelope, renderProblem, type Scalar, type WaymarkEvent } from "@waymark/schema";
import { createCalendar } from "../blocks/calendar.ts";
import { asHeard } from "../clients/as-heard.ts";
import { publishedJourneys } from "../control/journeys.ts";
import type { Project } from "../control/projects.ts";
import { monthsBefore } from "../control/retention.ts";
import { CollectorError } from "../errors.ts";
import type { Outcome } from "../events/event-store.ts";
import type { StoredEvent } from "../events/stored-event.ts";
import type { World } from "../world.ts";
import { cutDeep } from "./cut-deep.ts";
import { deriveEvents, needsServerFold } from "./derive.ts";
import { knownReasons } from "./dropped.ts";
import { judgeEvents } from "./judge-events.ts";
import { isPlainEnvelope } from "./plain-envelope.ts";
import type { Receipt } from "./receipt.ts";
import { identifySender } from "./sender.ts";

function countOutcomes(
  outcomes: readonly Outcome[] | null,
  indexes: readonly number[],
): Pick<Receipt, "accepted" | "duplicates" | "conflicts"> {
  if (outcomes === null) return { accepted: indexes.length, duplicates: null, conflicts: [] };
  return {
    accepted: outcomes.filter((each) => each === "accepted").length,
    duplicates: outcomes.filter((each) => each === "duplicate").length,
    conflicts: outcomes.flatMap((each, i) => (each === "conflict" ? [{ index: indexes[i] ?? i }] : [])),
  };
}

/**
 * Takes a delivery: judges it event by event and resolves when all that was accepted is durable.
 *
 * @param body - As it was sent; what is nested too deep is cut off here.
 * @param vouched - Whether one of the host's servers sends, by its secret key: then it is believed without a token.
 */
export async function receiveBatch(world: World, project: Project, body: unknown, vouched = false): Promise<Receipt> {
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
  const journeys = folds ? (await publishedJourneys(world.control, project.id)).map(asHeard) : [];
  const openWeek = await world.freezer.openWeek(project.id);
  // From here to the queue there is no pause: a freeze that begins later waits for what is queued.
  const judged = judgeEvents(envelope, {
    project: project.id,
    sender,
    calendar: createCalendar(project.timeZone),
    openWeek: world.freezer.atLeast(project.id, openWeek),
    suppressed: world.erasures.atLeast(project.id, sender.person, erased),
    oldest: monthsBefore(now, project.retention.eventMonths),
    now,
  });
  const propsOf = (source: StoredEvent): Record<string, Scalar> => {
    const sent = envelope.events[judged.indexes[judged.events.findIndex(({ id }) => id === source.id)] ?? -1];
    return (sent as WaymarkEvent | undefined)?.props as Record<string, Scalar>;
  };
  const outcomes = await world.events.append({
    project: project.id,
    events: judged.events,
    rejects: judged.rejects,
    dropped: envelope.dropped && knownReasons(envelope.dropped),
    derive: folds ? (fresh, known) => deriveEvents(fresh, journeys, sender.roles, known, propsOf) : undefined,
  });
  world.changes.emit(project.id);
  const receipt: Receipt = {
    ...countOutcomes(outcomes, judged.indexes),
    rejected: judged.rejected,
  };
  world.metrics.received(receipt);
  return sender.refused === null ? receipt : { ...receipt, token: `refused: ${sender.refused}` };
}
