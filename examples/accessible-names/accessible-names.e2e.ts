import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { build } from "tsup";
import { describe, expect, it } from "vitest";
import { ringOff, showStep, situation } from "../../packages/testing/src/index.ts";

const here = situation("accessible-names");
const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

interface Named {
  html: string;
  name: string;
  other: string;
  role: string;
  otherRole: string;
}

/** What ours and `dom-accessibility-api` say of each case of the page. */
async function compare(page: Page, selector: string): Promise<Named[]> {
  await build({
    config: false,
    entry: { naming: file("naming.ts") },
    outDir: file("dist"),
    format: ["iife"],
    platform: "browser",
    target: "es2022",
    noExternal: [/.*/],
    silent: true,
    dts: false,
    outExtension: () => ({ js: ".js" }),
  });
  const source = await readFile(file("dist/naming.js"), "utf8");
  return page.evaluate(
    ([text, cases]) => {
      new Function(text)();
      return (window as unknown as { compareNames(selector: string): Named[] }).compareNames(cases);
    },
    [source, selector] as const,
  );
}

/** What the browser itself tells assistive technology. */
async function browserNames(page: Page, selector: string): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send("DOM.getDocument");
  const { nodeIds } = await session.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector });
  const names: string[] = [];
  for (const nodeId of nodeIds) {
    const { nodes } = await session.send("Accessibility.getPartialAXTree", { nodeId, fetchRelatives: false });
    names.push(
      String(nodes[0]?.name?.value ?? "")
        .replace(/\s+/g, " ")
        .trim(),
    );
  }
  return names;
}

describe("roles and names", () => {
  it("F4 are what the standard says, what another implementation says, and what the browser tells a screen reader", async () => {
    const { page } = await here.open();
    const cases = "main [data-name]";
    const said = await page
      .locator(cases)
      .evaluateAll((all) => all.map((each) => ({ ...(each as HTMLElement).dataset }) as Record<string, string>));
    const named = await compare(page, cases);
    const told = await browserNames(page, cases);
    expect(named.length).toBeGreaterThan(50);
    named.forEach(({ html, name, other, role, otherRole }, at) => {
      const given = said[at] ?? {};
      expect.soft(name, html).toBe(given.name);
      if (given.role !== undefined) expect.soft(role, html).toBe(given.role);
      // Where the other implementation is behind the standard, the browser decides alone.
      if (given.oracle !== "no") expect.soft([role, name], html).toEqual([otherRole, other]);
      if (given.chromium !== "no") expect.soft(name, html).toBe(told[at]);
    });
  });

  it("F4 find by role and name", async () => {
    const { page } = await here.open();
    await page.locator("waymark-launcher button").waitFor();
    await showStep(page);
    await expect.poll(() => ringOff(page, "#target")).toBeLessThan(1.5);
  });
});
