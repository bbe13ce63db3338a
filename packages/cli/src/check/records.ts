import { matchPage } from "@waymark/engine";
import type { Visitor } from "./open.ts";
import { subjectsIn } from "./plan.ts";

/** As many records are tried as a step may need to find one in its state. */
const tried = 3;

/** Ids of records by type. */
export type Records = Map<string, string[]>;

/** Where a pattern's records are probably listed: what stands before its first part that varies. */
const listOf = (pattern: string): string => pattern.slice(0, pattern.indexOf("/:")) || "/";

/** Ids in the links of a page. A page like /deals/create looks like a record's, and is none. */
async function idsOn(visitor: Visitor, page: string, pattern: string, ms: number): Promise<string[]> {
  const until = Date.now() + ms;
  await (await visitor.open(page)).settle();
  for (;;) {
    const ids = (await visitor.links()).map((link) => matchPage(pattern, link)?.id);
    const found = ids.filter((id): id is string => id !== undefined && !/^(new|create|edit)$/.test(id));
    if (found.length > 0 || Date.now() >= until) return found;
    await visitor.page.waitForTimeout(100);
  }
}

/** Looks for records as a person does: by links to their pages, on the pages that are known. */
export async function findRecords(
  visitor: Visitor,
  patterns: ReadonlyMap<string, string>,
  given: Readonly<Record<string, string[]>>,
  pages: readonly string[],
  patience: number,
): Promise<Records> {
  const records: Records = new Map(Object.entries(given));
  for (const [type, pattern] of patterns) {
    if (records.has(type)) continue;
    const ids = new Set<string>();
    // Once quickly; then with the time that a slow list takes.
    for (const ms of [0, patience]) {
      for (const page of [listOf(pattern), ...pages])
        if (ids.size < tried) for (const id of await idsOn(visitor, page, pattern, ms)) ids.add(id);
      if (ids.size > 0) break;
    }
    records.set(type, [...ids].slice(0, tried));
  }
  return records;
}

/** A step's page for each record to try; `null` where a record is needed and none is known. */
export function pathsOf(page: string, records: Records): string[] | null {
  const [type, ...more] = new Set(subjectsIn(page));
  if (type === undefined) return [page];
  const ids = records.get(type) ?? [];
  const paths = ids.map((id) => page.replaceAll(`{${type}.id}`, encodeURIComponent(id)));
  const filled = paths.map((path) =>
    more.reduce((text, other) => text.replaceAll(`{${other}.id}`, records.get(other)?.[0] ?? ""), path),
  );
  return filled.length > 0 ? filled : null;
}
