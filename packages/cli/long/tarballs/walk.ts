import { launchBrowser } from "../../../testing/src/index.ts";
import type { Running } from "./collector.ts";

/** Looks until something is so, for as long as a busy machine may take. */
async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 60_000;
  while (Date.now() < end) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`waited in vain: ${what}`);
}

/** What a newcomer does: sees the button, opens the way, does the work; then it stands in the collector. */
export async function walk(url: string, collector: Running): Promise<void> {
  const before = await collector.count("journey.completed");
  const browser = await launchBrowser();
  const faults: string[] = [];
  try {
    const page = await browser.newPage();
    page.on("pageerror", (error) => faults.push(String(error)));
    page.on(
      "console",
      (message) => /hydrat|\[waymark\]|import|module/i.test(message.text()) && faults.push(message.text()),
    );
    await page.goto(url);
    const launcher = page.locator("waymark-launcher").getByRole("button").first();
    await launcher.waitFor({ timeout: 60_000 });
    await launcher.click();
    // The first time the brief opens, before the way does.
    const opened = page.locator("waymark-prompt, waymark-panel").getByText("Log your calls");
    await opened.first().waitFor({ timeout: 60_000 });
    await page.keyboard.press("Escape");
    for (const name of ["Log call", "Set date"]) await page.getByRole("button", { name, exact: true }).first().click();
    await until(
      "the completed journey in the collector",
      async () => (await collector.count("journey.completed")) > before,
    );
    if (faults.length > 0) throw new Error("it went well, but");
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\nthe page said: ${faults.join(" | ")}`);
  } finally {
    await browser.close();
  }
}
