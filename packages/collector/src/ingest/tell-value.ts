import { subjectTypeOf, unify } from "@waymark/engine";
import type { Journey, Scalar } from "@waymark/schema";
import { factName } from "../clients/fact-name.ts";
import { publishedJourneys } from "../control/journeys.ts";
import { remembering } from "../control/writes.ts";
import { type StoredEvent, shortHash } from "../events/stored-event.ts";
import type { World } from "../world.ts";
import { derivedId } from "./derive.ts";

const remembered = new WeakMap<World, ReturnType<typeof remembering<Journey[]>>>();

/** The journeys that are kept from a share of people, to see what they do to their value. Asked for with every delivery. */
export async function journeysOnTrial(world: World, project: string): Promise<readonly Journey[]> {
  const known = remembered.get(world) ?? remembering<Journey[]>();
  remembered.set(world, known);
  return known(project, async () => {
    const journeys = await publishedJourneys(world.control, project);
    return journeys.filter(({ holdout, value, library }) => holdout && value && !library);
  });
}

function means({ type, props }: StoredEvent, journey: Journey): boolean {
  const { event, where } = journey.value ?? { event: "" };
  // Tools name events in words of their own, and an author may have written either.
  if (type !== `host.${event}` && type !== `host.${factName(event)}`) return false;
  return unify(where, JSON.parse(props) as Record<string, Scalar>, subjectTypeOf(journey)) !== null;
}

function toValued(source: StoredEvent, journey: Journey): StoredEvent {
  const parts = [source.project, source.id, journey.id, "journey.valued"];
  return {
    ...source,
    id: derivedId(parts, source.id),
    type: "journey.valued",
    journey: journey.id,
    version: journey.version ?? null,
    step: null,
    subject: "",
    props: "{}",
    hash: shortHash(parts.join("\n")),
    derivedFrom: source.id,
    sourceId: null,
  };
}

/**
 * That a journey's value was reached, for each of the host's events that says so: of whoever it is, shown the journey or held
 * out. Told where it arrives, so that no page pays for it; its id follows from the source's, so that a replay tells nothing new.
 */
export function tellValue(events: readonly StoredEvent[], onTrial: readonly Journey[]): StoredEvent[] {
  if (onTrial.length === 0) return [];
  const hosts = events.filter(({ type }) => type.startsWith("host."));
  return hosts.flatMap((source) =>
    onTrial.filter((journey) => means(source, journey)).map((journey) => toValued(source, journey)),
  );
}
