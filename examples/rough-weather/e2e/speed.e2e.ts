import { expect, it } from "vitest";
import { situation } from "../../../packages/testing/src/index.ts";
import { canGoOn, multiplyRun, perDeal, rep, shot, tell, weather } from "../weather.ts";

const here = situation("rough-weather");
const mostMs = 1500;

it("K15 ten thousand records: the menu and the list open at once, and each record can be reached", async () => {
  const deals = Array.from({ length: 10_000 }, (_, at) => ({ id: String(at), label: `Order ${at}` }));
  const { page, errors } = await weather(here, { journeys: [perDeal()], user: rep, subjects: { deal: deals } });
  await tell(page, "begin", "win-deal", { subject: "deal:0" });
  await multiplyRun(page, "win-deal", 10_000);
  await page.reload();
  await expect.poll(() => canGoOn(page)).toBe(true);
  /** What else the machine does makes it longer, never shorter: the best of a few counts. */
  const timed = async (open: () => Promise<void>, shown: string): Promise<number> => {
    let best = Number.POSITIVE_INFINITY;
    for (let tries = 0; tries < 6 && best >= mostMs; tries += 1) {
      if (tries > 0) await tell(page, "close");
      await expect.poll(() => page.locator(shown).count()).toBe(0);
      const from = Date.now();
      await open();
      await page.locator(shown).waitFor();
      best = Math.min(best, Date.now() - from);
    }
    return best;
  };
  const menu = await timed(() => tell(page, "open", "launcher"), "waymark-launcher [part=menu]");
  await shot(page, "ten-thousand-menu");
  const list = await timed(
    () => tell(page, "open", "panel", { journey: "win-deal", subject: null }),
    "waymark-panel .surface",
  );
  await shot(page, "ten-thousand-list");
  console.log(`10,000 records: menu ${menu} ms, list ${list} ms`);
  const nodes = await page.evaluate(
    () =>
      (document.querySelector("waymark-panel")?.shadowRoot?.querySelectorAll("*").length ?? 0) +
      (document.querySelector("waymark-launcher")?.shadowRoot?.querySelectorAll("*").length ?? 0),
  );
  expect(nodes).toBeLessThan(3000);
  expect(Math.max(menu, list)).toBeLessThan(mostMs);
  await tell(page, "open", "panel", { journey: "win-deal", subject: "deal:9999" });
  await page.locator("waymark-panel").getByText("Order 9999").waitFor();
  expect(errors).toEqual([]);
});
