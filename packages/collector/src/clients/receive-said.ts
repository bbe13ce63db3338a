import { type AllowedEvents, allowedEvents, plainProps, travellingProps } from "@waymark/engine";
import { maxBatchEvents, renderProblem, type WaymarkEvent } from "@waymark/schema";
import { publishedJourneys } from "../control/journeys.ts";
import type { Project } from "../control/projects.ts";
import { canonicalJson, type StoredReject, shortHash } from "../events/stored-event.ts";
import type { Rejection } from "../ingest/judge-events.ts";
import type { Receipt } from "../ingest/receipt.ts";
import { receiveBatch } from "../ingest/receive-batch.ts";
import { scrub } from "../privacy/scrub.ts";
import type { World } from "../world.ts";
import { asHeard } from "./as-heard.ts";
import { countedContent, factId, keptSourceId } from "./fact-id.ts";
import { inTheirWords } from "./in-their-words.ts";
import type { Reading, Said, Unread } from "./said.ts";

/** What became of another client's delivery. */
export interface ClientReceipt extends Pick<Receipt, "accepted" | "duplicates" | "conflicts" | "rejected"> {
  /** Messages that were taken and of which nothing is kept. */
  ignored: number;
}

/** Whose client it is and when it sent, as far as it says. */
export interface Delivery {
  /** `segment` or `otlp`: where an event came from. */
  client: string;
  sentAt: unknown;
  /** Whether it came with a server key: then its events are verified. */
  vouched: boolean;
}

/** A fact of one person, and where it stood in the delivery. */
interface Placed {
  index: number;
  event: WaymarkEvent;
}

/** The event as our own clients would send it: only the props that a journey reads go with it. */
function toEvent(said: Said, id: string, allowed: AllowedEvents, now: number): WaymarkEvent {
  const { sourceId, name, person } = said;
  return {
    id,
    type: `host.${name}`,
    ts: said.ts ?? new Date(now).toISOString(),
    // Other clients' sessions are not ours, and their order within a delivery changes when they send again.
    session: "client",
    seq: 0,
    ...(sourceId === null ? {} : { sourceId: keptSourceId(sourceId, person) }),
    props: travellingProps(allowed, name, plainProps(said.props)) ?? {},
  };
}

function byPerson(
  readings: readonly Reading[],
  project: string,
  allowed: AllowedEvents,
  now: number,
): Map<string, Placed[]> {
  const people = new Map<string, Placed[]>();
  const counted = countedContent();
  readings.forEach((reading, index) => {
    if (reading === null || !("said" in reading)) return;
    const { said } = reading;
    const id = factId(project, said.sourceId ?? counted(said.content()));
    const placed = { index, event: toEvent(said, id, allowed, now) };
    const before = people.get(said.person);
    if (before === undefined) people.set(said.person, [placed]);
    else before.push(placed);
  });
  return people;
}

function* inParts<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += maxBatchEvents) yield all.slice(from, from + maxBatchEvents);
}

function toReject({ problem, kept }: Unread, project: string, at: number): StoredReject {
  const body = scrub(canonicalJson(kept)).slice(0, 4000);
  const { code, path } = problem;
  const message = renderProblem({ ...problem, received: "something else" });
  return { project, hash: shortHash(`${code}\n${path}\n${body}`), at, code, path, message, body };
}

/** When they sent, or now where that is no time that an envelope can say: its years have four digits. */
const instant = (sent: unknown, now: number): string => {
  const at = typeof sent === "string" ? Date.parse(sent) : Number.NaN;
  const text = Number.isNaN(at) ? "" : new Date(at).toISOString();
  return /^\d{4}-/.test(text) ? text : new Date(now).toISOString();
};

async function receivePart(
  world: World,
  project: Project,
  person: string,
  part: readonly Placed[],
  { client, sentAt, vouched }: Delivery,
): Promise<ClientReceipt> {
  const events = part.map((each) => each.event);
  // No roles and no token: a journey is the person's once it was offered to them.
  const envelope = { sentAt: instant(sentAt, world.now()), person, roles: [], locale: "und", sdk: client, events };
  const { accepted, duplicates, conflicts, rejected } = await receiveBatch(world, project, envelope, vouched);
  const placed = <T extends { index: number }>(all: readonly T[]): T[] =>
    all.map((each) => ({ ...each, index: part[each.index]?.index ?? each.index }));
  return {
    accepted,
    duplicates,
    conflicts: placed(conflicts),
    rejected: placed(rejected).map((each) => inTheirWords(client, each)),
    ignored: 0,
  };
}

/** Keeps what could not be read, once each, with its reason. */
async function keepUnread(world: World, project: string, readings: readonly Reading[]): Promise<ClientReceipt> {
  const now = world.now();
  const rejected: Rejection[] = [];
  const rejects: StoredReject[] = [];
  readings.forEach((reading, index) => {
    if (reading === null || !("unread" in reading)) return;
    const { code, path } = reading.unread.problem;
    rejected.push({ index, code, path, message: renderProblem(reading.unread.problem) });
    rejects.push(toReject(reading.unread, project, now));
  });
  if (rejects.length > 0) await world.events.append({ project, events: [], rejects });
  const ignored = readings.filter((each) => each === null).length;
  return { accepted: 0, duplicates: 0, conflicts: [], rejected, ignored };
}

/**
 * Takes what another client sent. Resolves when all that was accepted is durable; fails as a whole where the store cannot
 * write, and what was kept by then is a duplicate when it comes again.
 */
export async function receiveSaid(
  world: World,
  project: Project,
  readings: readonly Reading[],
  delivery: Delivery,
): Promise<ClientReceipt> {
  const allowed = allowedEvents((await publishedJourneys(world.control, project.id)).map(asHeard));
  const people = byPerson(readings, project.id, allowed, world.now());
  const parts = [...people].flatMap(([person, placed]) =>
    [...inParts(placed)].map((part) => receivePart(world, project, person, part, delivery)),
  );
  const receipts = await Promise.all([keepUnread(world, project.id, readings), ...parts]);
  const inOrder = <T extends { index: number }>(all: T[]): T[] => all.sort((a, b) => a.index - b.index);
  return {
    accepted: receipts.reduce((sum, each) => sum + each.accepted, 0),
    duplicates: receipts.reduce<number | null>(
      (sum, { duplicates }) => (sum === null || duplicates === null ? null : sum + duplicates),
      0,
    ),
    conflicts: inOrder(receipts.flatMap((each) => each.conflicts)),
    rejected: inOrder(receipts.flatMap((each) => each.rejected)),
    ignored: receipts.reduce((sum, each) => sum + each.ignored, 0),
  };
}
