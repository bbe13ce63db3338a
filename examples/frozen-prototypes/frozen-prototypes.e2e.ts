import { describe, expect, it } from "vitest";
import { situation, walk } from "../../packages/testing/src/index.ts";

const here = situation("frozen-prototypes");

describe("a page that froze the language", () => {
  it("I3 works where nothing that the language brings along can be changed", async () => {
    const { page, errors, console } = await here.open();
    const loose = await page.evaluate(() =>
      [Object, Array, Function, Promise, EventTarget, HTMLElement, Event]
        .filter(({ prototype }) => !Object.isFrozen(prototype))
        .map(({ name }) => name),
    );
    expect(loose).toEqual([]);
    await walk(page);
    expect(errors).toEqual([]);
    expect(console).toEqual([]);
  });
});
