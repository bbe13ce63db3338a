import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import type { Walker } from "./walker.ts";

/** What a person does in a surface that is open, and what comes of it: each leaves it open. */
type Use = (walker: Walker) => Promise<void>;

const at = (page: Page, selector: string): Locator => page.locator(selector).first();

/** Presses a button, and waits until it says that it is pressed. */
async function choose({ page, hand }: Walker, button: Locator): Promise<void> {
  await hand(page, button);
  await expect.poll(() => button.getAttribute("aria-pressed")).toBe("true");
}

/** Another station of the way is looked at. */
export const map: Use = (walker) => choose(walker, walker.page.locator("waymark-panel ol button").last());

/** A record gets its time today. */
export const myMap: Use = async (walker) => {
  const { page, hand } = walker;
  await hand(page, at(page, "waymark-my-map [part=plan-day]"));
  const when = at(page, "waymark-my-map [part=when]");
  await when.waitFor();
  await choose(walker, when);
};

/** The field has the focus already. */
export const library: Use = async ({ page }) => {
  await page.keyboard.type("print label");
  await expect.poll(() => at(page, "waymark-library [part=hit]").textContent()).toContain("Print a label");
};

/** The fields that the step does not need fold away; the switch says so. */
export const focusView: Use = async ({ page, hand }) => {
  const toggle = at(page, "waymark-focus [part=switch]");
  const on = (await toggle.getAttribute("aria-checked")) === "true";
  await hand(page, toggle);
  await expect.poll(() => toggle.getAttribute("aria-checked")).toBe(String(!on));
};

export const report: Use = async (walker) => {
  const { page } = walker;
  await choose(walker, at(page, "waymark-report [part=reason]"));
  await expect.poll(() => at(page, "waymark-report [part=send]").isEnabled()).toBe(true);
};

/** Whoever has said whether it helps is asked no more. */
export const answers: Use = async ({ page, hand }) => {
  await hand(page, at(page, "waymark-panel [part=help]"));
  await at(page, "waymark-panel [part=answer]").waitFor({ state: "detached" });
};

/** A journey is hidden, and comes back. */
export const settings: Use = async ({ page, hand }) => {
  const hide = at(page, "waymark-settings [part=hide]");
  const offered = await hide.textContent();
  await hand(page, hide);
  await expect.poll(() => hide.textContent()).not.toBe(offered);
  await hand(page, hide);
  await expect.poll(() => hide.textContent()).toBe(offered);
};

/** Before it is taken over a question may be asked, or not. */
export const handover: Use = async ({ page, hand }) => {
  await hand(page, at(page, "waymark-handover [part=return]"));
  await hand(page, at(page, "waymark-handover [part=leave]"));
  await at(page, "waymark-handover [part=offer]").waitFor();
};

export const thanks: Use = async ({ page, hand }) => {
  await hand(page, at(page, "waymark-handover [part=thanks] textarea, waymark-handover [part=thanks] input"));
  await page.keyboard.type("That was quick.");
  await expect.poll(() => at(page, "waymark-handover [part=send]").isEnabled()).toBe(true);
};

/** Later, and then: when. */
export const banner: Use = async ({ page, hand }) => {
  await hand(page, at(page, "waymark-ask [part=later]"));
  await at(page, "waymark-ask [part=snooze]").waitFor();
};
