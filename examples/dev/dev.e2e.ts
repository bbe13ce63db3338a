import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Running, startProgram } from "../../packages/cli/test/run-program.ts";
import { aJourney, launchBrowser } from "../../packages/testing/src/index.ts";

const brief = { purpose: "What it is for.", benefit: "You go home on time.", expectation: "Five minutes." };
let folder: string;
let app: Server;
let browser: Browser;
let running: Running;

const save = (title: string): void =>
  writeFileSync(join(folder, "journeys/win.journey.json"), JSON.stringify(aJourney({ brief, title })));

/** An app of one's own: a page of a server, a policy that knows nothing of the guide, and data that it fetches. */
function serveApp(): Promise<Server> {
  const server = createServer((asked, answer) => {
    if (asked.url === "/deals") return answer.writeHead(200, { "content-type": "application/json" }).end('["Lind"]');
    answer.writeHead(200, { "content-type": "text/html", "content-security-policy": "script-src 'unsafe-inline'" });
    answer.end(`<html><head><title>Shop</title></head><body><h1>Deals</h1><p id="deals"></p>
      <script>fetch("/deals").then((all) => all.json()).then(([first]) => { document.querySelector("#deals").textContent = first; });</script>
      </body></html>`);
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "waymark-dev-"));
  mkdirSync(join(folder, "journeys"));
  save("Win a deal");
  app = await serveApp();
  browser = await launchBrowser();
  const address = `http://127.0.0.1:${(app.address() as AddressInfo).port}`;
  running = await startProgram(["dev", "--app", address, "--port", "0", "--json"], folder);
});
afterAll(async () => {
  await running.end();
  await browser.close();
  app.closeAllConnections();
  await new Promise((resolve) => app.close(resolve));
  rmSync(folder, { recursive: true });
});

const seeJourney = (page: Page, title: string): Promise<void> =>
  page.getByText(title, { exact: true }).first().waitFor();

describe("waymark dev before a running app", () => {
  it("W62 shows the app as it is with a journey in it, and loads the page again once the journey is saved", async () => {
    const { url } = JSON.parse(running.first) as { url: string };
    const page = await browser.newPage();
    const joined = page.waitForResponse(/saved$/);
    await page.goto(url);
    await joined;
    await expect.poll(() => page.locator("#deals").textContent()).toBe("Lind");
    await page.locator("waymark-launcher").getByRole("button").first().click();
    await seeJourney(page, "Win a deal");
    await page.evaluate(() => document.body.setAttribute("data-before", "yes"));
    save("Win it today");
    // Nobody loads it by hand, and what stood open stands open.
    await expect.poll(() => page.locator("body[data-before]").count()).toBe(0);
    await seeJourney(page, "Win it today");
    await page.close();
  });
});
