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

function toEvent(source: StoredEvent, journey: Journey, effect: Effect, verified: 0 | 1): StoredEvent {
  const step = "step" in effect ? effect.step : null;
  const attempt = "attempt" in effect ? effect.attempt : null;
  const how = "how" in effect ? { how: effect.how } : {};
  const parts = [source.project, source.id, journey.id, effect.subject, step ?? "", effect.type, String(attempt ?? "")];
  const props = JSON.stringify(attempt === null ? {} : { attempt, ...how });
  return {
    ...source,
    verified,
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
  /** Whether what follows is verified. */
  verified: 0 | 1;
}

function foldOne(journey: Journey, runs: Runs, source: StoredEvent, it: FoldContext): Folded {
  const scene = { ...emptyScene, roles: [...it.roles] };
  const props = it.propsOf(source);
  const name = source.type.slice(hostPrefix.length);
  const offer = it.offerOf(source, journey.id);
  // The page that offered the journey may not have synced its progress; its `journey.offered` arrived all the same.
  const [known] = offer === null ? [runs] : transition(journey, runs, { kind: "offer", scene }, offer.at);
  const [next, effects] = transition(journey, known, { kind: "event", name, props, scene }, source.at);
  const verified = offer?.verified ?? source.verified;
  return next === known ? { runs, effects: [], verified } : { runs: next, effects, verified };
}

/** An event's props as they are stored, without the person's own id. */
export function storedProps(source: StoredEvent): Record<string, Scalar> {
  return JSON.parse(source.props) as Record<string, Scalar>;
}

interface FoldContext {
  propsOf(source: StoredEvent): Record<string, Scalar>;
  roles: readonly string[];
  /** The journey's offer to the source's person, up to the source's moment, and whether what follows from both is verified. */
  offerOf(source: StoredEvent, journey: string): Offer | null;
}

interface Offer {
  at: number;
  verified: 0 | 1;
}

function offers(fresh: readonly StoredEvent[], known: Known): FoldContext["offerOf"] {
  return (source, journey) => {
    const now = fresh.filter((each) => each.type === "journey.offered" && each.journey === journey).map(({ at }) => at);
    const never = Number.POSITIVE_INFINITY;
    const before = (verified: 0 | 1): number => known.offeredAt(source.person, verified, journey) ?? never;
    const upToSource = (at: number, verified: 0 | 1): Offer | null => (at <= source.at ? { at, verified } : null);
    // What follows is verified where the deed and the offer are: another system may send without a token for a page that
    // had one, and one of the host's servers may vouch for a deed of a page that had none.
    if (source.verified) return upToSource(Math.min(...now, before(1)), 1) ?? upToSource(before(0), 0);
    return upToSource(Math.min(...now, before(0), before(1)), 0);
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
  const context: FoldContext = { propsOf, roles, offerOf: offers(fresh, known) };
  const progress = known.progressOf(person) ?? emptyProgress();
  const all: Record<string, Runs> = { ...progress.journeys };
  let changed = false;
  for (const source of sources)
    for (const journey of journeys.filter((each) => roles.length === 0 || matchesRoles(each, roles))) {
      const before = all[journey.id] ?? {};
      const { runs, effects, verified } = foldOne(journey, before, source, context);
      if (runs === before) continue;
      all[journey.id] = runs;
      changed = true;
      derived.events.push(...effects.map((effect) => toEvent(source, journey, effect, verified)));
    }
  if (changed) derived.progress.push({ person, progress: { ...progress, journeys: all } });
  return derived;
}
