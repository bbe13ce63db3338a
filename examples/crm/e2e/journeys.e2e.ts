import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchBrowser, unasked } from "../../../packages/testing/src/index.ts";
import { type Demo, type StoredEvent, say, startDemo } from "./demo.ts";
import { dealEvents, reviewEvents, ticketEvents } from "./expected.ts";
import { crm, guestReady, settled } from "./work.ts";

let browser: Browser;
let demo: Demo;
let context: BrowserContext;
const errors: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  demo = await startDemo();
  context = await unasked(await browser.newContext());
  errors.length = 0;
});
afterEach(async () => {
  // Nothing the guide sends is refused.
  expect(await demo.rejected()).toBe(0);
  await context.close();
  await demo.stop();
});

async function open(link: string): Promise<Page> {
  const page = await context.newPage();
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      errors.push(message.text());
  });
  await page.goto(link);
  await guestReady(page);
  return page;
}

const completed = (events: readonly StoredEvent[], journey: string): string[] =>
  events.filter((each) => each.type === "step.completed" && each.journey === journey).map((each) => each.step ?? "");
/** By their moment: an id begins with it. */
const inOrder = (events: readonly StoredEvent[]): StoredEvent[] => events.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** Waits until the collector holds these events and no others, whichever of them arrives last. */
async function all(lines: readonly string[]): Promise<StoredEvent[]> {
  const told = async (): Promise<string[]> => (await demo.events()).map(say).sort();
  await expect.poll(told, { timeout: 60_000 }).toEqual([...lines].sort());
  return demo.events();
}

const count = (events: readonly StoredEvent[], type: string): number =>
  events.filter((each) => each.type === type).length;

/** Whether the guide's ring stands round this element. */
async function ringedBy(page: Page, element: Locator): Promise<boolean> {
  const ring = await page
    .locator("waymark-spotlight")
    .boundingBox({ timeout: 1000 })
    .catch(() => null);
  const box = await element.boundingBox();
  if (!ring || !box) return false;
  const inside =
    ring.x <= box.x &&
    ring.y <= box.y &&
    ring.x + ring.width >= box.x + box.width &&
    ring.y + ring.height >= box.y + box.height;
  return inside && ring.width < box.width + 40;
}

/** Once each: no id twice, no step of a record completed twice, numbers of a session without a gap. */
function expectOnceEach(events: readonly StoredEvent[]): void {
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
  const deeds = events.filter(({ type }) => type === "step.completed").map(say);
  expect(new Set(deeds).size).toBe(deeds.length);
  const sessions = new Map<string, number[]>();
  // What the collector concluded from an event bears the number of that.
  for (const { session, seq } of events.filter(({ derivedFrom }) => derivedFrom === null))
    sessions.set(session, [...(sessions.get(session) ?? []), seq]);
  expect(sessions.size).toBeGreaterThan(0);
  for (const numbers of sessions.values()) {
    expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, at) => at));
  }
}

/** What must never leave the page, whatever the person does. */
function expectRefuted(events: readonly StoredEvent[], types: readonly string[]): void {
  const text = JSON.stringify(events);
  for (const secret of [
    "Nadia",
    "Petrov",
    "forty devices",
    "u-mara",
    "u-jonas",
    "u-ines",
    "Rail tags",
    "access point",
  ]) {
    expect(text).not.toContain(secret);
  }
  for (const type of types) expect(count(events, type), `${type} is refuted`).toBe(0);
}

