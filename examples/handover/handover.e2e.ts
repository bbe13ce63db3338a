import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Locator, Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type Opened,
  pressLauncher,
  rested,
  settled,
  situation,
  tell,
  unasked,
} from "../../packages/testing/src/index.ts";
import { type RealCollector, startCollector } from "../../packages/testing/src/real-collector.ts";

const desk = situation("handover");
let collector: RealCollector;

// Each test has a project of its own: what is offered to a role is offered to everybody in it.
beforeEach(async () => {
  collector = await startCollector([
    { id: "sales-rep", title: "Sales" },
    { id: "support-agent", title: "Service" },
  ]);
});
afterEach(() => collector.stop());

const people = {
  mara: ["sales-rep", "Mara Lind"],
  jonas: ["support-agent", "Jonas Weber"],
  ines: ["support-agent", "Ines Roth"],
} as const;
type Name = keyof typeof people;

/** Somebody's desk, once hand-overs are looked after there. */
async function open(who: Name, more: Parameters<typeof desk.open>[0] & { query?: string } = {}): Promise<Opened> {
  const [role, name] = people[who];
  const token = collector.token(who, [role], { name });
  const query = new URLSearchParams({ as: who, id: who, token, key: collector.key, collector: collector.url });
  const opened = await desk.open({
    ...more,
    path: `?${query}${more.query ?? ""}#/deals/17`,
    ...(more.beside ? {} : { before: unasked }),
  });
  await expect.poll(() => opened.requests.some((url) => url.includes("/v1/handoffs"))).toBe(true);
  return opened;
}

const deed = (page: Page, name: string): Promise<void> =>
  page.getByRole("button", { name, exact: true }).first().click();
const panelRow = (page: Page): Locator => page.locator("waymark-panel [part=handover]");
const note = (page: Page): Locator => page.locator("waymark-launcher [part=handover-note]");
const inRoom = (page: Page, part: string): Locator => page.locator(`waymark-handover [part=${part}]`);
/** Coming back to the window asks for news. */
const lookAgain = (page: Page): Promise<void> => page.evaluate(() => void window.dispatchEvent(new Event("focus")));
/** Looks until it reads so: the other side's news take a moment. */
const reads = (page: Page, of: Locator, text: string): Promise<void> =>
  expect
    .poll(async () => {
      await lookAgain(page);
      return (await of.count()) > 0 ? of.first().textContent() : "";
    })
    .toContain(text);

/** Every step done, up to the hand-over. */
async function finish(page: Page): Promise<void> {
  await page.locator("waymark-launcher [part=launcher]").waitFor();
  for (const name of ["Note the call", "Send the quote", "Hand over"]) await deed(page, name);
}

async function takeOver(page: Page): Promise<void> {
  await reads(page, note(page), "Mara hands over Nordwind");
  await note(page).click();
  await inRoom(page, "accept").click();
  await inRoom(page, "held").waitFor();
}

const ask = async (page: Page, text: string): Promise<void> => {
  await inRoom(page, "return").click();
  await page.locator("waymark-handover textarea").fill(text);
  await inRoom(page, "send").click();
};

/** What the collector says to somebody, asked as their page would. */
async function told(who: Name, path: string): Promise<Record<string, unknown>[]> {
  const [role, name] = people[who];
  const authorization = `Bearer ${collector.token(who, [role], { name })}`;
  const answer = await fetch(`${collector.url}${path}?key=${collector.key}`, { headers: { authorization } });
  const list = (await answer.json()) as Record<string, Record<string, unknown>[]>;
  return list[path.slice(4)] ?? [];
}

