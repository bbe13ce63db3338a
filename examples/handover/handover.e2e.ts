import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Opened, pressLauncher, situation } from "../../packages/testing/src/index.ts";
import { type RealCollector, startCollector } from "../../packages/testing/src/real-collector.ts";

const desk = situation("handover");
let collector: RealCollector;

beforeAll(async () => {
  collector = await startCollector([
    { id: "sales-rep", title: "Sales" },
    { id: "support-agent", title: "Service" },
  ]);
});
afterAll(() => collector.stop());

const people = {
  mara: ["sales-rep", "Mara Lind"],
  jonas: ["support-agent", "Jonas Weber"],
  ines: ["support-agent", "Ines Roth"],
} as const;
type Name = keyof typeof people;

/** Somebody's desk. `run` keeps the people of different tests apart. */
function open(
  who: Name,
  run: string,
  more: Parameters<typeof desk.open>[0] & { query?: string } = {},
): Promise<Opened> {
  const [role, name] = people[who];
  const token = collector.token(`${who}-${run}`, [role], { name });
  const query = new URLSearchParams({
    as: who,
    id: `${who}-${run}`,
    token,
    key: collector.key,
    collector: collector.url,
  });
  return desk.open({ ...more, path: `?${query}${more.query ?? ""}#/deals/17` });
}

const deed = (page: Page, name: string): Promise<void> =>
  page.getByRole("button", { name, exact: true }).first().click();
const panelRow = (page: Page): ReturnType<Page["locator"]> => page.locator("waymark-panel [part=handover]");

async function finish(page: Page): Promise<void> {
  await page.locator("waymark-launcher [part=launcher]").waitFor();
  for (const name of ["Note the call", "Send the quote", "Hand over"]) await deed(page, name);
}

describe("a hand-over between two people", () => {
  it("H20 offered when the step is done, accepted by the other, and each sees where it stands", async () => {
    const mara = await open("mara", "first");
    const jonas = await open("jonas", "first");
    await finish(mara.page);
    await pressLauncher(mara.page);
    await expect.poll(() => panelRow(mara.page).textContent()).toContain("Waiting for Service");
    await jonas.page.bringToFront();
    await jonas.page.evaluate(() => window.dispatchEvent(new Event("focus")));
    const note = jonas.page.locator("waymark-launcher [part=handover-note]");
    await expect.poll(() => note.textContent()).toContain("Mara hands over Nordwind");
    await note.click();
    await jonas.page.locator("waymark-handover [part=accept]").click();
    await jonas.page.locator("waymark-handover [part=held]").waitFor();
    await mara.page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await expect.poll(() => panelRow(mara.page).textContent()).toContain("Jonas has it");
    await mara.page.screenshot({ path: "/tmp/w3-mara.png" });
    await jonas.page.screenshot({ path: "/tmp/w3-jonas.png" });
    expect([...mara.errors, ...jonas.errors]).toEqual([]);
  });
});
