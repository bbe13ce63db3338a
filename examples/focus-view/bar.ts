import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** The parts of the focus view, as a person and assistive technology find them. */
export const bar = (page: Page): Locator => page.locator("waymark-focus .bar");
export const toggle = (page: Page): Locator => page.getByRole("switch", { name: "Focus" });
export const more = (page: Page): Locator => page.locator("waymark-focus-more [part=more]");

/** The names of the fields that can be reached now, in their order. */
export function inView(page: Page, form = "#deal"): Promise<string[]> {
  return page.evaluate((of) => {
    const controls = [...document.querySelectorAll<HTMLInputElement>(`${of} :is(input, select, textarea)`)];
    const seen = controls.filter((each) => each.checkVisibility({ visibilityProperty: true }));
    return [...new Set(seen.map(({ name }) => name))];
  }, form);
}

export const needed: readonly string[] = ["step", "date", "decider", "amount"];
export const all: readonly string[] = [
  ...["step", "date", "decider", "close", "amount", "stage", "source", "probability", "competitor", "order"],
  ...["discount", "terms", "region", "scanners", "labels", "notes", "reference"],
];

export async function folds(page: Page, names: readonly string[] = needed): Promise<void> {
  await expect.poll(() => inView(page)).toEqual(names);
}

/** What was said last to a screen reader. */
export function said(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      document.querySelector("waymark-launcher")?.shadowRoot?.querySelector("[aria-live]")?.textContent ?? "nothing",
  );
}
