/** What a link is about, whatever page it opens. What is left out is the first, or the latest. */
export interface Filters {
  journey?: string;
  role?: string;
  /** The journey's version whose latest numbers are shown. */
  version?: string;
  /** The Monday after the closed block that is shown: `2026-10-05`. */
  block?: string;
  /** The same of the block it is compared with. */
  with?: string;
}

const names = ["journey", "role", "version", "block", "with"] as const;

/** Reads `#/page?journey=a&block=2026-10-05`. Names that are none are left alone. */
export function readFilters(hash: string): Filters {
  const query = new URLSearchParams(hash.split("?")[1] ?? "");
  const found: Filters = {};
  for (const name of names) {
    const value = query.get(name);
    if (value !== null && value !== "") found[name] = value;
  }
  return found;
}

/** As it stands behind an address, with its question mark; nothing where nothing is chosen. */
export function writeFilters(filters: Filters): string {
  const query = new URLSearchParams();
  for (const name of names) {
    const value = filters[name];
    if (value !== undefined) query.set(name, value);
  }
  return query.size === 0 ? "" : `?${query}`;
}
