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
});
