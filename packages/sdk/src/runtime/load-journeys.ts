import type { Platform } from "../ports/platform.ts";
import type { WaymarkOptions } from "./options.ts";

/** Where a project's journeys for these roles are, with their texts in one language. */
export function addressOfJourneys({ collector, key }: WaymarkOptions, roles: readonly string[], lang: string): string {
  // Sorted, so that a cache in between sees one address for the same roles.
  const asked = [["key", key], ...roles.map((role) => ["role", role]).sort(), ["lang", lang]] as string[][];
  return `${collector}/v1/journeys?${new URLSearchParams(asked)}`;
}

/** What the collector says of a journey beside the journey: the mark of its whole, of which this is the index or the whole. */
interface Marked {
  index?: string;
  body?: string;
}

/**
 * Gives the published journeys, with their texts in one language: first as this device last saw them (so that a page that
 * starts offline has them), then as the collector answers. Those of the library come as an index; what was fetched whole
 * before stays whole. Rejects when the collector does not answer.
 */
export async function loadJourneys(
  { store, fetch }: Pick<Platform, "store" | "fetch">,
  options: WaymarkOptions,
  roles: readonly string[],
  language: string,
  give: (published: unknown) => void,
): Promise<void> {
  // The one goes with the other.
  if (!options.key) return;
  const address = addressOfJourneys(options, roles, language);
  // A device that was last here before addresses named the language has them under the one without.
  const cached = ((await store.get(address)) ?? (await store.get(address.split("&lang")[0] as string))) as Marked[];
  if (cached) give(cached);
  const response = await fetch(`${address}&library=index`, { credentials: "omit", referrerPolicy: "no-referrer" });
  if (!response.ok) throw response;
  const { journeys } = (await response.json()) as { journeys: Marked[] };
  // Either may be rubbish: what cannot be read is passed over where journeys are read.
  const merged = journeys?.map?.((each) => cached?.find?.((was) => was?.body && was.body === each?.index) ?? each);
  if (JSON.stringify(cached) !== JSON.stringify(merged)) give(merged);
  await store.update(address, () => merged);
}
