import type { Page } from "playwright-core";
import type { Count, PageResult } from "../mutations/page/suite.ts";
import { bundle } from "../mutations/suite.ts";

/** Puts the page through every kind of change, and looks for the target again after each; `null` where it does not stand. */
export async function refound(page: Page, target: unknown): Promise<Count[] | null> {
  const source = await bundle();
  const result = await page.evaluate(
    ([text, wanted]) => {
      new Function(text)();
      return (window as unknown as { runSuite(options: unknown): PageResult }).runSuite({ targets: [wanted] });
    },
    [source, target] as const,
  );
  return result.described === 1 ? result.counts : null;
}

/** Adds up what was counted at several steps, kind by kind. */
export function addCounts(all: readonly Count[][]): Count[] {
  const sums = new Map<string, Count>();
  for (const count of all.flat()) {
    const sum = sums.get(count.kind);
    if (!sum) sums.set(count.kind, { ...count });
    else for (const key of ["there", "found", "wrong", "lost", "gone", "honest"] as const) sum[key] += count[key];
  }
  return [...sums.values()];
}
