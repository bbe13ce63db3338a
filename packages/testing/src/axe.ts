import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const source: string = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Axe {
  run(
    context: unknown,
    options: unknown,
  ): Promise<{ violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[] }>;
}

/**
 * What axe-core finds on one of our surfaces by WCAG 2.2 AA and best practices, one line each; nothing where all is well.
 *
 * @param surface Selector of the element of ours, `waymark-settings`.
 */
export async function axeOn(page: Page, surface: string): Promise<string[]> {
  await page.evaluate(source);
  return page.evaluate(async (selector) => {
    const { axe } = window as unknown as { axe: Axe };
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    // Landmarks of the whole page are the host's business.
    const rules = { region: { enabled: false } };
    const { violations } = await axe.run({ include: [[selector]] }, { runOnly: { type: "tag", values: tags }, rules });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${JSON.stringify(node.target)} ${node.failureSummary ?? ""}`),
    );
  }, surface);
}
