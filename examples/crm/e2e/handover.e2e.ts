import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchBrowser, unasked } from "../../../packages/testing/src/index.ts";
import { type Demo, startDemo } from "./demo.ts";
import { crm, guestReady, settled } from "./work.ts";

let browser: Browser;
let other: Browser;
let demo: Demo;
beforeAll(async () => {
  // Two people, two machines: not even a browser is shared.
  [browser, other, demo] = await Promise.all([launchBrowser(), launchBrowser(), startDemo()]);
});
afterAll(async () => {
  await Promise.all([browser.close(), other.close()]);
  await demo.stop();
});

const errors: string[] = [];

async function desk(of: Browser, role: string, path: string): Promise<Page> {
  const page = await (await unasked(await of.newContext({ viewport: { width: 1280, height: 900 } }))).newPage();
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(`${demo.facts.crm}/?as=${role}#${path}`);
  await guestReady(page);
  return page;
}

const note = (page: Page): Locator => page.locator("waymark-launcher [part=handover-note]");
const inRoom = (page: Page, part: string): Locator => page.locator(`waymark-handover [part=${part}]`);
const row = (page: Page): Locator => page.locator("waymark-panel [part=handover]");
const write = (page: Page, text: string): Promise<void> => page.locator("waymark-handover textarea").fill(text);

/** Looks until it reads so: coming back to the window asks for news. */
const reads = (page: Page, of: Locator, text: string): Promise<void> =>
  expect
    .poll(async () => {
      await page.evaluate(() => void window.dispatchEvent(new Event("focus")));
      return (await of.count()) > 0 ? of.first().textContent() : "";
    })
    .toContain(text);

it("Y94 a won deal goes over, comes back with a question, goes over again, and is thanked for, by two people", async () => {
  const [mara, jonas] = await Promise.all([
    desk(browser, "sales-rep", "/deals/1/show"),
    desk(other, "support-agent", "/tickets"),
  ]);
  await crm.moveTo(mara, "won", "to Won");
  await expect.poll(() => settled(mara, "win-a-deal", "deal:1")).toContain("win");

  // Offered to the role, taken over by Jonas.
  await reads(jonas, note(jonas), "hands over");
  await note(jonas).click();
  await inRoom(jonas, "accept").click();
  await inRoom(jonas, "held").waitFor();
  await mara.locator("waymark-launcher [part=launcher]").click();
  await mara.getByRole("button", { name: "Clear", exact: true }).click();
  await mara.locator("waymark-panel").waitFor();
  await reads(mara, row(mara), "Jonas has it");

  // Back with a question: Mara's step is open again, and so is the deal for her.
  await inRoom(jonas, "return").click();
  await write(jonas, "Who opens the gate on Friday?");
  await inRoom(jonas, "send").click();
  await reads(mara, row(mara), "Who opens the gate on Friday?");
  await expect.poll(() => settled(mara, "win-a-deal", "deal:1")).not.toContain("win");
  await mara.locator("waymark-panel [part=answer-question]").click();
  await write(mara, "The night porter, from six.");
  await inRoom(mara, "send").click();
  await expect.poll(() => settled(mara, "win-a-deal", "deal:1")).toContain("win");

  // Over again with the answer, and this time it stays.
  await reads(jonas, inRoom(jonas, "offer"), "The night porter, from six.");
  await inRoom(jonas, "accept").click();
  await inRoom(jonas, "held").waitFor();
  await mara.locator("waymark-panel").waitFor({ state: "visible" });
  await reads(mara, row(mara), "Jonas has it");
  await mara.locator("waymark-panel [part=close]").click();
  await reads(mara, note(mara), "Thank Jonas?");
  await note(mara).click();
  await write(mara, "The porter says you rang him first.");
  await inRoom(mara, "send").click();
  await reads(jonas, inRoom(jonas, "thanks-got"), "The porter says you rang him first.");

  const types = (held: { type: string }[]): string[] =>
    held.map(({ type }) => type).filter((type) => /^(handoff|thanks)\./.test(type));
  const told = await demo.until((held) => types(held).length === 6);
  expect(types(told).sort()).toEqual([
    ...["handoff.accepted", "handoff.accepted", "handoff.offered", "handoff.offered"],
    ...["handoff.returned", "thanks.sent"],
  ]);
  // What they wrote to each other is in no event.
  for (const words of ["gate", "porter"]) expect(JSON.stringify(told)).not.toContain(words);
  expect(await demo.rejected()).toBe(0);
  expect(errors).toEqual([]);
});
