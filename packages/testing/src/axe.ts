import axe from "axe-core";
import type { Page } from "playwright-core";
import { rested } from "./rested.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe-core finds wrong with one element, or with a whole page of ours, as "rule: where": WCAG 2.2 AA and best practices. Looks once nothing moves any more. */
export async function axeFaults(page: Page, element = "html"): Promise<string[]> {
  await rested(page);
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ([selector, values]) => {
      const { axe: checker } = window as unknown as {
        axe: {
          run(
            at: Element | null,
            options: object,
          ): Promise<{ violations: { id: string; nodes: { html: string }[] }[]; passes: unknown[] }>;
        };
      };
      const found = await checker.run(document.querySelector(selector), {
        runOnly: { type: "tag", values },
        // Around an element of ours, landmarks are the business of the host.
        rules: { region: { enabled: selector === "html" } },
      });
      if (found.passes.length < 5) throw new Error("axe has looked at nothing");
      return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
    },
    [element, rules] as const,
  );
}
