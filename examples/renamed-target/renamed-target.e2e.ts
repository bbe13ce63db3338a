import { describe, expect, it } from "vitest";
import { ringOff, showStep, situation } from "../../packages/testing/src/index.ts";

const here = situation("renamed-target");

interface Rule {
  rule: string;
  holds: boolean;
  has: string;
}

describe("a page that is redesigned while the guide points at it", () => {
  it("F8 finds the element again under another id, in another box, as another control", async () => {
    const { page, errors } = await here.open();
    await page.locator("waymark-launcher button").waitFor();
    await showStep(page);
    await expect.poll(() => ringOff(page, "#target")).toBeLessThan(1.5);
    await page.locator("#redesign").click();
    await expect.poll(() => ringOff(page, "#x7k2q9")).toBeLessThan(1.5);
    expect(errors).toEqual([]);
  });

  it("F8 points at nothing once the element is gone, and not at the one beside it that is called nearly the same", async () => {
    const { page } = await here.open();
    await page.locator("waymark-launcher button").waitFor();
    await showStep(page);
    await expect.poll(() => ringOff(page, "#target")).toBeLessThan(1.5);
    await page.locator("#drop").click();
    await expect.poll(() => page.locator("waymark-spotlight").count()).toBe(0);
    await page.locator("waymark-coach").getByText("Looking for the place").waitFor();
    await page.locator("waymark-coach").getByText("We could not find").waitFor();
    expect(await page.locator("waymark-spotlight").count()).toBe(0);
  });

  it("F5 says for each step's target which ways hold, how sure it is and how near the next comes, or why it is not found", async () => {
    const { page } = await here.open();
    await page.locator("waymark-launcher button").waitFor();
    const rules = await page.evaluate(async () => {
      const { waymark } = window as unknown as { waymark: { explain(journey: string): Promise<{ rules: Rule[] }> } };
      return (await waymark.explain("save-order")).rules.filter(({ rule }) => rule.startsWith("target "));
    });
    expect(rules.map(({ rule, holds }) => [rule, holds])).toEqual([
      ["target add", false],
      ["target save", true],
      ["target send", false],
    ]);
    expect(rules[0]?.has).toBe("none, confidence 0, next best 0");
    expect(rules[1]?.has).toMatch(/^testId\+id\+role\+name\+css, confidence (1|0\.9\d?), next best 0/);
  });
});
