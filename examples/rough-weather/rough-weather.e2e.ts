import { describe, expect, it } from "vitest";
import { inSight, placeInSight, situation } from "../../packages/testing/src/index.ts";
import { canGoOn, done, order, rep, shot, tell, weather } from "./weather.ts";

const here = situation("rough-weather");
const phone = { context: { viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true } };

describe("what nobody planned for has a decent face", () => {
  it("K11 a journey that is gone while its panel is open leaves the button in the corner, and comes back with its progress", async () => {
    const { page, errors } = await weather(here, { journeys: [order()], user: rep });
    await tell(page, "track", "add");
    await tell(page, "open", "panel", { journey: "place-order" });
    await page.locator("waymark-panel .surface").waitFor();
    await tell(page, "identify", { id: "u-1", roles: ["somebody-else"] });
    await expect.poll(() => page.locator("waymark-panel .surface").count()).toBe(0);
    await shot(page, "vanished");
    await tell(page, "identify", { id: "u-1", roles: ["sales-rep"] });
    await expect.poll(() => canGoOn(page)).toBe(true);
    await tell(page, "open", "panel", { journey: "place-order" });
    await page.locator("waymark-panel").getByText("1 of 3 done").waitFor();
    expect(errors).toEqual([]);
  });

  it("K11 so does one that is gone from what the host asks for", async () => {
    const { page, errors } = await weather(here, {
      journeys: [order(), order({ id: "other", title: "Other" })],
      user: rep,
    });
    for (const surface of ["panel", "brief"]) {
      await tell(page, "open", surface, { journey: "never-there" });
      await expect.poll(() => canGoOn(page)).toBe(true);
      await shot(page, `never-there-${surface}`);
      await tell(page, "close");
    }
    await tell(page, "show", "place-order", "no-such-step");
    await expect.poll(() => canGoOn(page)).toBe(true);
    expect(errors).toEqual([]);
  });

  it("K12 a target that is gone is said to be gone, and the person can tick the step all the same", async () => {
    const { page, errors } = await weather(here, { journeys: [order()], user: rep });
    await tell(page, "track", "add");
    await tell(page, "show", "place-order", "pay");
    await page.locator("waymark-coach p").getByText("We could not find that button").waitFor();
    await shot(page, "target-gone");
    await page.locator("waymark-coach .acts [part=close]").click();
    await tell(page, "open", "panel", { journey: "place-order" });
    await page.locator("waymark-panel").getByRole("button", { name: "Done already" }).click();
    await expect.poll(() => done(page)).toEqual(["add", "pay"]);
    expect(errors).toEqual([]);
  });

  it("K13 another role in the middle shows its own ways; what was done stays, also for a way both roles have", async () => {
    const lead = order({ id: "check-orders", title: "Check orders", roles: ["lead"] });
    const both = order({ id: "both", title: "Common ground", roles: ["sales-rep", "lead"] });
    const { page, errors } = await weather(here, { journeys: [order(), lead, both], user: rep });
    await tell(page, "track", "add");
    await tell(page, "open", "panel", { journey: "both" });
    await page.locator("waymark-panel").getByText("1 of 3 done").waitFor();
    await tell(page, "identify", { id: "u-1", roles: ["lead"] });
    await page.locator("waymark-panel").getByText("1 of 3 done").waitFor();
    await placeInSight(page);
    await tell(page, "track", "pay");
    await page.locator("waymark-panel").getByText("2 of 3 done").waitFor();
    await tell(page, "open", "launcher");
    const menu = page.locator("waymark-launcher [part=menu]");
    await menu.getByText("Check orders").waitFor();
    await expect.poll(() => menu.getByText("Place an order").count()).toBe(0);
    await tell(page, "identify", { id: "u-1", roles: ["sales-rep"] });
    await expect.poll(() => canGoOn(page)).toBe(true);
    await tell(page, "open", "launcher");
    await menu.getByText("Place an order").waitFor();
    await expect.poll(() => done(page, "place-order")).toContain("add");
    await expect.poll(() => done(page, "both")).toEqual(["add", "pay"]);
    await shot(page, "role-change");
    expect(errors).toEqual([]);
  });

  it("K14 a clock that jumps a year ahead and a day back loses nothing and counts nothing backwards", async () => {
    const start = new Date("2026-03-10T09:00:00Z");
    const { page, errors } = await weather(
      here,
      { journeys: [order()], user: rep },
      { context: { timezoneId: "UTC", locale: "en-GB" }, before: (_, page) => page.clock.setFixedTime(start) },
    );
    await tell(page, "track", "add");
    await tell(page, "open", "panel", { journey: "place-order" });
    const card = page.locator("waymark-panel [part=card]");
    await card.getByText("Tomorrow").waitFor();
    await page.clock.setFixedTime(new Date("2027-03-11T09:00:00Z"));
    await tell(page, "open", "launcher");
    await tell(page, "open", "panel", { journey: "place-order" });
    await expect.poll(() => card.locator(".chip").textContent()).toMatch(/Since .*2026/);
    await shot(page, "a-year-later");
    await page.clock.setFixedTime(new Date("2026-03-09T09:00:00Z"));
    await tell(page, "open", "launcher");
    await tell(page, "open", "panel", { journey: "place-order" });
    await expect.poll(() => card.locator(".chip").textContent()).toMatch(/By Wednesday|By 11/);
    await tell(page, "track", "pay");
    await expect.poll(() => done(page)).toEqual(["add", "pay"]);
    await page.reload();
    await expect.poll(() => done(page)).toEqual(["add", "pay"]);
    expect(errors).toEqual([]);
  });

  it("K60 a title of forty characters is read whole, on a phone too", async () => {
    const title = "Angebote mit Rabatt prüfen und freigeben";
    for (const options of [{}, phone]) {
      const { page } = await weather(here, { journeys: [order({ title })], user: rep }, options);
      await tell(page, "open", "panel", { journey: "place-order" });
      const heading = page.locator("waymark-panel h2");
      await heading.waitFor();
      expect(await heading.textContent()).toBe(title);
      const cut = await heading.evaluate((it) => [it.scrollWidth - it.clientWidth, it.scrollHeight - it.clientHeight]);
      expect(Math.max(...cut)).toBeLessThan(2);
      await shot(page, `title-${options === phone ? "phone" : "desktop"}`);
    }
  });

  it("K16 texts of five thousand characters are cut or scroll: close and the next action stay in sight", async () => {
    const long = (word: string): string => word.repeat(Math.ceil(5000 / word.length)).slice(0, 5000);
    for (const text of [long("Bindestrich und lange Texte "), long("W")]) {
      const steps = [
        { id: "add", title: text, why: text, minutes: 2, do: { target: { css: "#add" }, say: text, label: text } },
        { id: "pay", title: text },
      ];
      const brief = { purpose: text, benefit: text, expectation: text };
      const { page, errors } = await weather(
        here,
        { journeys: [order({ title: text, destination: text, steps, brief })], user: { ...rep, name: text } },
        phone,
      );
      const name = text.slice(0, 1);
      await tell(page, "open", "brief", { journey: "place-order" });
      await page.locator("waymark-prompt [part=answer]").first().waitFor();
      for (const answer of await page.locator("waymark-prompt [part=answer]").all())
        await expect.poll(() => inSight(answer)).toBe(true);
      await shot(page, `long-brief-${name}`);
      await tell(page, "open", "panel", { journey: "place-order" });
      await expect.poll(() => inSight(page.locator("waymark-panel [part=close]"))).toBe(true);
      await shot(page, `long-panel-${name}`);
      await placeInSight(page);
      await tell(page, "open", "launcher");
      await page.locator("waymark-launcher [part=menu]").waitFor();
      await shot(page, `long-menu-${name}`);
      await expect.poll(() => inSight(page.locator("waymark-launcher [part=close]"))).toBe(true);
      await tell(page, "show", "place-order", "add");
      await page.locator("waymark-coach .surface").waitFor();
      await shot(page, `long-coach-${name}`);
      await expect.poll(() => inSight(page.locator("waymark-coach [part=close]"))).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      expect(errors).toEqual([]);
    }
  });

  it("K17 a language without messages speaks English, with dates and numbers as in the person's region", async () => {
    const start = new Date("2026-03-10T09:00:00Z");
    const { page, errors } = await weather(
      here,
      { journeys: [order()], user: rep, locale: "sv-SE" },
      { context: { timezoneId: "UTC" }, before: (_, late) => late.clock.setFixedTime(start) },
    );
    await tell(page, "track", "add");
    await tell(page, "open", "panel", { journey: "place-order" });
    await page.locator("waymark-panel").getByText("1 of 3 done").waitFor();
    await placeInSight(page);
    await shot(page, "swedish");
    const words = (await page.locator("waymark-panel").textContent()) ?? "";
    expect(words).not.toMatch(/\b(panel|card|act|state|due)\.[a-z]+/);
    // What was due on the eleventh of March has been so for a year: English words, in the order that Swedes write.
    await page.clock.setFixedTime(new Date("2027-03-11T09:00:00Z"));
    await tell(page, "open", "launcher");
    await tell(page, "open", "panel", { journey: "place-order" });
    await expect.poll(() => page.locator("waymark-panel [part=card] .chip").textContent()).toBe("Since 11 Mar 2026");
    expect(await page.locator("waymark-panel .wm").getAttribute("lang")).toBe("en-SE");
    expect(errors).toEqual([]);
  });
});
