import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import type { Page } from "playwright-core";
import { build } from "tsup";
import { beforeAll, describe, expect, it } from "vitest";
import { situation } from "../../packages/testing/src/index.ts";

type Sketch = null | string | Sketch[] | { type: string; key?: string; props: object; kids: Sketch[] };
interface Bundle {
  beside(sketches: readonly Sketch[]): Promise<{ ours: unknown[]; theirs: unknown[] }>;
  drawData(): string;
}

const here = situation("drawing");
const outDir = join(tmpdir(), `waymark-drawing-${process.pid}`);

const props = fc.record(
  {
    class: fc.constantFrom("a", "b c"),
    "data-a": fc.constantFrom("1", "2"),
    "aria-pressed": fc.boolean(),
    hidden: fc.boolean(),
    style: fc.record(
      { "--at": fc.constantFrom("1px", "2px"), color: fc.constantFrom("red", "") },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);
const text = fc.constantFrom("one", "two", "<b>", "");
const plain: fc.Arbitrary<Sketch> = fc.record({
  type: fc.constantFrom("p", "em"),
  props,
  kids: fc.array(fc.oneof(text, fc.constant(null)), { maxLength: 3 }),
});
const drawing: fc.Arbitrary<Sketch> = fc.record({
  type: fc.constant("svg"),
  props: fc.constant({ viewBox: "0 0 9 9" }),
  kids: fc.tuple(
    fc.record({
      type: fc.constantFrom("path", "circle"),
      props: fc.constant({ r: 3 }),
      kids: fc.constant<Sketch[]>([]),
    }),
  ),
});
const field: fc.Arbitrary<Sketch> = fc.record({
  type: fc.constant("input"),
  props: fc.record({ value: fc.constantFrom("x", "y"), checked: fc.boolean() }),
  kids: fc.constant<Sketch[]>([]),
});
const leaf = fc.oneof(text, fc.constant(null), plain, drawing, field);
/** A list in any order, with some missing: each key once. */
const listOf = (kids: fc.Arbitrary<Sketch[]>): fc.Arbitrary<Sketch> =>
  fc.shuffledSubarray(["k", "l", "m", "n", "o"]).chain((keys) =>
    fc.tuple(
      ...keys.map((key) =>
        fc.record({
          type: fc.constantFrom("li", "button", "Box", "Group"),
          key: fc.constant(key),
          props: fc.constant({}),
          kids,
        }),
      ),
    ),
  );
const tree: fc.Arbitrary<Sketch> = fc.record({
  type: fc.constant("div"),
  props,
  kids: fc.tuple(leaf, listOf(fc.tuple(leaf, listOf(fc.tuple(leaf)))), leaf),
});

async function open(): Promise<Page> {
  const { page } = await here.open();
  await page.addScriptTag({ content: await readFile(join(outDir, "beside.js"), "utf8") });
  return page;
}

describe("what draws our surfaces", () => {
  beforeAll(async () => {
    const entry = fileURLToPath(new URL("../../packages/sdk/test/beside-preact.ts", import.meta.url));
    await build({
      ...{ config: false, entry: { beside: entry }, outDir, format: ["iife"], platform: "browser", target: "es2022" },
      ...{ noExternal: [/.*/], silent: true, dts: false, outExtension: () => ({ js: ".js" }) },
    });
  });

  it("I20 draws, keeps and takes away what Preact does, and tells components and listeners the same", async () => {
    const runs = fc.sample(fc.array(tree, { minLength: 2, maxLength: 4 }), { numRuns: 150, seed: 20 });
    const page = await open();
    const both = await page.evaluate(async (all) => {
      const { beside } = window as unknown as Bundle;
      const results: Awaited<ReturnType<typeof beside>>[] = [];
      for (const sketches of all) results.push(await beside(sketches as never));
      return results;
    }, runs as unknown[][]);
    both.forEach(({ ours, theirs }, at) => {
      expect(ours, JSON.stringify(runs[at])).toEqual(theirs);
    });
    expect(JSON.stringify(both)).toContain("changed");
  });

  it("I21 takes nothing that came as data for something to draw", async () => {
    const page = await open();
    expect(await page.evaluate(() => (window as unknown as Bundle).drawData())).toBe("<p>&lt;b&gt;text&lt;/b&gt;</p>");
  });
});
