import { describe, expect, it } from "vitest";
import { situation, walk } from "../../packages/testing/src/index.ts";

// A name that is not loopback: plain HTTP to it is no secure context, as on many an intranet.
const here = situation("no-random-uuid", { args: ["--host-resolver-rules=MAP shop.test 127.0.0.1"] });

describe("a page without cryptography", () => {
  it.each(["", "?crypto=none"])("I7 works without the browser's random ids%s", async (path) => {
    const { page, errors, console } = await here.open({ path });
    expect(await page.evaluate(() => typeof window.crypto?.randomUUID)).toBe("undefined");
    await walk(page);
    expect(errors).toEqual([]);
    expect(console).toEqual([]);
  });

  it("I7 works over plain HTTP, without locks and caches", async () => {
    const { page, errors } = await here.open();
    await page.goto(here.url().replace("127.0.0.1", "shop.test"));
    expect(await page.evaluate(() => [isSecureContext, "locks" in navigator])).toEqual([false, false]);
    await walk(page);
    expect(errors).toEqual([]);
  });
});
