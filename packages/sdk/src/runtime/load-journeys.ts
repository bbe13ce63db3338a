import type { Platform } from "../ports/platform.ts";
import type { WaymarkOptions } from "./options.ts";

function addressOfJourneys(collector: string, key: string, roles: readonly string[], language: string): string {
  // Sorted, so that a cache in between sees one address for the same roles.
  const wanted = [...roles].sort().map((role) => `&role=${encodeURIComponent(role)}`);
  return `${collector}/v1/journeys?key=${encodeURIComponent(key)}${wanted.join("")}&lang=${encodeURIComponent(language)}`;
}

/**
 * Gives the published journeys, with their texts in one language: first as this device last saw them (so that a page that starts offline has them), then as
 * the collector answers. Rejects when it does not.
 */
export async function loadJourneys(
  platform: Platform,
  options: WaymarkOptions,
  roles: readonly string[],
  language: string,
  give: (published: unknown) => void,
): Promise<void> {
  if (!options.collector || !options.key) return;
  const address = addressOfJourneys(options.collector, options.key, roles, language);
  const cached = await platform.store.get(address);
  if (cached) give(cached);
  const response = await platform.fetch(address, { credentials: "omit", referrerPolicy: "no-referrer" });
  if (!response.ok) throw response;
  const { journeys } = (await response.json()) as { journeys: unknown };
  if (JSON.stringify(cached) !== JSON.stringify(journeys)) give(journeys);
  await platform.store.update(address, () => journeys);
}
