import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchBrowser, rested } from "../../../packages/testing/src/index.ts";
import { drawn, hows, serveHost, visit } from "./host.ts";
import { order } from "./journeys.ts";

let browser: Browser;
let host: Awaited<ReturnType<typeof serveHost>>;
let context: BrowserContext;

beforeAll(async () => {
  browser = await launchBrowser();
  host = await serveHost();
});
afterAll(async () => {
  await browser.close();
  await host.close();
});
beforeEach(async () => {
  context = await browser.newContext();
});
afterEach(() => context.close());

interface Heard {
  type: string;
  props: Record<string, unknown>;
}

async function open(): Promise<Page> {
  const { page } = await visit(context, host.url, { journeys: [order], user: { id: "u-1" } });
  await drawn(page);
  await page.evaluate(() => {
    const world = window as unknown as {
      heard: Heard[];
      waymark: { on(type: string, hear: (heard: Heard) => void): void };
    };
    world.heard = [];
    world.waymark.on("*", ({ type, props }) => world.heard.push({ type, props }));
  });
  return page;
}
const heard = (page: Page): Promise<Heard[]> => page.evaluate(() => (window as unknown as { heard: Heard[] }).heard);
const launcher = (page: Page) => page.locator("waymark-launcher").getByRole("button").first();
/** The innermost focused element's words, through shadow roots. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return `${at?.getAttribute("aria-label") ?? ""} ${at?.textContent ?? ""}`.trim();
  });

describe("what a person sees", () => {
  it("G30 the brief asks once, in three equal answers, and sends no words", async () => {
    const page = await open();
    await launcher(page).click();
    const brief = page.locator("waymark-prompt");
    await brief.getByText("You write nothing twice.").waitFor();
    const widths = await Promise.all(
      ["Clear", "Partly", "Not clear"].map((name) =>
        brief.getByRole("button", { name, exact: true }).evaluate((each) => each.getBoundingClientRect().width),
      ),
    );
    expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(1.5);
    await brief.getByRole("button", { name: "Partly", exact: true }).click();
    await page.getByRole("complementary", { name: "Place an order" }).waitFor();
    await expect
      .poll(async () => (await heard(page)).filter(({ type }) => type === "brief.answered"))
      .toEqual([{ type: "brief.answered", props: { answer: "partly" } }]);
    await page.reload();
    const again = await visit(context, host.url, { journeys: [order], user: { id: "u-1" } });
    await drawn(again.page);
    await launcher(again.page).click();
    await again.page.getByRole("complementary", { name: "Place an order" }).waitFor();
    expect(await again.page.locator("waymark-prompt").count()).toBe(0);
  });

  it("Y95 a press on what has only just come, as by a double click, settles no step", async () => {
    const page = await open();
    await launcher(page).click();
    await page.locator("waymark-prompt").getByRole("button", { name: "Clear", exact: true }).click();
    const already = page.locator("waymark-panel").getByRole("button", { name: "Done already", exact: true });
    await already.waitFor();
    await rested(page);
    const box = await already.boundingBox();
    if (!box) throw new Error("the card cannot be set right");
    const press = (): Promise<void> => page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    // As it is right after it came, for as long as this takes.
    await already.evaluate((button) => {
      const rare = button.parentElement;
      rare?.parentElement?.replaceChild(rare, rare);
      for (const animation of rare?.getAnimations() ?? []) animation.pause();
    });
    await press();
    await already.evaluate((button) => {
      for (const animation of button.parentElement?.getAnimations() ?? []) animation.finish();
    });
    expect(await heard(page)).not.toContainEqual(expect.objectContaining({ type: "step.completed" }));
    await press();
    await page.getByText("1 of 3 done").waitFor();
  });

  it("Y98 a surface that is none opens nothing, and the launcher stays", async () => {
    const page = await open();
    await page.evaluate(() => {
      window.waymark.open("cellar");
    });
    await launcher(page).click();
    await page.locator("waymark-prompt").getByText("You write nothing twice.").waitFor();
  });

  it("Y96 a page that the person turns dark has a dark overlay at once", async () => {
    const page = await open();
    const scheme = (): Promise<string> =>
      page.locator("waymark-launcher").evaluate((element) => getComputedStyle(element).colorScheme);
    expect(await scheme()).not.toBe("dark");
    await page.evaluate(() => {
      const turn = document.createElement("button");
      turn.textContent = "Turn";
      turn.onclick = () => document.body.style.setProperty("background", "#111");
      document.body.prepend(turn);
    });
    await page.getByRole("button", { name: "Turn", exact: true }).click();
    await expect.poll(scheme).toBe("dark");
  });

  it("G31 the map says where the person stands, and a finished step is told once, politely", async () => {
    const page = await open();
    await page.evaluate(() => window.waymark.push(["open", "panel", { journey: "place-order" }]));
    const panel = page.getByRole("complementary", { name: "Place an order" });
    await panel.getByText("0 of 3 done").waitFor();
    const here = panel.locator("[aria-current=step]");
    await expect.poll(() => here.textContent()).toContain("Add an item");
    await page.evaluate(() => window.waymark.push(["track", "item.added", { kind: "book" }]));
    await panel.getByText("1 of 3 done").waitFor();
    await expect.poll(() => here.textContent()).toContain("Fill in the address");
    await expect
      .poll(() => page.locator("waymark-launcher [aria-live=polite]").textContent())
      .toBe("Add an item, done. Next: Fill in the address.");
  });

  it("G31 the panel moves on with the person, also when the brief was read again", async () => {
    const page = await open();
    await page.evaluate(() => window.waymark.push(["open", "brief", { journey: "place-order" }]));
    await page.locator("waymark-prompt").getByRole("button", { name: "Clear", exact: true }).click();
    await page.getByText("0 of 3 done").waitFor();
    await page.evaluate(() => window.waymark.push(["track", "item.added", { kind: "book" }]));
    await page.getByText("1 of 3 done").waitFor();
    await page.getByRole("button", { name: "Why am I using this?" }).click();
    // The one from before may still be fading.
    await page.locator("waymark-prompt:not([inert])").getByRole("button", { name: "Partly", exact: true }).click();
    await page.getByText("1 of 3 done").waitFor();
  });

  it("G31 the panel follows the record whose page is open", async () => {
    const perOrder = { ...order, per: { subject: "order", page: "/pages/:id" } };
    const { page } = await visit(context, host.url, {
      journeys: [perOrder],
      subjects: { order: [{ id: "shop.html", label: "Order 17" }] },
    });
    await drawn(page);
    await page.evaluate(() => window.waymark.push(["open", "panel", { journey: "place-order" }]));
    await page.getByText("Order 17 · 0 of 3 done").waitFor();
    await page.evaluate(() => window.waymark.push(["track", "paid"]));
    await page.getByText("Order 17 · 1 of 3 done").waitFor();
    await page.evaluate(() => history.pushState({}, "", "/pages/other.html"));
    await page.getByText("0 of 3 done").waitFor();
    await expect.poll(() => hows(page, "place-order", "order:shop.html")).toEqual({ pay: "condition" });
  });

  it("G32 doing the thing ends the guide; pressing through it completes nothing", async () => {
    const page = await open();
    await page.evaluate(() => window.waymark.push(["show", "place-order", "address"]));
    await page.locator("waymark-coach").getByText("Type the street.").waitFor();
    await page.evaluate(() => {
      for (let press = 0; press < 5; press++) window.waymark.push(["next"]);
    });
    expect(await hows(page, "place-order")).toEqual({});
    await page.getByLabel("Street").fill("Harbour 1");
    await page.getByLabel("Town").fill("Lund");
    await page.getByRole("button", { name: "Save address" }).click();
    await expect.poll(() => hows(page, "place-order")).toEqual({ address: "condition" });
    await expect.poll(() => page.locator("waymark-coach").count()).toBe(0);
    await expect
      .poll(async () => (await heard(page)).find(({ type }) => type === "step.completed")?.props)
      .toMatchObject({ helped: true });
    expect((await heard(page)).filter(({ type }) => type === "step.helped")).toHaveLength(1);
  });

  it("G34 everything opens and closes by the keyboard, and focus goes back where it was", async () => {
    const page = await open();
    await page.getByLabel("Street").focus();
    await launcher(page).focus();
    await page.keyboard.press("Enter");
    await page.locator("waymark-prompt").getByText("What you gain").waitFor();
    const inside = (): Promise<string | undefined> => page.evaluate(() => document.activeElement?.localName);
    await expect.poll(inside).toBe("waymark-prompt");
    await page.keyboard.press("Tab");
    await expect.poll(() => focused(page)).toContain("Clear");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("waymark-prompt").count()).toBe(0);
    await expect.poll(() => focused(page)).toContain("Waymark");
    await page.keyboard.press("Enter");
    await page.getByRole("complementary", { name: "Place an order" }).waitFor();
    await expect.poll(inside).toBe("waymark-panel");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("waymark-panel").count()).toBe(0);
    await expect.poll(() => focused(page)).toContain("Waymark");
  });

  it("G34 the guide never takes the focus from a field", async () => {
    const page = await open();
    await page.getByLabel("Street").focus();
    await page.keyboard.type("Har");
    await page.evaluate(() => window.waymark.push(["show", "place-order", "pay"]));
    await page.locator("waymark-coach").getByText("Press Pay now.").waitFor();
    await page.keyboard.type("bour");
    expect(await page.getByLabel("Street").inputValue()).toBe("Harbour");
  });

  it("G35 the panel steps aside for a dialog of the host, and comes back without taking the focus", async () => {
    const page = await open();
    await page.evaluate(() => window.waymark.push(["open", "panel", { journey: "place-order" }]));
    const panel = page.locator("waymark-panel");
    await panel.getByText("0 of 3 done").waitFor();
    // As app frameworks draw them: a box over everything with the focus inside.
    await page.evaluate(() => {
      const dialog = document.createElement("div");
      dialog.setAttribute("role", "dialog");
      dialog.style.cssText = "position:fixed;inset:60px;background:white;z-index:9999";
      const ok = Object.assign(document.createElement("button"), { textContent: "OK" });
      ok.style.cssText = "position:absolute;right:20px;bottom:20px";
      ok.addEventListener("click", () => {
        dialog.remove();
        document.querySelector<HTMLElement>("[name=street]")?.focus();
      });
      dialog.append(ok);
      document.body.append(dialog);
      ok.focus();
    });
    await expect.poll(() => panel.count()).toBe(0);
    await launcher(page).click();
    await panel.getByText("0 of 3 done").waitFor();
    await page.getByRole("button", { name: "OK" }).focus();
    await page.evaluate(() => document.querySelector<HTMLElement>("[role=dialog] button")?.click());
    await panel.getByText("0 of 3 done").waitFor();
    expect(await page.getByLabel("Street").evaluate((field) => field === document.activeElement)).toBe(true);
  });

  it("G36 the guide gives way to work in a field and to a list that opens", async () => {
    const page = await open();
    await page.evaluate(() => window.waymark.push(["show", "place-order", "address"]));
    await page.locator("waymark-coach").getByText("Type the street.").waitFor();
    const shadow = (): Promise<string> =>
      page
        .locator("waymark-spotlight")
        .evaluate((each) => getComputedStyle(each.shadowRoot?.querySelector(".spot") as Element).boxShadow);
    // The ring, and the dim around it.
    await expect.poll(async () => (await shadow()).match(/0px 0px 0px/g)?.length).toBe(2);
    await page.getByLabel("Street").focus();
    await expect.poll(async () => (await shadow()).match(/0px 0px 0px/g)?.length).toBe(1);
    await page.evaluate(() => {
      const list = Object.assign(document.createElement("ul"), { textContent: "Lund" });
      list.setAttribute("role", "listbox");
      list.style.cssText = "position:fixed;inset:0;background:white";
      document.body.append(list);
    });
    await page.keyboard.press("ArrowDown");
    const seen = (): Promise<string> =>
      page
        .locator("waymark-coach")
        .evaluate((each) => getComputedStyle(each.shadowRoot?.querySelector(".wm") as Element).visibility);
    await expect.poll(seen).toBe("hidden");
    await page.evaluate(() => document.querySelector("[role=listbox]")?.remove());
    await page.keyboard.press("ArrowDown");
    await expect.poll(seen).toBe("visible");
    await page.getByLabel("Town").focus();
    await expect.poll(seen).toBe("hidden");
    await page.getByRole("button", { name: "Save address" }).focus();
    await expect.poll(seen).toBe("visible");
  });

  it("G31 a record is called by its own name, also while the page still shows the one before", async () => {
    const perOrder = {
      ...order,
      brief: undefined,
      per: { subject: "order", page: "/pages/:id", label: { css: "h1" } },
    };
    const { page } = await visit(context, host.url, { journeys: [perOrder] });
    await drawn(page);
    await page.evaluate(() => window.waymark.push(["open", "panel", { journey: "place-order" }]));
    await page.getByText("Order 17 · 0 of 3 done").waitFor();
    await page.evaluate(() => {
      history.pushState({}, "", "/pages/18");
      setTimeout(() => {
        const title = document.querySelector("h1");
        if (title) title.textContent = "Order 18";
      }, 400);
    });
    await page.getByText("Order 18 · 0 of 3 done").waitFor();
    await page.evaluate(() => window.waymark.push(["track", "paid"]));
    await page.getByText("Order 18 · 1 of 3 done").waitFor();
    await page.evaluate(() =>
      window.waymark.push(["open", "panel", { journey: "place-order", subject: "order:shop.html" }]),
    );
    await page.getByText("Order 17 · 0 of 3 done").waitFor();
  });
});
