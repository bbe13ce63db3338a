import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Opened, situation, tell, walk } from "../../packages/testing/src/index.ts";
import { type RealCollector, startCollector } from "../../packages/testing/src/real-collector.ts";

const here = situation("blocked-storage");
let collector: RealCollector;

beforeAll(async () => {
  collector = await startCollector();
});
afterAll(() => collector.stop());

function open(path: string, key = collector.key): Promise<Opened> {
  return here.open({
    path,
    before: (context) =>
      context.addInitScript(
        ([write, url]) => {
          (window as unknown as { waymark: unknown[] }).waymark = [["configure", { key: write, collector: url }]];
        },
        [key, collector.url] as const,
      ),
  });
}

describe("a page without storage", () => {
  it.each(["throws", "hangs", "full"])(
    "I6 the person can go on and what they do arrives, where storage %s",
    async (how) => {
      const { page, errors, console } = await open(`?how=${how}`);
      await walk(page);
      const props = { [how]: true };
      await tell(page, "use", [
        {
          format: "waymark.journey/1",
          id: how,
          title: how,
          steps: [{ id: "a", title: "A", done: { event: "sign", where: props } }],
        },
      ]);
      await tell(page, "track", "sign", props);
      const arrived = async (): Promise<unknown[]> =>
        (await collector.events()).filter(({ type }) => type === "host.sign").map((event) => event.props);
      await expect.poll(arrived, { timeout: 60_000 }).toContainEqual(props);
      expect(errors).toEqual([]);
      expect(console).toEqual([]);
    },
  );

  it("I6 works in a sandboxed frame, which has no origin of its own", async () => {
    const { page, errors } = await here.open({ path: "framed.html" });
    const frame = page.frameLocator("iframe");
    await frame.locator("waymark-launcher button").click();
    await frame.locator("waymark-prompt [part=answer]").first().click();
    await frame.locator("waymark-panel h2").getByText("Save an order").waitFor();
    expect(errors).toEqual([]);
  });
});
