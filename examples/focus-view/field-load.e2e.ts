import { gunzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { situation } from "../../packages/testing/src/index.ts";
import { type RealCollector, startCollector } from "../../packages/testing/src/real-collector.ts";
import { folds } from "./bar.ts";

const here = situation("focus-view");
let collector: RealCollector;
beforeAll(async () => {
  collector = await startCollector();
});
afterAll(() => collector.stop());

/** The form in focus, and all that it sends to the collector, unpacked. */
async function open(): Promise<{ page: Page; bodies: string[] }> {
  const bodies: string[] = [];
  const { page } = await here.open({
    path: "?start=1",
    before: async (context) => {
      await context.addInitScript(([url, key]) => Object.assign(window, { more: { collector: url, key } }), [
        collector.url,
        collector.key,
      ] as const);
      context.on("request", (request) => {
        if (!request.url().startsWith(collector.url)) return;
        const body = request.postDataBuffer() ?? Buffer.from("");
        bodies.push(request.url(), body[0] === 0x1f ? gunzipSync(body).toString() : body.toString());
      });
    },
  });
  await folds(page);
  return { page, bodies };
}

/** What only a person could have typed. */
const secrets = ["Quetzal", "Zanzibar", "4711.5", "2031-03-09", "Ypsilon"];

describe("field load", () => {
  it("U15 a save tells which fields were in view and which were edited, and no value leaves the page", async () => {
    const { page, bodies } = await open();
    await page.locator("#step").fill("Quetzal");
    await page.locator("#decider").fill("Zanzibar");
    await page.locator("#amount").fill("4711.5");
    await page.locator("#date").fill("2031-03-09");
    await page.keyboard.press("Alt+f");
    await page.locator("#competitor").fill("Ypsilon");
    await page.locator("#amount").fill("48000");
    await page.keyboard.press("Alt+f");
    await page.getByRole("button", { name: "Save deal" }).click();
    await page.waitForURL("**/saved.html?**");
    // The page tells them as it goes, in bodies that arrive in any order.
    await expect.poll(async () => (await collector.events()).map(({ type }) => type)).toContain("focus.fields");
    const toggled = async (): Promise<unknown[]> =>
      (await collector.events()).filter(({ type }) => type === "focus.toggled").map(({ props }) => props);
    await expect.poll(async () => (await toggled()).length).toBe(2);
    const events = await collector.events();
    expect(await toggled()).toEqual([
      { on: false, folded: 0 },
      { on: true, folded: 11 },
    ]);
    const [load] = events.filter(({ type }) => type === "focus.fields");
    const { seconds, ...props } = load?.props ?? {};
    expect(props.names).toEqual(expect.arrayContaining(Object.keys(seconds ?? {})));
    expect(props).toEqual({
      visible: 5,
      edited: 5,
      names: [
        ...["step", "date", "decider", "close", "amount", "stage", "source", "probability", "competitor", "order"],
        ...["discount", "terms", "region", "scanners", "notes", "reference"],
      ],
      editedNames: ["step", "date", "decider", "amount", "competitor"],
    });
    const sent = bodies.join("\n") + JSON.stringify(events);
    for (const secret of [...secrets, "48000", "P. Okafor", "Two lines"]) expect(sent).not.toContain(secret);
    expect(sent).toContain("competitor");
  });

  it("Y86 and how many seconds each field took, without pauses and time in another window; no value leaves", async () => {
    const { page, bodies } = await open();
    const start = Date.now();
    const at = (seconds: number): Promise<void> => page.clock.setFixedTime(start + seconds * 1000);
    await at(0);
    await page.locator("#step").focus();
    await page.keyboard.type("Quetzal");
    await at(12);
    await page.keyboard.type("!");
    await page.locator("#decider").focus();
    await at(19);
    await page.keyboard.type("Zanzibar");
    // A pause, and a moment elsewhere.
    await at(80);
    await page.keyboard.type("!");
    await page.locator("#decider").blur();
    await at(95);
    await page.getByRole("button", { name: "Save deal" }).click();
    await page.waitForURL("**/saved.html?**");
    const loads = async (): Promise<unknown[]> =>
      (await collector.events()).filter(({ type }) => type === "focus.fields").map(({ props }) => props?.seconds);
    await expect.poll(loads).toContainEqual({ step: 12, decider: 7 });
    const sent = bodies.join("\n");
    for (const secret of secrets) expect(sent).not.toContain(secret);
  });
});
