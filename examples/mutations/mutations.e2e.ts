import { describe, expect, it } from "vitest";
import { situation } from "../../packages/testing/src/index.ts";
import { runOwn } from "./own-pages.ts";
import { printTable, sharesOf } from "./tally.ts";

const here = situation("mutations");

/** Elements of a page that are tried, so that all pages and all kinds take less than a minute. */
const most = 8;

describe("pages that change", () => {
  it("F1 finds at least 95 of 100 again over all kinds of change, takes at most 1 of 200 for another, and says honestly where one is gone", async () => {
    const results = [...(await runOwn(here.browser(), here.url(), most)).values()];
    const { found, wrong, honest, described } = sharesOf(results);
    console.log(`${printTable(results)}\n\nfound ${found} wrong ${wrong} honest ${honest} described ${described}`);
    expect(found).toBeGreaterThanOrEqual(0.95);
    expect(wrong).toBeLessThanOrEqual(0.005);
    expect(honest).toBeGreaterThanOrEqual(0.995);
    expect(described).toBeGreaterThanOrEqual(0.8);
  });
});
