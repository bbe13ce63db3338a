import { createJourneyIndex } from "@waymark/engine";
import type { Journey } from "@waymark/schema";
import { attempt } from "../ports/attempt.ts";
import type { Guest } from "./guest.ts";
import { allowedEvents } from "./host-props.ts";

/** Nobody validates in the page: a journey that cannot even be read is left out, and the others go on. */
function readable(journeys: unknown): Journey[] {
  if (!Array.isArray(journeys)) return [];
  return journeys.filter((each: Journey) =>
    attempt(() => createJourneyIndex([each]) && allowedEvents([each]) && each.id),
  );
}

/** Earlier lists win over later ones of the same id. */
export function combineJourneys(...lists: readonly unknown[]): Journey[] {
  const seen = new Set<string>();
  return lists.flatMap(readable).filter(({ id }) => !seen.has(id) && seen.add(id));
}

function addressOfJourneys(collector: string, key: string, roles: readonly string[]): string {
  // Sorted, so that a cache in between sees one address for the same roles.
  const wanted = [...roles].sort().map((role) => `&role=${encodeURIComponent(role)}`);
  return `${collector}/v1/journeys?key=${encodeURIComponent(key)}${wanted.join("")}`;
}

/**
 * Gives the published journeys: first as this device last saw them (so that a page that starts offline has them), then as
 * the collector answers. Rejects when it does not.
 */
export async function loadJourneys(guest: Guest, give: (published: unknown) => void): Promise<void> {
  const { platform, options, $person } = guest;
  if (!options.collector || !options.key) return;
  const address = addressOfJourneys(options.collector, options.key, $person.get().roles);
  const cached = await platform.store.get(address);
  if (cached) give(cached);
  const response = await platform.fetch(address, { credentials: "omit", referrerPolicy: "no-referrer" });
  if (!response.ok) throw response;
  const { journeys } = (await response.json()) as { journeys: unknown };
  if (JSON.stringify(cached) !== JSON.stringify(journeys)) give(journeys);
  await platform.store.update(address, () => journeys);
}
