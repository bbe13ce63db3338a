import type { Count, PageResult } from "./page/suite.ts";

/** Adds the counts of several pages, kind by kind. */
export function tally(results: readonly PageResult[]): Count[] {
  const sums = new Map<string, Count>();
  for (const { counts } of results) {
    for (const count of counts) {
      const sum = sums.get(count.kind) ?? {
        kind: count.kind,
        there: 0,
        found: 0,
        wrong: 0,
        lost: 0,
        gone: 0,
        honest: 0,
      };
      for (const key of ["there", "found", "wrong", "lost", "gone", "honest"] as const) sum[key] += count[key];
      sums.set(count.kind, sum);
    }
  }
  return [...sums.values()];
}

/** The four figures that decide, over all kinds. */
export interface Shares {
  /** Of those that are still there: found again, and taken for another. */
  found: number;
  wrong: number;
  /** Of those that are gone: rightly not found. */
  honest: number;
  /** Of all interactive elements: those that could be described. */
  described: number;
}

export function sharesOf(results: readonly PageResult[]): Shares {
  const sum = (pick: (count: Count) => number): number =>
    tally(results).reduce((total, count) => total + pick(count), 0);
  const there = sum((count) => count.there);
  return {
    found: sum((count) => count.found) / there,
    wrong: sum((count) => count.wrong) / there,
    honest: sum((count) => count.honest) / sum((count) => count.gone),
    described:
      results.reduce((total, each) => total + each.described, 0) /
      results.reduce((total, each) => total + each.elements, 0),
  };
}

const percent = (part: number, whole: number): string =>
  (whole === 0 ? "" : ((100 * part) / whole).toFixed(1)).padStart(7);

/** A table for people: one line a kind. */
export function printTable(results: readonly PageResult[]): string {
  const head = `${"kind".padEnd(44)}${"tried".padStart(7)}${"found %".padStart(9)}${"wrong %".padStart(9)}${"lost %".padStart(8)}${"honest %".padStart(10)}`;
  const lines = tally(results).map(({ kind, there, found, wrong, lost, gone, honest }) =>
    [
      kind.padEnd(44),
      String(there + gone).padStart(7),
      `  ${percent(found, there)}`,
      `  ${percent(wrong, there)}`,
      ` ${percent(lost, there)}`,
      `   ${percent(honest, gone)}`,
    ].join(""),
  );
  return [head, ...lines].join("\n");
}
