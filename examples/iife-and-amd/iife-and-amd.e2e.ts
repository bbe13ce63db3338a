import { describe, expect, it } from "vitest";
import { situation, walk } from "../../packages/testing/src/index.ts";

const here = situation("iife-and-amd");

const journey = {
  format: "waymark.journey/1",
  id: "save-order",
  title: "Save an order",
  brief: { purpose: "One.", benefit: "Two.", expectation: "Three." },
  steps: [{ id: "save", title: "Save", done: { event: "save" }, do: { target: { testId: "target" } } }],
};

describe("a page with a module loader and with names like ours", () => {
  it("I14 is a script, whatever module loader the page has, and nobody's module", async () => {
    const { page, errors, console } = await here.open();
    await walk(page);
    const taken = await page.evaluate(() => {
      const { defined, module } = window as unknown as { defined: unknown[]; module: { exports: object } };
      return [defined.length, Object.keys(module.exports).length];
    });
    expect(taken).toEqual([0, 0]);
    expect(errors).toEqual([]);
    expect(console).toEqual([]);
  });

  it("I14 takes the name `waymark` where until now an element of the page answered to it", async () => {
    const { page, errors, console } = await here.open({
      path: "by-tag.html",
      before: (context) =>
        context.route("**/v1/**", (route) => route.fulfill({ json: { project: {}, journeys: [journey] } })),
    });
    await walk(page);
    expect(await page.locator("#waymark h2").textContent()).toBe("Waymark");
    expect(errors).toEqual([]);
    expect(console).toEqual([]);
  });

  it("I16 what the page configures goes over what the tag says, and may name a part of the person", async () => {
    const { page, requests } = await here.open({
      path: "by-tag.html",
      before: async (context) => {
        await context.route("**/v1/**", (route) => route.fulfill({ json: { project: {}, journeys: [] } }));
        await context.addInitScript(
          (given) => {
            const calls = [
              ["configure", { user: { name: "Ada", traits: { plan: "team" } } }],
              ["configure", { journeys: [given] }],
            ];
            (window as unknown as { waymark: unknown[] }).waymark = calls;
          },
          { ...journey, roles: ["clerk"], audience: { all: [{ trait: "plan", is: "team" }] } },
        );
      },
    });
    // The roles of the tag and the traits of the page are one person's.
    await page.locator("waymark-launcher button").waitFor();
    await expect.poll(() => requests.some((url) => url.includes("/v1/journeys?key=pk_x&role=clerk"))).toBe(true);
    const why = await page.evaluate(() =>
      (
        window as unknown as { waymark: { explain(id: string): Promise<{ rules: { rule: string; has: string }[] }> } }
      ).waymark.explain("save-order"),
    );
    expect(why.rules.find(({ rule }) => rule === "roles")?.has).toContain("clerk");
  });
});
