import { gunzipSync } from "node:zlib";
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

/** What only a person could have typed. */
const secrets = ["Quetzal", "Zanzibar", "4711.5", "2031-03-09", "Ypsilon"];

describe("field load", () => {
  it("U15 a save tells which fields were in view and which were edited, and no value leaves the page", async () => {
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
    await expect.poll(async () => (await collector.events()).map(({ type }) => type)).toContain("focus.fields");
    const events = await collector.events();
    expect(events.filter(({ type }) => type === "focus.toggled").map(({ props }) => props)).toEqual([
      { on: false, folded: 0 },
      { on: true, folded: 11 },
    ]);
    const [load] = events.filter(({ type }) => type === "focus.fields");
    expect(load?.props).toEqual({
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
});
