import type { Page } from "playwright-core";
import { expect } from "vitest";
import { ringOff, showStep } from "./situation.ts";

interface World {
  waymark: {
    push(...calls: unknown[][]): void;
    problem: string | null;
    $progress: {
      get(): { journeys: Record<string, Record<string, { steps: Record<string, { completed: unknown }> }>> };
    };
  };
}

/** Calls the guest of a page as its host does: `tell(page, "track", "save")`. */
export async function tell(page: Page, ...call: unknown[]): Promise<void> {
  await page.evaluate((given) => (window as unknown as World).waymark.push(given), call);
}

/** Ids of the completed steps of a journey, in alphabetical order. */
export function settled(page: Page, journey = "save-order", subject = ""): Promise<string[]> {
  return page.evaluate(
    ([id, of]) => {
      const steps = (window as unknown as World).waymark.$progress.get().journeys[id]?.[of]?.steps ?? {};
      return Object.keys(steps)
        .filter((step) => typeof steps[step]?.completed === "number")
        .sort();
    },
    [journey, subject] as const,
  );
}

/**
 * The whole way of a person through the standard journey, with the mouse: the brief, its answer, the panel, the guide at
 * the target, the deed. Fails where any part of it cannot be seen or pressed.
 */
export async function walk(page: Page): Promise<void> {
  await page.locator("waymark-launcher button").click();
  await page.locator("waymark-prompt [part=answer]").first().click();
  await page.locator("waymark-panel h2").getByText("Save an order").waitFor();
  await page.locator("waymark-panel [part=station]").first().waitFor();
  await showStep(page);
  await expect.poll(() => ringOff(page, "#target")).toBeLessThan(1.5);
  await page.locator("#target").click();
  await expect.poll(() => page.locator("waymark-coach").count()).toBe(0);
  await tell(page, "track", "save");
  await expect.poll(() => settled(page)).toEqual(["save"]);
}
