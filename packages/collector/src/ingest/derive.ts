import { createHash } from "node:crypto";
import { type Effect, emptyProgress, emptyScene, transition } from "@waymark/engine";
import type { Journey, Runs, Scalar } from "@waymark/schema";
import { matchesRoles } from "../control/journeys.ts";
import type { Derived, Known } from "../events/event-store.ts";
import { type StoredEvent, shortHash } from "../events/stored-event.ts";

const hostPrefix = "host.";

/** Whether the engine has to run here: the SDK and the simulation run it themselves. */
export function needsServerFold(sdk: string): boolean {
  return !sdk.startsWith("sdk/") && !sdk.startsWith("simulate/");
}

/**
 * An id that is the same whenever the same fact is derived again: the source's own 48 bits of time, then a hash, laid out
 * as a UUID of version 7.
 */
export function derivedId(parts: readonly string[], sourceId: string): string {
  const hash = createHash("sha256").update(parts.join("\n")).digest("hex");
  const variant = "89ab"[Number.parseInt(hash.charAt(3), 16) & 3];
  return `${sourceId.slice(0, 13)}-7${hash.slice(0, 3)}-${variant}${hash.slice(4, 7)}-${hash.slice(8, 20)}`;
}

function toEvent(source: StoredEvent, journey: Journey, effect: Effect): StoredEvent {
  const step = "step" in effect ? effect.step : null;
  const attempt = "attempt" in effect ? effect.attempt : null;
  const how = "how" in effect ? { how: effect.how } : {};
  const parts = [source.project, source.id, journey.id, effect.subject, step ?? "", effect.type, String(attempt ?? "")];
  const props = JSON.stringify(attempt === null ? {} : { attempt, ...how });
  return {
    ...source,
    id: derivedId(parts, source.id),
    type: effect.type,
    journey: journey.id,
    version: journey.version ?? null,
    step,
    subject: effect.subject,
    props,
    hash: shortHash(parts.join("\n") + props),
    derivedFrom: source.id,
    sourceId: null,
  };
}

interface Folded {
  runs: Runs;
  effects: Effect[];
}

function foldOne(journey: Journey, runs: Runs, source: StoredEvent, it: FoldContext): Folded {
  const scene = { ...emptyScene, roles: [...it.roles] };
  const props = it.propsOf(source);
  const name = source.type.slice(hostPrefix.length);
  const offeredAt = it.offeredAt(source, journey.id);
  // The page that offered the journey may not have synced its progress; its `journey.offered` arrived all the same.
  const [known] = offeredAt === null ? [runs] : transition(journey, runs, { kind: "offer", scene }, offeredAt);
  const [next, effects] = transition(journey, known, { kind: "event", name, props, scene }, source.at);
  return next === known ? { runs, effects: [] } : { runs: next, effects };
}

/** An event's props as they are stored, without the person's own id. */
export function storedProps(source: StoredEvent): Record<string, Scalar> {
  return JSON.parse(source.props) as Record<string, Scalar>;
}

interface FoldContext {
  propsOf(source: StoredEvent): Record<string, Scalar>;
  roles: readonly string[];
  /** When the journey was offered to the source's person, up to the source's moment. */
  offeredAt(source: StoredEvent, journey: string): number | null;
}

function offers(fresh: readonly StoredEvent[], known: Known): FoldContext["offeredAt"] {
  return (source, journey) => {
    const now = fresh.filter((each) => each.type === "journey.offered" && each.journey === journey);
    const before = known.offeredAt(source.person, source.verified, journey);
    // Another system sends without a token, and the page that offered had one: what follows stays unverified.
    const signed = source.verified ? null : known.offeredAt(source.person, 1, journey);
    const first = Math.min(
      ...now.map(({ at }) => at),
      before ?? Number.POSITIVE_INFINITY,
      signed ?? Number.POSITIVE_INFINITY,
    );
    return first <= source.at ? first : null;
  };
}

/**
 * Runs the engine over host events that came without the SDK. Pure: gives the events to add and the progress to keep.
 *
 * @param fresh - New events of one delivery, all of one person.
 * @param journeys - Every published journey.
 * @param roles - The person's roles; none where the sender knows none: then the offer alone says which journeys are theirs.
 * @param propsOf - An event's props as they were sent: a record may carry the same id as the person.
 */
export function deriveEvents(
  fresh: readonly StoredEvent[],
  journeys: readonly Journey[],
  roles: readonly string[],
  known: Known,
  propsOf: (source: StoredEvent) => Record<string, Scalar> = storedProps,
): Derived {
  const derived: Derived = { events: [], progress: [] };
  const sources = fresh.filter((each) => each.type.startsWith(hostPrefix)).sort((a, b) => a.at - b.at || a.seq - b.seq);
  const person = sources[0]?.person;
  if (person === undefined) return derived;
  const context: FoldContext = { propsOf, roles, offeredAt: offers(fresh, known) };
  const progress = known.progressOf(person) ?? emptyProgress();
  const all: Record<string, Runs> = { ...progress.journeys };
  let changed = false;
  for (const source of sources)
    for (const journey of journeys.filter((each) => roles.length === 0 || matchesRoles(each, roles))) {
      const before = all[journey.id] ?? {};
      const { runs, effects } = foldOne(journey, before, source, context);
      if (runs === before) continue;
      all[journey.id] = runs;
      changed = true;
      derived.events.push(...effects.map((effect) => toEvent(source, journey, effect)));
    }
  if (changed) derived.progress.push({ person, progress: { ...progress, journeys: all } });
  return derived;
}
