import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { situation, tell } from "../../packages/testing/src/index.ts";
import { type RealCollector, startCollector } from "../../packages/testing/src/real-collector.ts";

const here = situation("holdout");
const journey: Parameters<RealCollector["publish"]>[0] = {
  format: "waymark.journey/1",
  id: "send-orders",
  title: "Send your orders",
  roles: ["clerk"],
  brief: { purpose: "Orders leave at once.", benefit: "No paper.", expectation: "Send each order here." },
  holdout: 0.5,
  value: { event: "order.sent" },
  steps: [{ id: "send", title: "Send the order", done: { event: "order.sent" } }],
};
// A lot is the same on every device and in every version, so it is the same here for good.
const [held, shown] = ["clerk-1", "clerk-0"] as const;

let collector: RealCollector;
beforeAll(async () => {
  collector = await startCollector();
  await collector.publish(journey);
});
afterAll(() => collector.stop());

async function open(person: string): Promise<{ page: Page; errors: string[] }> {
  const token = collector.token(person, ["clerk"]);
  const asked = new URLSearchParams({ collector: collector.url, key: collector.key, id: person, token });
  return here.open({ path: `?${asked}` });
}

const told = async (): Promise<string[]> => (await collector.events()).map(({ type }) => type);

describe("a journey that is kept from a share of people", () => {
  it("R10 who is held out sees nothing of it, whatever the host asks for, and what they do still counts", async () => {
    const { page, errors } = await open(held);
    await expect.poll(told).toContain("journey.held");
    for (const surface of ["brief", "panel"])
      await page.evaluate(
        (name) =>
          (window as unknown as { waymark: { push(call: unknown[]): void } }).waymark.push([
            ...["open", name],
            { journey: "send-orders" },
          ]),
        surface,
      );
    await tell(page, "show", "send-orders", "send");
    await page.locator("#send").click();
    await expect.poll(told).toContain("journey.valued");
    expect(await page.locator("waymark-brief, waymark-panel, waymark-coach, waymark-spotlight").count()).toBe(0);
    expect(await page.getByText("Send your orders").count()).toBe(0);
    const types = await told();
    expect(types.filter((type) => type === "journey.held")).toHaveLength(1);
    expect(types.filter((type) => type.startsWith("step.") || type === "journey.offered")).toEqual([]);
    expect(errors).toEqual([]);
  });

  it("R11 who is not sees it as ever, and the two are told apart where events arrive", async () => {
    const { page, errors } = await open(shown);
    await page.locator("waymark-launcher [part~=launcher]").waitFor();
    await expect.poll(told).toContain("journey.offered");
    await page.locator("#send").click();
    await expect.poll(told).toContain("step.completed");
    expect(errors).toEqual([]);
  });
});
