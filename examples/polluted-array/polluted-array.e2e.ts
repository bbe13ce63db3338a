import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { settled, showStep, situation, tell, walk } from "../../packages/testing/src/index.ts";
import { type RealCollector, startCollector } from "../../packages/testing/src/real-collector.ts";

const here = situation("polluted-array");
let collector: RealCollector;

beforeAll(async () => {
  collector = await startCollector();
});
afterAll(() => collector.stop());

describe("a page that added to the prototypes", () => {
  it("I4 works where arrays, objects, texts and functions have enumerable extras", async () => {
    const { page, errors, console } = await here.open();
    await walk(page);
    await page.reload();
    await expect.poll(() => settled(page)).toEqual(["save"]);
    await showStep(page, "add");
    await page.locator("waymark-coach h2").getByText("Add an item").waitFor();
    expect(errors).toEqual([]);
    expect(console).toEqual([]);
  });

  it("I4 sends events that the collector takes, though arrays turn into text before JSON does", async () => {
    const { page, errors } = await here.open({
      before: (context) =>
        context.addInitScript(
          ([key, url]) => {
            (window as unknown as { waymark: unknown[] }).waymark = [["configure", { key, collector: url }]];
          },
          [collector.key, collector.url] as const,
        ),
    });
    expect(await page.evaluate(() => JSON.parse(JSON.stringify({ list: [1] })).list)).toBe("[1]");
    await walk(page);
    await tell(page, "track", "send", { amount: 5 });
    const types = async (): Promise<string[]> => (await collector.events()).map(({ type }) => type);
    await expect
      .poll(types, { timeout: 60_000 })
      .toEqual(
        expect.arrayContaining(["session.started", "brief.answered", "step.helped", "step.completed", "host.send"]),
      );
    expect((await types()).filter((type) => type === "event.rejected")).toEqual([]);
    expect(errors).toEqual([]);
  });
});
