import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { build } from "tsup";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../../../packages/testing/src/index.ts";
import { serveHost } from "./host.ts";

let browser: Browser;
let host: Awaited<ReturnType<typeof serveHost>>;
let out: string;

beforeAll(async () => {
  browser = await launchBrowser();
  host = await serveHost();
  out = await mkdtemp(join(tmpdir(), "waymark-app-"));
  const entry = { main: fileURLToPath(new URL("../app/main.ts", import.meta.url)) };
  await build({
    config: false,
    entry,
    outDir: out,
    format: ["esm"],
    platform: "browser",
    splitting: true,
    noExternal: [/.*/],
    silent: true,
    dts: false,
  });
});
afterAll(async () => {
  await browser.close();
  await host.close();
  await rm(out, { recursive: true });
});

describe("the package in a bundled app", () => {
  it("G11 starts, draws, and lets the app draw its own from the stores; the overlay is a chunk of its own", async () => {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    const loaded: string[] = [];
    await page.route("**/app/**", async (route) => {
      const name = new URL(route.request().url()).pathname.replace("/app/", "");
      loaded.push(name);
      await route.fulfill({ contentType: "text/javascript", body: await readFile(join(out, name)) });
    });
    await page.goto(`${host.url}/pages/shop.html`);
    await page.addScriptTag({ url: "/app/main.js", type: "module" });
    await page.locator("waymark-launcher button").first().waitFor();
    await page.getByText("Place an order: 0 of 2").waitFor();
    expect(loaded.some((name) => name.startsWith("overlay-chunk"))).toBe(true);
    await page.getByTestId("add").click();
    await page.getByText("Place an order: 1 of 2").waitFor();
    await page.evaluate(() => window.stopGuest?.());
    await expect.poll(() => page.locator("waymark-launcher").count()).toBe(0);
    expect(errors).toEqual([]);
  });
});
