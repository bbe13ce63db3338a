import type { Page } from "playwright-core";
import { expect } from "vitest";
import { settled, tell } from "./in-page.ts";

/** Goes to a path of the small app in `examples/routes-app.js`, as its own links do. */
export async function go(page: Page, path: string, how?: "pushState" | "replaceState"): Promise<void> {
  await page.evaluate(([to, by]) => (window as unknown as { go(path: string, how?: string): void }).go(to, by), [
    path,
    how,
  ] as const);
}

/** The line under the panel's title: the record and how far it is. */
export const panelLine = (page: Page): Promise<string | null> => page.locator("waymark-panel header .s").textContent();

/** Follows the app through its routes: forward by its links, back, and where the guide itself leads. */
export async function followRoutes(page: Page): Promise<void> {
  await page.locator("waymark-launcher button").waitFor();
  const loadedAt = (): Promise<number> => page.evaluate(() => (window as unknown as { loadedAt: number }).loadedAt);
  const before = await loadedAt();
  await go(page, "/orders/17");
  await tell(page, "open", "panel", { journey: "pay-order" });
  await expect.poll(() => panelLine(page)).toContain("Order 17 · 0 of 2 done");
  await page.getByText("/orders/18", { exact: true }).click();
  await expect.poll(() => panelLine(page)).toContain("Order 18 · 0 of 2 done");
  expect(await settled(page, "pay-order", "order:18")).toEqual([]);
  await page.goBack();
  await expect.poll(() => panelLine(page)).toContain("Order 17 · 0 of 2 done");
  // Where the guide leads, the app's own link goes: nothing is loaded anew.
  await page.locator("waymark-panel [part=primary]").click();
  await page.getByText("At /orders/17/items").waitFor();
  await expect.poll(() => settled(page, "pay-order", "order:17")).toEqual(["items"]);
  expect(await settled(page, "pay-order", "order:18")).toEqual([]);
  expect(await loadedAt()).toBe(before);
}
