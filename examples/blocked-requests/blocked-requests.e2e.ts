import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { settled, situation, tell, walk } from "../../packages/testing/src/index.ts";

const here = situation("blocked-requests");

/** As an ad blocker does: the request never leaves. */
const block =
  (pattern: string) =>
  async (context: BrowserContext): Promise<unknown> => {
    const collector = await context.route("https://waymark.example/**", (route) => route.abort("blockedbyclient"));
    return pattern === "" ? collector : context.route(pattern, (route) => route.abort("blockedbyclient"));
  };

/** The browser's own lines on blocked requests are the blocker's; everything else would be ours. */
const ours = (lines: readonly string[]): string[] =>
  lines.filter((line) => !line.includes("net::ERR_BLOCKED_BY_CLIENT"));

async function hostWorks(page: Page): Promise<void> {
  await page.locator("#note").fill("as before");
  await page.locator("#target").click();
  await expect.poll(() => page.locator("#saved").textContent()).toBe("200");
}

const calls: unknown[][] = [
  ["track", "add"],
  ["open", "panel"],
  ["show", "save-order", "save"],
  ["identify", { id: "u-2", roles: ["clerk"] }],
  ["setSubjects", "order", [{ id: "17" }]],
  ["use", []],
  ["next"],
  ["close"],
  ["reset"],
];

describe("a page whose blocker blocks us", () => {
  it.each([
    ["the script", "**/waymark.js"],
    ["all that the script would load", "**/sdk/**"],
    ["what shows the guide", "**/sdk/overlay*"],
    ["what sends", "**/sdk/delivery*"],
    ["nothing but the collector", ""],
  ])("I12 the host works as before, whatever it says to us: blocked is %s", async (_, pattern) => {
    const { page, errors, console } = await here.open({ before: block(pattern) });
    await page.waitForLoadState("networkidle");
    await hostWorks(page);
    for (const call of calls) await tell(page, ...call);
    const explained = page.evaluate(async () => {
      const { waymark } = window as unknown as { waymark: { explain?(journey: string): Promise<unknown> } };
      return Promise.race([waymark.explain?.("save-order"), new Promise((resolve) => setTimeout(resolve, 1000))]).then(
        () => "no harm",
      );
    });
    expect(await explained).toBe("no harm");
    await hostWorks(page);
    expect(errors).toEqual([]);
    expect(ours(console)).toEqual([]);
  });

  it("I12 with the collector blocked the person has their journey, and keeps it over a reload", async () => {
    const { page, errors, console } = await here.open({ before: block("") });
    await walk(page);
    await page.reload();
    await expect.poll(() => settled(page)).toEqual(["save"]);
    expect(errors).toEqual([]);
    expect(ours(console)).toEqual([]);
  });

  it.each([
    ["a brief put off", "brief", "later", "waymark-prompt"],
    ["a brief answered, and its panel closed", "brief", "answer", "waymark-panel"],
    ["a journey put off", "panel", "act", "waymark-panel"],
  ])("I12 what the person has put away stays away over a reload: %s", async (_, surface, part, last) => {
    const { page } = await here.open({ before: block("") });
    await page.locator("waymark-launcher button").waitFor();
    await tell(page, "open", surface, { journey: "save-order" });
    await page.locator(`[part=${part}]`).first().click();
    if (part === "answer") await page.locator("waymark-panel [part=close]").click();
    await expect.poll(() => page.locator(last).count()).toBe(0);
    const run = (): Promise<unknown> =>
      page.evaluate(() => {
        const { waymark } = window as unknown as {
          waymark: { $progress: { get(): { journeys: Record<string, Record<string, Record<string, unknown>>> } } };
        };
        const { brief, hidden } = waymark.$progress.get().journeys["save-order"]?.[""] ?? {};
        return { brief, hidden };
      });
    await expect.poll(async () => JSON.stringify(await run())).toContain('"at"');
    const said = await run();
    await page.reload();
    await page.locator("waymark-launcher button").waitFor();
    await expect.poll(run).toEqual(said);
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 300))));
    expect(await page.locator("waymark-prompt, waymark-panel, waymark-coach").count()).toBe(0);
  });
});
