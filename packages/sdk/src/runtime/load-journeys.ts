import type { Journey } from "@waymark/schema";
import type { Guest } from "./guest.ts";

/** Inline journeys win over the collector's of the same id. */
export function combineJourneys(inline: readonly Journey[], published: readonly Journey[]): Journey[] {
  const ids = new Set(inline.map(({ id }) => id));
  return [...inline, ...published.filter(({ id }) => !ids.has(id))];
}

function addressOfJourneys(collector: string, key: string, roles: readonly string[]): string {
  const query = new URLSearchParams({ key });
  // Sorted, so that a cache in between sees one address for the same roles.
  for (const role of [...roles].sort()) query.append("role", role);
  return `${collector}/v1/journeys?${query}`;
}

/**
 * Gives the inline journeys at once, then the published ones: first as this device last saw them (so that a page that
 * starts offline has them), then as the collector answers.
 */
export async function loadJourneys(guest: Guest): Promise<void> {
  const { platform, options, $documents, $person } = guest;
  const inline = options.journeys ?? [];
  if (inline.length > 0) $documents.set([...inline]);
  if (!options.collector || !options.key) return;
  const address = addressOfJourneys(options.collector, options.key, $person.get().roles);
  const cached = await platform.store.get<Journey[]>(address);
  if (cached && !guest.scope.stopped) $documents.set(combineJourneys(inline, cached));
  const response = await platform.fetch(address, { credentials: "omit", referrerPolicy: "no-referrer" });
  if (!response.ok) throw new Error(`journeys ${response.status}`);
  const { journeys } = (await response.json()) as { journeys: Journey[] };
  if (guest.scope.stopped) return;
  await platform.store.update<Journey[]>(address, () => journeys);
  if (JSON.stringify(cached) !== JSON.stringify(journeys)) $documents.set(combineJourneys(inline, journeys));
}