describe("a hand-over between two people", () => {
  it("H20 offered when the step is done, accepted by the other, and each sees where it stands", async () => {
    const mara = await open("mara");
    const jonas = await open("jonas");
    await finish(mara.page);
    await pressLauncher(mara.page);
    await expect.poll(() => panelRow(mara.page).textContent()).toContain("Waiting for Service");
    await expect.poll(() => panelRow(mara.page).textContent()).toContain("since 1 minute");
    await takeOver(jonas.page);
    await reads(mara.page, panelRow(mara.page), "Jonas has it");
    await expect.poll(() => panelRow(mara.page).textContent()).toMatch(/taken over today, \d/);
    const chip = mara.page.locator("waymark-panel [part=neighbour]");
    await expect
      .poll(async () => [await chip.textContent(), await chip.getAttribute("aria-label")])
      .toEqual(["JW", "Jonas in Service has it"]);
    await inRoom(jonas.page, "open").click();
    await jonas.page.locator("waymark-panel h2").getByText("Welcome a customer").waitFor();
    await expect
      .poll(() => jonas.page.locator("waymark-panel [part=neighbour]").getAttribute("aria-label"))
      .toBe("Handed over by Mara in Sales");
    expect([...mara.errors, ...jonas.errors]).toEqual([]);
  });

  it("H21 back with a question: the step is open again, the answer goes along, attempt 2", async () => {
    const mara = await open("mara");
    const jonas = await open("jonas");
    await finish(mara.page);
    await takeOver(jonas.page);
    await ask(jonas.page, "Kiel or Lund first?");
    await reads(mara.page, note(mara.page), "Back with a question");
    await expect.poll(() => settled(mara.page, "win-a-deal", "deal:17")).toEqual(["note", "quote"]);
    await pressLauncher(mara.page);
    await reads(mara.page, panelRow(mara.page), "Back with a question");
    await expect.poll(() => panelRow(mara.page).textContent()).toContain("“Kiel or Lund first?”");
    const line = mara.page.locator("waymark-panel [part=neighbour-line]");
    await expect.poll(() => line.textContent()).toContain("Jonas in Service waits for it");
    await mara.page.locator("waymark-panel [part=answer-question]").click();
    await mara.page.locator("waymark-handover textarea").fill("Kiel, please.");
    await inRoom(mara.page, "send").click();
    await expect.poll(() => settled(mara.page, "win-a-deal", "deal:17")).toContain("hand-over");
    await reads(mara.page, panelRow(mara.page), "Waiting for Service");
    await reads(jonas.page, inRoom(jonas.page, "offer"), "Kiel, please.");
    await expect
      .poll(() => told("jonas", "/v1/handoffs"))
      .toMatchObject([
        { attempt: 1, returned: { by: { me: true } } },
        { attempt: 2, note: "Kiel, please." },
      ]);
  });

  it("H22 works without a network on both sides, and merges: the first whose acceptance arrives has it", async () => {
    const [mara, jonas, ines] = await Promise.all([open("mara"), open("jonas"), open("ines")]);
    await mara.page.locator("waymark-launcher [part=launcher]").waitFor();
    await mara.context.setOffline(true);
    await finish(mara.page);
    await pressLauncher(mara.page);
    await expect.poll(() => panelRow(mara.page).textContent()).toContain("goes out once you are online");
    expect(await told("jonas", "/v1/handoffs")).toEqual([]);
    await mara.context.setOffline(false);
    await reads(mara.page, panelRow(mara.page), "since 1 minute");
    await Promise.all([jonas, ines].map(({ page }) => reads(page, note(page), "Mara hands over Nordwind")));
    await jonas.context.setOffline(true);
    await note(jonas.page).click();
    await inRoom(jonas.page, "accept").click();
    await inRoom(jonas.page, "held").waitFor();
    await takeOver(ines.page);
    await reads(mara.page, panelRow(mara.page), "Ines has it");
    await jonas.context.setOffline(false);
    await expect
      .poll(() => inRoom(jonas.page, "handovers").textContent())
      .toContain("Somebody else was a little earlier");
    await expect.poll(() => inRoom(jonas.page, "held").count()).toBe(0);
    await reads(mara.page, panelRow(mara.page), "Ines has it");
  });

  it("H23 Y93 a thank-you is between the two until the receiver shows it, and then read by colleagues, without the record", async () => {
    const mara = await open("mara");
    const jonas = await open("jonas");
    await finish(mara.page);
    await takeOver(jonas.page);
    await reads(mara.page, note(mara.page), "Thank Jonas?");
    await note(mara.page).click();
    await mara.page.locator("waymark-handover").getByText("Jonas took over Nordwind within the hour.").waitFor();
    await mara.page.locator("waymark-handover textarea").fill("The customer noticed how fast you were.");
    await inRoom(mara.page, "send").click();
    await expect.poll(() => note(mara.page).count()).toBe(0);
    const got = inRoom(jonas.page, "thanks-got");
    await reads(jonas.page, got, "The customer noticed how fast you were.");
    expect(await told("ines", "/v1/thanks")).toEqual([]);
    const ines = await open("ines");
    await ines.page.locator("waymark-launcher [part=launcher]").waitFor();
    await tell(ines.page, "open", "launcher");
    const line = ines.page.locator("button[part=handovers]");
    expect(await line.count()).toBe(0);
    await inRoom(jonas.page, "show").click();
    await got.getByText("Others can see these words").waitFor();
    await expect.poll(() => told("ines", "/v1/thanks")).toMatchObject([{ shown: true, subject: "" }]);
    await reads(ines.page, line, "Hand-overs");
    await line.click();
    const seen = inRoom(ines.page, "thanks-shown");
    await expect.poll(() => seen.count()).toBe(1);
    expect(await seen.textContent()).toMatch(/Mara thanks Jonas.*today, \d.*The customer noticed how fast you were\.$/);
    expect(await inRoom(ines.page, "handovers").textContent()).not.toContain("Nordwind");
    // No longer than it is shown.
    await inRoom(jonas.page, "show").click();
    await expect
      .poll(async () => {
        await lookAgain(ines.page);
        return seen.count();
      })
      .toBe(0);
  });

  it("K53 a thank-you that came too late is said to be so once, with its words and with what can be done", async () => {
    const mara = await open("mara");
    const jonas = await open("jonas");
    await finish(mara.page);
    await takeOver(jonas.page);
    await reads(mara.page, note(mara.page), "Thank Jonas?");
    await note(mara.page).click();
    await mara.page.locator("waymark-handover textarea").fill("You saved my week.");
    await mara.context.setOffline(true);
    await inRoom(mara.page, "send").click();
    await expect.poll(() => mara.page.locator("waymark-handover").count()).toBe(0);
    await ask(jonas.page, "Kiel or Lund first?");
    await expect.poll(() => told("mara", "/v1/handoffs")).toMatchObject([{ returned: { by: {} } }]);
    await mara.context.setOffline(false);
    await reads(mara.page, note(mara.page), "Back with a question +1");
    await note(mara.page).click();
    const lost = inRoom(mara.page, "thanks-unsent");
    await expect.poll(() => lost.textContent()).toContain("Nordwind was given back meanwhile.");
    await expect.poll(() => lost.textContent()).toContain("You saved my week.");
    expect(await inRoom(mara.page, "again").count()).toBe(0);
    expect(await violations(mara.page)).toEqual([]);
    await inRoom(mara.page, "drop").click();
    await expect.poll(() => lost.count()).toBe(0);
    await mara.page.reload();
    await mara.page.locator("waymark-launcher [part=launcher]").waitFor();
    await tell(mara.page, "open", "launcher");
    await mara.page.locator("button[part=handovers]").click();
    await inRoom(mara.page, "question").waitFor();
    expect([await lost.count(), await note(mara.page).count()]).toEqual([0, 0]);
  });

  it("K53 one that the collector could not take goes once more with one press", async () => {
    const mara = await open("mara");
    const jonas = await open("jonas");
    await finish(mara.page);
    await takeOver(jonas.page);
    await reads(mara.page, note(mara.page), "Thank Jonas?");
    await mara.page.route("**/v1/thanks*", (route) =>
      route.request().method() === "POST" ? route.fulfill({ status: 400, json: {} }) : route.continue(),
    );
    await note(mara.page).click();
    await mara.page.locator("waymark-handover textarea").fill("You saved my week.");
    await inRoom(mara.page, "send").click();
    await reads(mara.page, note(mara.page), "Your thanks did not arrive");
    await note(mara.page).click();
    await mara.page.unroute("**/v1/thanks*");
    await inRoom(mara.page, "again").click();
    await expect.poll(() => told("jonas", "/v1/thanks")).toMatchObject([{ text: "You saved my week." }]);
    await expect.poll(() => inRoom(mara.page, "thanks-unsent").count()).toBe(0);
  });

  it("H23 declined once, it is never offered again, on the next page neither", async () => {
    const mara = await open("mara");
    const jonas = await open("jonas");
    await finish(mara.page);
    await takeOver(jonas.page);
    await reads(mara.page, note(mara.page), "Thank Jonas?");
    await note(mara.page).click();
    await inRoom(mara.page, "no").click();
    await expect.poll(() => note(mara.page).count()).toBe(0);
    await mara.page.reload();
    await pressLauncher(mara.page);
    await reads(mara.page, panelRow(mara.page), "Jonas has it");
    await mara.page.locator("waymark-panel [part=close]").click();
    await mara.page.locator("waymark-launcher [part=launcher]").waitFor();
    expect(await note(mara.page).count()).toBe(0);
  });

  it("H24 without a token the step is done and nothing is sent", async () => {
    const { page, requests } = await desk.open({
      path: `?as=mara&key=${collector.key}&collector=${collector.url}#/deals/17`,
    });
    await finish(page);
    await expect.poll(() => settled(page, "win-a-deal", "deal:17")).toContain("hand-over");
    // Its events go out all the same: the line is up.
    await expect.poll(() => requests.filter((url) => url.includes("/v1/events")).length).toBeGreaterThan(0);
    expect(requests.filter((url) => /handover|\/v1\/(handoffs|thanks)/.test(url.replace("/handover/", "/")))).toEqual(
      [],
    );
  });

  it("H25 what is taken back is withdrawn while nobody has it", async () => {
    const mara = await open("mara");
    const jonas = await open("jonas");
    await finish(mara.page);
    await reads(jonas.page, note(jonas.page), "Mara hands over Nordwind");
    await pressLauncher(mara.page);
    await mara.page.getByRole("button", { name: /^Hand over to Service/ }).click();
    await mara.page.locator("waymark-panel [part=act]").getByText("Not done after all").click();
    await expect.poll(() => panelRow(mara.page).count()).toBe(0);
    await expect
      .poll(async () => {
        await lookAgain(jonas.page);
        return note(jonas.page).count();
      })
      .toBe(0);
    expect(await told("jonas", "/v1/handoffs")).toEqual([]);
  });

  it("H26 lies on the device first: a page that is left at once loses nothing, and forgetting the person forgets it", async () => {
    const mara = await open("mara");
    await mara.page.locator("waymark-launcher [part=launcher]").waitFor();
    await mara.context.setOffline(true);
    await finish(mara.page);
    await pressLauncher(mara.page);
    await expect.poll(() => panelRow(mara.page).count()).toBe(1);
    await mara.context.setOffline(false);
    await mara.page.goto("about:blank");
    const again = await open("mara", { beside: mara });
    await expect.poll(() => told("jonas", "/v1/handoffs")).toMatchObject([{ attempt: 1, subject: "deal:17" }]);
    const kept = (page: Page): Promise<unknown[]> =>
      page.evaluate(async () => {
        const [{ name = "" } = {}] = await indexedDB.databases();
        const db = await new Promise<IDBDatabase>((resolve) => {
          const request = indexedDB.open(name);
          request.onsuccess = () => resolve(request.result);
        });
        const read = <T>(request: IDBRequest<T>): Promise<T> =>
          new Promise((resolve) => {
            request.onsuccess = () => resolve(request.result);
          });
        const store = db.transaction("kv").objectStore("kv");
        const keys = (await read(store.getAllKeys())).filter((key) => String(key).startsWith("handover-"));
        return Promise.all(keys.map((key) => read(store.get(key))));
      });
    await expect.poll(() => kept(again.page)).toMatchObject([{ known: [{ journey: "win-a-deal" }] }]);
    await again.page.evaluate(() => (window as unknown as { waymark: { erase(): Promise<void> } }).waymark.erase());
    await expect.poll(async () => JSON.stringify(await kept(again.page))).not.toContain("win-a-deal");
  });

  it("H27 tells its events once, when the collector took it", async () => {
    const mara = await open("mara");
    const jonas = await open("jonas");
    await finish(mara.page);
    await takeOver(jonas.page);
    const types = async (): Promise<string[]> =>
      (await collector.events())
        .map(({ type }) => type)
        .filter((type) => type.startsWith("handoff."))
        .sort();
    await expect.poll(types).toEqual(["handoff.accepted", "handoff.offered"]);
  });
});

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function violations(page: Page): Promise<string[]> {
  await rested(page);
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    type Found = { violations: { id: string; nodes: { target: unknown[]; failureSummary: string }[] }[] };
    const run = (window as unknown as { axe: { run(of: Document, options: object): Promise<Found> } }).axe;
    const found = await run.run(document, { runOnly: { type: "tag", values } });
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${JSON.stringify(node.target)} ${node.failureSummary}`),
    );
  });
}

/** Opens the room for its owner at once, whatever the corner shows. */
async function openRoom(page: Page): Promise<void> {
  await expect
    .poll(async () => {
      await lookAgain(page);
      return note(page).count();
    })
    .toBe(1);
  await note(page).click();
  await page.locator("waymark-handover .surface").waitFor();
}

const variants: [name: string, query: string, width: number][] = [
  ["light", "", 1000],
  ["dark", "&theme=dark", 1000],
  ["right to left", "&locale=ar&dir=rtl", 1000],
  ["320 px", "", 320],
];

describe("for everybody", () => {
  it.each(variants)("H28 breaks no rule of axe-core: %s", async (_, query, width) => {
    const context = { viewport: { width, height: 700 }, reducedMotion: "reduce" as const };
    const mara = await open("mara", { query, context });
    const jonas = await open("jonas", { query, context });
    await finish(mara.page);
    await openRoom(jonas.page);
    expect(await violations(jonas.page)).toEqual([]);
    await inRoom(jonas.page, "return").click();
    await jonas.page.locator("waymark-handover textarea").waitFor();
    expect(await violations(jonas.page)).toEqual([]);
    await inRoom(jonas.page, "leave").click();
    await inRoom(jonas.page, "accept").click();
    await inRoom(jonas.page, "held").waitFor();
    await openRoom(mara.page);
    expect(await violations(mara.page)).toEqual([]);
    expect(await mara.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await inRoom(mara.page, "no").click();
    await pressLauncher(mara.page);
    await panelRow(mara.page).waitFor();
    expect(await violations(mara.page)).toEqual([]);
  });

  it("H29 by the keyboard alone: in, question, back out", async () => {
    const mara = await open("mara");
    const { page } = await open("jonas");
    await finish(mara.page);
    await reads(page, note(page), "Mara hands over Nordwind");
    await note(page).focus();
    await page.keyboard.press("Enter");
    await page.locator("waymark-handover .surface").waitFor();
    const focused = (): Promise<string> =>
      page.evaluate(() => {
        const inner = document.activeElement?.shadowRoot?.activeElement;
        return inner?.getAttribute("part") ?? inner?.localName ?? document.activeElement?.localName ?? "";
      });
    await expect.poll(focused).toBe("handovers");
    const tabTo = async (part: string): Promise<void> => {
      for (let n = 0; n < 8 && (await focused()) !== part; n += 1) await page.keyboard.press("Tab");
      expect(await focused()).toBe(part);
    };
    await tabTo("return");
    await page.keyboard.press("Enter");
    await expect.poll(focused).toBe("textarea");
    await page.keyboard.type("Kiel or Lund first?");
    await tabTo("send");
    await page.keyboard.press("Enter");
    await expect
      .poll(() => told("mara", "/v1/handoffs"))
      .toMatchObject([{ returned: { reason: "Kiel or Lund first?" } }]);
    // What was pressed is gone with its question: the focus stays in the room.
    await expect.poll(focused).toBe("handovers");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("waymark-handover").count()).toBe(0);
    await expect.poll(focused).toBe("launcher");
  });
});
