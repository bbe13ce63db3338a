import { expect, it } from "vitest";
import { launchBrowser, serveExamples } from "../../packages/testing/src/index.ts";
import { everySurface } from "./every-surface.contract.ts";
import { compare, mostApart, openPage, openSurface, partOf, photograph } from "./stage.ts";
import { surfaces } from "./surfaces.ts";

everySurface(["rtl", "phone"]);

it.each([
  ["panel", "[part=act]:last-child .i"],
  ["my-map", "[part=close] .i"],
  ["settings", "[part=close] .i"],
])("K45 %s: a picture is another one where the smallest icon is missing", async (name, missing) => {
  const surface = surfaces.find((each) => each.name === name);
  if (!surface) throw new Error(`No surface is called ${name}.`);
  const [browser, host] = await Promise.all([launchBrowser(), serveExamples()]);
  const page = await openPage(browser, host.url, "light");
  await openSurface(page, surface);
  const whole = await photograph(page, surface);
  expect((await compare(page, whole, await photograph(page, surface))).apart).toBe(0);
  await partOf(page, surface)
    .locator(missing)
    .first()
    .evaluate((icon) => (icon as SVGElement).style.setProperty("visibility", "hidden", "important"));
  expect((await compare(page, whole, await photograph(page, surface))).apart).toBeGreaterThan(mostApart);
  await browser.close();
  await host.close();
});
