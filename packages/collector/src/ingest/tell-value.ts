import { subjectTypeOf, unify } from "@waymark/engine";
import type { Journey, Scalar } from "@waymark/schema";
import { factName } from "../clients/fact-name.ts";
import { publishedJourneys } from "../control/journeys.ts";
import { remembering } from "../control/writes.ts";
import { type StoredEvent, shortHash } from "../events/stored-event.ts";
import type { World } from "../world.ts";
import { derivedId } from "./derive.ts";

const remembered = new WeakMap<World, ReturnType<typeof remembering<Journey[]>>>();

/** The journeys whose value or core actions are events of the host. Asked for with every delivery. */
export async function journeysThatPay(world: World, project: string): Promise<readonly Journey[]> {
  const known = remembered.get(world) ?? remembering<Journey[]>();
  remembered.set(world, known);
  return known(project, async () => {
    const journeys = await publishedJourneys(world.control, project);
    return journeys.filter(({ value, core, library }) => (value || core?.length) && !library);
  });
}

/** Tools name events in words of their own, and an author may have written either. */
const isCalled = ({ type }: StoredEvent, event: string): boolean =>
  type === `host.${event}` || type === `host.${factName(event)}`;

function means(source: StoredEvent, journey: Journey): boolean {
  const { value } = journey;
  if (value === undefined || !isCalled(source, value.event)) return false;
  return unify(value.where, JSON.parse(source.props) as Record<string, Scalar>, subjectTypeOf(journey)) !== null;
}

/** What follows of a host's event for a journey: its id follows from the source's, so that a replay tells nothing new. */
function following(source: StoredEvent, journey: Journey, type: string, props: Record<string, Scalar>): StoredEvent {
  const parts = [source.project, source.id, journey.id, type, ...Object.values(props).map(String)];
  return {
    ...source,
    id: derivedId(parts, source.id),
    type,
    journey: journey.id,
    version: journey.version ?? null,
    step: null,
    subject: "",
    props: JSON.stringify(props),
    hash: shortHash(parts.join("\n")),
    derivedFrom: source.id,
    sourceId: null,
  };
}

/**
 * That a journey's value was reached, and that one of its core actions was done, for each of the host's events that says so: of
 * whoever it is, shown the journey or held out. Told where it arrives, so that no page pays for it.
 */
export function tellValue(events: readonly StoredEvent[], paying: readonly Journey[]): StoredEvent[] {
  if (paying.length === 0) return [];
  const hosts = events.filter(({ type }) => type.startsWith("host."));
  return hosts.flatMap((source) =>
    paying.flatMap((journey) => {
      const valued = means(source, journey) ? [following(source, journey, "journey.valued", {})] : [];
      const done = (journey.core ?? []).filter(({ event }) => isCalled(source, event));
      return [...valued, ...done.map(({ event }) => following(source, journey, "journey.used", { event }))];
    }),
  );
}
