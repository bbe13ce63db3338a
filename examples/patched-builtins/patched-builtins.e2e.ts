import { describe, expect, it } from "vitest";
import { type Opened, situation, tell, walk } from "../../packages/testing/src/index.ts";

const here = situation("patched-builtins");

/** The page with a collector that does not exist, so that requests are tried. */
function open(path: string): Promise<Opened> {
  return here.open({
    path,
    before: async (context) => {
      // A beacon goes past the host's fetch.
      await context.route("**/v1/**", (route) => route.fulfill({ status: 202, json: { accepted: 1 } }));
      await context.addInitScript(() => {
        const more = { key: "pk_x", collector: location.origin };
        (window as unknown as { waymark: unknown[] }).waymark = [["configure", more]];
      });
    },
  });
}

describe("a page that replaced what the browser brings", () => {
  it.each(["promise", "xhr", "history", "arrayFrom", "json", "clock", "listeners"])(
    "I5 works over the host's own %s",
    async (only) => {
      const { page, errors, console } = await here.open({ path: `?only=${only}` });
      await walk(page);
      expect(errors).toEqual([]);
      expect(console).toEqual([]);
    },
  );

  it.each(["throws", "hangs", "text", "nothing"])("I5 works where fetch %s", async (how) => {
    const { page, errors, console } = await open(`?only=fetch&fetch=${how}`);
    await walk(page);
    await page.evaluate(() => dispatchEvent(new Event("pagehide")));
    expect(errors).toEqual([]);
    expect(console).toEqual([]);
  });

  it("I5 works where all of it is so at once, and leaves the host's own calls as they were", async () => {
    const { page, errors, console } = await open("");
    await walk(page);
    await tell(page, "close");
    expect(await page.evaluate(() => history.pushState(null, "", "#there"))).toBeUndefined();
    expect(await page.evaluate(() => (window as unknown as { hostHeard: string[] }).hostHeard)).toEqual(["pushState"]);
    expect(errors).toEqual([]);
    expect(console).toEqual([]);
  });
});
