import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BrowserContext, Page } from "playwright-core";
import { build } from "tsup";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { settled, situation, tell, walk } from "../../packages/testing/src/index.ts";

const here = situation("two-copies");
let out: string;

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), "waymark-two-"));
  await build({
    config: false,
    entry: { app: fileURLToPath(new URL("app.js", import.meta.url)) },
    outDir: out,
    format: ["esm"],
    platform: "browser",
    splitting: true,
    noExternal: [/.*/],
    silent: true,
    dts: false,
    outExtension: () => ({ js: ".js" }),
  });
});
afterAll(() => rm(out, { recursive: true, force: true }));

const withApp = (context: BrowserContext): Promise<unknown> =>
  context.route("**/app/**", async (route) => {
    const name = new URL(route.request().url()).pathname.replace("/app/", "");
    await route.fulfill({ contentType: "text/javascript", body: await readFile(join(out, name)) });
  });

const launchers = (page: Page): Promise<number> => page.locator("waymark-launcher").count();
const script = (page: Page): Promise<unknown> => page.addScriptTag({ url: "/waymark.js" });
const app = (page: Page): Promise<unknown> => page.addScriptTag({ url: "/app/app.js", type: "module" });
const journeys = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { waymark } = window as unknown as { waymark: { $journeys: { get(): { id: string }[] } } };
    return waymark.$journeys.get().map(({ id }) => id);
  });
const appProblem = (page: Page): Promise<string | null> =>
  page.evaluate(() => (window as unknown as { appGuest: { problem: string | null } }).appGuest.problem);

describe("a page with two guests", () => {
  it("I10 of several script tags the first owns the page, and hears what all were told", async () => {
    const { page, errors, console, requests } = await here.open();
    await expect.poll(() => requests.filter((url) => url.includes("waymark.js")).length).toBe(3);
    await expect.poll(() => settled(page)).toEqual(["add"]);
    await page.waitForLoadState("networkidle");
    await expect.poll(() => launchers(page)).toBe(1);
    expect(requests.filter((url) => url.includes("overlay")).length).toBe(1);
    expect(requests.filter((url) => url.includes("/v1/"))).toEqual([]);
    expect(errors).toEqual([]);
    expect(console).toEqual([]);
  });

  it("I10 a package that comes after the script tag hands over what it is told", async () => {
    const { page, errors, console } = await here.open({ path: "package.html", before: withApp });
    await script(page);
    await page.locator("waymark-launcher button").waitFor();
    await app(page);
    await expect.poll(() => appProblem(page)).toBe("second_copy");
    await page.evaluate(() => (window as unknown as { appGuest: { track(name: string): void } }).appGuest.track("add"));
    await expect.poll(() => settled(page)).toEqual(["add"]);
    await expect.poll(() => launchers(page)).toBe(1);
    await expect.poll(() => journeys(page)).toEqual(["save-order"]);
    await page.evaluate(() => (window as unknown as { stopApp(): void }).stopApp());
    await expect.poll(() => launchers(page)).toBe(1);
    expect(errors).toEqual([]);
    expect(console).toEqual([]);
  });

  it("I10 a script tag that comes after the package stays inert; once the package has stopped, a guest may come again", async () => {
    const { page, errors, console } = await here.open({ path: "package.html", before: withApp });
    await app(page);
    await page.locator("waymark-launcher button").waitFor();
    await script(page);
    await tell(page, "track", "save");
    await expect.poll(() => settled(page, "from-app")).toEqual(["save"]);
    await expect.poll(() => launchers(page)).toBe(1);
    await expect.poll(() => journeys(page)).toEqual(["from-app"]);
    await page.evaluate(() => (window as unknown as { stopApp(): void }).stopApp());
    await expect.poll(() => launchers(page)).toBe(0);
    expect(await page.evaluate(() => "waymark" in window)).toBe(false);
    await page.addScriptTag({ url: "/journey.js" });
    await script(page);
    await walk(page);
    expect(errors).toEqual([]);
    expect(console).toEqual([]);
  });
});