describe("a role's journey is walked by doing the work", () => {
  it("X1 a sales rep's first day completes by itself, over a reload and in a second tab", async () => {
    const page = await open(`${demo.facts.crm}/?as=sales-rep#/contacts/create`);
    await crm.addContact(page);
    await expect.poll(() => settled(page, "know-your-crm")).toEqual(["add-contact"]);
    await page.reload();
    await guestReady(page);
    await expect.poll(() => settled(page, "know-your-crm")).toEqual(["add-contact"]);
    await crm.createDeal(page);
    const second = await open(`${demo.facts.crm}/#/deals/1/show`);
    await expect.poll(() => settled(second, "know-your-crm")).toEqual(["add-contact", "create-deal"]);
    await crm.logCall(second, "Left a message");
    await expect.poll(() => settled(page, "know-your-crm")).toEqual(["add-contact", "create-deal", "log-call"]);
    await page.getByRole("menuitem", { name: "Tasks" }).click();
    await crm.newTask(page);
    await crm.seeToday(page);
    await expect.poll(() => settled(page, "know-your-crm")).toHaveLength(5);
    // Two tabs tell, each when it comes to it.
    const events = await demo.until(
      (held) => count(held, "journey.completed") === 1 && completed(held, "know-your-crm").length >= 5,
    );
    expect(completed(inOrder(events), "know-your-crm")).toEqual([
      "add-contact",
      "create-deal",
      "log-call",
      "plan-task",
      "see-your-day",
    ]);
    expect(events.every(({ verified }) => verified === 1)).toBe(true);
    expectOnceEach(events);
    expectRefuted(events, [
      "step.helped",
      "step.skipped",
      "step.undone",
      "brief.answered",
      "journey.dismissed",
      "target.lost",
      "host.contact.deleted",
    ]);
    expect(errors).toEqual([]);
  });

  it("X2 a deal's journey runs for that deal alone; the others stand where their data say", async () => {
    const page = await open(`${demo.facts.crm}/?as=sales-rep#/deals/1/show`);
    await crm.logCall(page);
    await crm.newTask(page);
    await crm.sendQuote(page);
    await crm.moveTo(page, "negotiation", "Moved from Discovery to Negotiation");
    await crm.moveTo(page, "won", "Moved from Negotiation to Won");
    await expect.poll(() => settled(page, "win-a-deal", "deal:1")).toHaveLength(5);
    // A proposal when the guide first saw it: what comes before was done, and nobody is told of it.
    expect(await settled(page, "win-a-deal", "deal:2")).toEqual(["log-call", "agree-date"]);
    const events = await all(dealEvents);
    expect(completed(inOrder(events), "win-a-deal")).toEqual([
      "log-call",
      "agree-date",
      "send-quote",
      "negotiate",
      "win",
    ]);
    expect(
      new Set(events.filter(({ journey, step }) => journey === "win-a-deal" && step).map(({ subject }) => subject)),
    ).toEqual(new Set(["deal:1"]));
    expect(events.filter(({ type }) => type === "host.deal.moved").map(say)).toEqual([
      'host.deal.moved {"dealId":"1","stage":"negotiation"}',
      'host.deal.moved {"dealId":"1","stage":"won"}',
    ]);
    expectOnceEach(events);
    expectRefuted(events, ["step.helped", "step.skipped", "host.note.added", "host.ticket.assigned"]);
    expect(errors).toEqual([]);
  });

  it("X3 a support agent's ticket completes by itself, over a reload", async () => {
    const page = await open(`${demo.facts.crm}/?as=support-agent#/tickets/1/show`);
    await crm.takeTicket(page);
    await expect.poll(() => settled(page, "answer-a-ticket", "ticket:1")).toHaveLength(2);
    await page.reload();
    await guestReady(page);
    await expect.poll(() => settled(page, "answer-a-ticket", "ticket:1")).toHaveLength(2);
    await crm.answerTicket(page);
    await expect.poll(() => settled(page, "answer-a-ticket", "ticket:1")).toHaveLength(4);
    const events = await all(ticketEvents);
    expect(completed(events, "answer-a-ticket").sort()).toEqual(["prioritise", "reply", "resolve", "take"]);
    expect(events.some(({ journey }) => journey === "win-a-deal" || journey === "review-the-pipeline")).toBe(false);
    expectOnceEach(events);
    expectRefuted(events, ["step.helped", "step.skipped", "host.deal.won"]);
    expect(errors).toEqual([]);
  });

  it("X4 a sales manager's review completes by page, field, event and click, in two tabs", async () => {
    const page = await open(`${demo.facts.crm}/?as=sales-manager`);
    await crm.openReview(page);
    await expect.poll(() => settled(page, "review-the-pipeline")).toHaveLength(2);
    const second = await open(`${demo.facts.crm}/#/pipeline`);
    await expect.poll(() => settled(second, "review-the-pipeline")).toHaveLength(2);
    await crm.confirmForecast(second);
    await expect.poll(() => settled(page, "review-the-pipeline")).toHaveLength(4);
    const events = await all(reviewEvents);
    expect(completed(inOrder(events), "review-the-pipeline")).toEqual([
      "open-review",
      "one-owner",
      "coach",
      "confirm-forecast",
    ]);
    expectOnceEach(events);
    expectRefuted(events, ["step.helped", "step.skipped", "host.call.logged"]);
    expect(errors).toEqual([]);
  });

  it("X11 the guide leads through a first day: each primary button to its page, each deed to the next station", async () => {
    const page = await open(demo.facts.links["sales-rep"]);
    const panel = page.locator("waymark-panel");
    const lead = async (at: RegExp, on: Locator): Promise<void> => {
      await panel.locator("[part~=primary]").click();
      await page.waitForURL(at);
      await expect.poll(() => ringedBy(page, on)).toBe(true);
    };
    await page.locator("waymark-launcher").getByRole("button").first().click();
    await page.getByRole("button", { name: "Clear", exact: true }).click();
    await lead(/#\/contacts\/create/, page.getByLabel("First name"));
    await crm.addContact(page);
    await panel.getByText("1 of 5 done").last().waitFor();
    await lead(/#\/deals\/create/, page.getByLabel("Deal name"));
    await page.getByLabel("Deal name").fill("Rail tags pilot");
    await page.getByRole("combobox", { name: "Company" }).click();
    await page.getByRole("option", { name: "Ferro Rail" }).click();
    await page.getByLabel("Amount in euros").fill("12000");
    await page.getByRole("button", { name: "Create deal", exact: true }).click();
    await panel.getByText("2 of 5 done").last().waitFor();
    const deal = page.getByRole("region", { name: "Lead" }).getByRole("link").first();
    await lead(/#\/deals/, deal);
    await deal.click();
    await expect.poll(() => ringedBy(page, page.getByRole("button", { name: "Log call", exact: true }))).toBe(true);
    await crm.logCall(page);
    await panel.getByText("3 of 5 done").last().waitFor();
    await lead(/#\/tasks/, page.getByRole("button", { name: "New task" }));
    await crm.newTask(page);
    await panel.getByText("4 of 5 done").last().waitFor();
    await panel.locator("[part~=primary]").click();
    await crm.seeToday(page);
    await panel.getByText("5 of 5 done").last().waitFor();
    await panel.getByText("You have arrived").last().waitFor();
    const events = await demo.until((held) => count(held, "journey.completed") === 1);
    await expect.poll(async () => count(await demo.events(), "step.helped")).toBe(5);
    expect(count(events, "target.lost")).toBe(0);
    expect(errors).toEqual([]);
  });

  it("X5 work done offline counts at once and arrives once when the network is back", async () => {
    const page = await open(`${demo.facts.crm}/?as=sales-rep#/deals/1/show`);
    await demo.until((held) => count(held, "session.started") === 1);
    await context.setOffline(true);
    await crm.logCall(page);
    await crm.newTask(page);
    await expect.poll(() => settled(page, "win-a-deal", "deal:1")).toEqual(["log-call", "agree-date"]);
    const before = await demo.events();
    expect(completed(before, "win-a-deal")).toEqual([]);
    await context.setOffline(false);
    const events = await demo.until((held) => completed(held, "win-a-deal").length === 2);
    expectOnceEach(events);
    expect(errors).toEqual([]);
  });
});
