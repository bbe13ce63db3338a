import fc from "fast-check";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { situation } from "../../packages/testing/src/index.ts";
import { anyForm, type Deed, type FormSpec, htmlOf } from "./generate.ts";

const here = situation("focus-view");
/** Forms, always the same ones. */
const runs = 60;

interface Outcome {
  data: string[][];
  valid: (boolean | null)[];
  values: unknown[];
  html: string;
  body: string | null;
}

interface Watched {
  /** Parts that were folded at once, at most. */
  folded: number;
  /** Fields that were out of reach though they were required, wrong, changed or focused. */
  wrongly: string[];
}

interface Live {
  live(html: string, deeds: readonly Deed[], focus: boolean): Promise<Omit<Outcome, "body"> & Watched>;
  clear(): void;
}

/** One form's life in a page (`live.js`), and what its server got. */
async function live(page: Page, spec: FormSpec, focus: boolean): Promise<Outcome & Watched> {
  const sent = page.waitForRequest("**/sent");
  const outcome = await page.evaluate(([html, deeds, on]) => (window as unknown as Live).live(html, deeds, on), [
    htmlOf(spec),
    spec.deeds,
    focus,
  ] as const);
  const body = (await sent).postData();
  await page.evaluate(() => (window as unknown as Live).clear());
  return { ...outcome, body };
}

const field = (kind: string, wrap: string) => ({ kind, wrap, required: false, rule: false, value: "" });

describe("any form", () => {
  it("U1 U7 holds, sends and finds wrong the same with the focus view as without it, toggled at any time", async () => {
    const before = (_: unknown, page: Page): Promise<unknown> =>
      page.route("**/sent", (route) => route.fulfill({ status: 204 }));
    const { page, errors, console } = await here.open({ path: "generated.html", before });
    const plain = await here.open({ path: "generated.html?plain", before });
    await page.locator("waymark-launcher").waitFor({ state: "attached" });
    let folding = 0;
    const check = async (spec: FormSpec): Promise<void> => {
      const [{ folded, wrongly, ...withUs }, { folded: none, wrongly: never, ...without }] = await Promise.all([
        live(page, spec, true),
        live(plain.page, spec, false),
      ]);
      expect(withUs).toEqual(without);
      expect([...wrongly, ...never]).toEqual([]);
      expect(none).toBe(0);
      if (folded > 2) folding++;
    };
    await fc.assert(fc.asyncProperty(anyForm, check), { numRuns: runs, seed: 2026, endOnFailure: true });
    // The property says something only where forms do fold.
    expect(folding).toBeGreaterThan(runs / 2);
    await check({
      fields: ["text", "text", "custom", "component", "radio"].map((kind) => field(kind, "div")),
      deeds: [],
    });
    await expect.poll(() => page.locator("waymark-focus").count()).toBe(0);
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    expect(errors).toEqual([]);
    // What the browser says of the values it is given is the generator's.
    expect(console.filter((line) => !/The specified value|\[DOM\]/.test(line))).toEqual([]);
  });
});
