import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { onDevice, rested, showStep, situation, tell } from "../../packages/testing/src/index.ts";
import { all, bar, folds, inView, more, needed, said, toggle } from "./bar.ts";

const here = situation("focus-view");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function violations(page: Page): Promise<string[]> {
  await rested(page);
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: tool } = window as unknown as {
      axe: { run(of: unknown, options: unknown): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations: found } = await tool.run(document, { runOnly: { type: "tag", values: tags } });
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  });
}

/** Whether the menu of the launcher lies where the bar is. */
const overlap = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const of = (name: string, part: string): DOMRect | undefined =>
      document.querySelector(name)?.shadowRoot?.querySelector(part)?.getBoundingClientRect();
    const [menu, bar] = [of("waymark-launcher", ".menu"), of("waymark-focus", ".bar")];
    return Boolean(menu && bar && menu.top < bar.bottom && bar.top < menu.bottom);
  });

const html = (page: Page): Promise<string> => page.locator("#deal").evaluate((form) => form.outerHTML);

describe("the focus view of a form", () => {
  it("U5 keeps the step's fields and the required one, folds the rest with labels and help, and counts them", async () => {
    const { page, errors, console } = await here.open({ path: "?start=1" });
    await folds(page);
    await expect.poll(() => bar(page).textContent()).toMatch(/Focus\s*3 of 16 fields are needed for this step/);
    await expect.poll(() => more(page).textContent()).toMatch(/12 more fields\s*none required, none changed/);
    for (const text of ["Region", "Interested in", "How likely this deal is", "Competitor"]) {
      expect(await page.getByText(text, { exact: false }).first().isVisible()).toBe(false);
    }
    expect(await page.getByRole("button", { name: "Save deal" }).isVisible()).toBe(true);
    const rings = await page.evaluate((names) => {
      const of = (name: string) => getComputedStyle(document.getElementById(name) as Element).outlineStyle;
      return names.map(of);
    }, needed);
    expect(rings).toEqual(["solid", "solid", "solid", "none"]);
    await rested(page);
    // Nothing of ours lies on a field: the bar is above the first, the line below the last.
    const boxes = await Promise.all(
      [bar(page), page.locator("#step"), page.locator("#decider"), more(page)].map((each) => each.boundingBox()),
    );
    const [top, first, last, line] = boxes.map((box) => box ?? { x: 0, y: 0, width: 0, height: 0 });
    if (!top || !first || !last || !line) throw new Error("not drawn");
    expect(top.y + top.height).toBeLessThan(first.y - 15);
    expect(last.y + last.height).toBeLessThan(line.y);
    expect(Math.abs(line.x - first.x)).toBeLessThan(1.5);
    expect(errors).toEqual([]);
    expect(console).toEqual([]);
  });

  it("U6 writes nothing on the form, and leaves nothing of it after stop", async () => {
    const { page } = await here.open();
    await bar(page).waitFor();
    const before = await html(page);
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seenChanges: seen });
      new MutationObserver((records) => {
        for (const { type, attributeName } of records) seen.push(`${type} ${attributeName}`);
      }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    });
    await page.keyboard.press("Alt+f");
    await folds(page);
    expect(await html(page)).toBe(before);
    expect(await page.evaluate(() => (window as unknown as { seenChanges: string[] }).seenChanges)).toEqual([]);
    await page.evaluate(() => (window as unknown as { waymark: { start(): () => void } }).waymark.start()());
    expect(await inView(page)).toEqual(all);
    expect(await html(page)).toBe(before);
    const left = await page.evaluate(() => [
      document.getAnimations().length,
      document.querySelectorAll("waymark-focus, waymark-focus-more").length,
      getComputedStyle(document.querySelector("#deal") as Element).paddingTop,
    ]);
    expect(left).toEqual([0, 0, "0px"]);
    await page.keyboard.press("Alt+f");
    expect(await inView(page)).toEqual(all);
  });

  it("U8 a field that the browser finds wrong unfolds at once and gets the focus", async () => {
    const { page } = await here.open({ path: "?start=1" });
    await folds(page);
    await page.evaluate(() => {
      // A rule of the host's that speaks only when the form is sent.
      const order = document.getElementById("order") as HTMLInputElement;
      document.querySelector("form")?.addEventListener("click", () => order.setCustomValidity("Not a number we know"));
    });
    await page.getByRole("button", { name: "Save deal" }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("order");
    await folds(page, [...needed, "order"]);
    expect(page.url()).not.toContain("saved");
  });

  it("U8 so does one that the host itself finds wrong, at once or after it has asked its server", async () => {
    for (const late of [0, 300]) {
      const { page } = await here.open({ path: "?start=1" });
      await folds(page);
      await page.evaluate((ms) => {
        document.querySelector("form")?.addEventListener("submit", (event) => {
          event.preventDefault();
          const check = (): void => {
            const order = document.getElementById("order") as HTMLInputElement;
            order.setAttribute("aria-invalid", "true");
            order.focus();
          };
          if (ms === 0) check();
          else setTimeout(check, ms);
        });
      }, late);
      await page.getByRole("button", { name: "Save deal" }).click();
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("order");
      await folds(page, [...needed, "order"]);
      await page.close();
    }
  });

  it("U9 one key shows all and folds again, while the person types, and takes no letter", async () => {
    const { page } = await here.open({ path: "?start=1" });
    await folds(page);
    await page.locator("#decider").focus();
    await page.keyboard.press("End");
    await page.keyboard.type(" and");
    await page.keyboard.press("Alt+f");
    await folds(page, all);
    await page.keyboard.type(" her");
    await page.keyboard.press("Alt+f");
    await folds(page);
    await page.keyboard.type(" team");
    expect(await page.locator("#decider").inputValue()).toBe("P. Okafor, buyer and her team");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("decider");
    const other = await here.open({ path: "?start=1&key=F8" });
    await folds(other.page);
    await other.page.keyboard.press("Alt+f");
    await folds(other.page);
    await other.page.keyboard.press("F8");
    await folds(other.page, all);
    expect(await toggle(other.page).getAttribute("aria-keyshortcuts")).toBe("F8");
  });

  it("U10 nothing moves until the person asks; what they chose holds for this form at the next visit, for them alone", async () => {
    const { page, context } = await here.open({
      before: (context) =>
        context.addInitScript(() => {
          const shifts: number[] = [];
          Object.assign(window, { shifts });
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
              if (!entry.hadRecentInput) shifts.push(entry.value);
          }).observe({ type: "layout-shift", buffered: true });
        }),
    });
    const shifts = (): Promise<number[]> => page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
    await bar(page).waitFor();
    expect(await toggle(page).getAttribute("aria-checked")).toBe("false");
    expect(await inView(page)).toEqual(all);
    expect(await shifts()).toEqual([]);
    await toggle(page).click();
    await folds(page);
    await expect.poll(() => onDevice(page)).toContain(' deal":true');
    await page.reload();
    await folds(page);
    await expect.poll(() => toggle(page).getAttribute("aria-checked")).toBe("true");
    const second = await context.newPage();
    await second.goto(`${here.url()}?user=u-2`);
    await bar(second).waitFor();
    expect(await inView(second)).toEqual(all);
  });

  it("Y89 whoever is shown the step finds the form as it was; folded where the host says so", async () => {
    const { page } = await here.open();
    await bar(page).waitFor();
    await showStep(page, "next", "plan-deal");
    await page.locator("waymark-coach [part=close]").first().waitFor();
    await page.waitForTimeout(300);
    expect(await inView(page)).toEqual(all);
    const told = await here.open({ path: "?start=1" });
    await showStep(told.page, "next", "plan-deal");
    await told.page.locator("waymark-coach [part=close]").first().waitFor();
    await folds(told.page);
    await told.page.locator("waymark-coach [part=close]").first().click();
    await expect.poll(() => bar(told.page).isVisible()).toBe(true);
    await folds(told.page);
  });

  it("Y102 whoever closed the guide before the focus view had come has it for the step they were shown", async () => {
    let come = (): void => undefined;
    const held = new Promise<void>((done) => {
      come = done;
    });
    const { page } = await here.open({
      before: async (context) => {
        await context.route(/focus-service/, async (route) => {
          await held;
          await route.continue();
        });
        await context.addInitScript(() => {
          const step = {
            id: "form",
            title: "Fill it in",
            do: { target: { label: "Date" }, focus: [{ label: "Date" }] },
          };
          const steps = [{ id: "before", title: "Something else" }, step];
          const journey = { format: "waymark.journey/1", id: "two", title: "Two steps", steps };
          Object.assign(window, { more: { journeys: [journey] } });
        });
      },
    });
    await showStep(page, "form", "two");
    await page.locator("waymark-coach [part=close]").first().click();
    await page.locator("waymark-coach").waitFor({ state: "detached" });
    come();
    await bar(page).waitFor();
  });

  it("Y88 a field that was changed stays, and says so beside its name", async () => {
    for (const [path, label, words] of [
      ["?start=1", "Competitor", "you changed it, so it stays"],
      ["?start=1&lang=ar", "Competitor", "غيّرتَه، لذلك يبقى"],
    ] as const) {
      const { page, errors } = await here.open({ path });
      await folds(page);
      await page.keyboard.press("Alt+f");
      await folds(page, all);
      await page.locator("#competitor").fill("Ypsilon");
      await page.locator("#competitor").blur();
      const before = await html(page);
      await page.keyboard.press("Alt+f");
      await folds(page, [...needed.slice(0, 3), "amount", "competitor"]);
      const note = page.locator("waymark-focus-kept [part=kept]");
      await expect.poll(() => note.count()).toBe(1);
      await rested(page);
      // In a sentence from right to left the name stands apart.
      const name = (await note.getAttribute("aria-label"))?.replace(/[\u2068\u2069]/g, "");
      expect([await note.textContent(), name]).toEqual([words, `${label}: ${words}`]);
      const [own, title, field] = await Promise.all(
        [note, page.getByText(label, { exact: true }), page.locator("#competitor")].map((each) => each.boundingBox()),
      );
      if (!own || !title || !field) throw new Error("not drawn");
      // In the line of the name, after it, and off the field itself.
      expect(Math.abs(own.y + own.height / 2 - title.y - title.height / 2)).toBeLessThan(3);
      expect(own.y + own.height).toBeLessThanOrEqual(field.y + 1);
      expect(path.endsWith("ar") ? own.x + own.width < title.x + title.width : own.x > title.x).toBe(true);
      expect(await html(page)).toBe(before);
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("Alt+f");
      await expect.poll(() => note.count()).toBe(0);
      expect(errors).toEqual([]);
    }
  });

  it("U11 is a switch with a name, is announced, and axe finds nothing, in light and dark, from right to left and on a phone", async () => {
    const { page } = await here.open();
    await bar(page).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Alt+f");
    await expect.poll(() => said(page)).toBe("12 fields folded, Alt F shows all");
    expect(await toggle(page).getAttribute("aria-checked")).toBe("true");
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Alt+f");
    await expect.poll(() => said(page)).toBe("All 16 fields are shown");
    for (const [path, context] of [
      ["?start=1", { colorScheme: "dark" }],
      ["?start=1&lang=ar", {}],
      ["?start=1", { viewport: { width: 320, height: 640 } }],
      ["", { viewport: { width: 320, height: 640 }, colorScheme: "dark" }],
    ] as const) {
      const next = await here.open({ path, context });
      await bar(next.page).waitFor();
      expect(await violations(next.page), path).toEqual([]);
      const box = await bar(next.page).boundingBox();
      const width = next.page.viewportSize()?.width ?? 0;
      expect(box && box.x >= 0 && box.x + box.width <= width).toBe(true);
      expect(await next.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      await next.page.close();
    }
  });

  it("U11 everything can be done by the keyboard alone", async () => {
    const { page } = await here.open({ path: "?start=1" });
    await folds(page);
    const reached: string[] = [];
    for (let n = 0; n < 14; n++) {
      await page.keyboard.press("Tab");
      reached.push(
        await page.evaluate(() => {
          const at = document.activeElement;
          return at?.shadowRoot?.activeElement?.getAttribute("part") ?? at?.id ?? "";
        }),
      );
    }
    expect(reached).toEqual(expect.arrayContaining(["switch", "all", "more", "step", "date", "decider", "amount"]));
    expect(reached.filter((each) => all.includes(each) && !needed.includes(each))).toEqual([]);
    await more(page).focus();
    await page.keyboard.press("Enter");
    await folds(page, all);
    // The line is gone: the focus is in the first field that came back.
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("close");
    await toggle(page).focus();
    await page.keyboard.press("Space");
    await folds(page, [...needed.slice(0, 3), "amount"]);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe("waymark-focus");
  });

  it("U12 a form that comes late, and one that the host draws anew, are folded as before", async () => {
    const { page } = await here.open({ path: "?start=1&late=700" });
    await folds(page);
    await page.locator("#close").evaluate((input: HTMLInputElement) => {
      input.value = "2027-01-05";
      input.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await folds(page, ["step", "date", "decider", "close", "amount"]);
    for (let n = 0; n < 5; n++) {
      await page.evaluate(() => {
        const form = document.querySelector("#deal");
        const value = (document.getElementById("close") as HTMLInputElement).value;
        const copy = form?.cloneNode(true) as HTMLElement;
        (copy.querySelector("#close") as HTMLInputElement).value = value;
        form?.replaceWith(copy);
      });
    }
    await folds(page, ["step", "date", "decider", "close", "amount"]);
    expect(await page.evaluate(() => document.getAnimations().length)).toBeGreaterThan(0);
    await page.evaluate(() => document.querySelector("#deal")?.remove());
    await expect.poll(() => bar(page).count()).toBe(0);
  });

  it("U12 of two forms the one with the step's fields is folded, the other stays as it is", async () => {
    const { page } = await here.open({
      path: "?start=1",
      before: (context) =>
        context.addInitScript(() => {
          addEventListener("DOMContentLoaded", () => {
            const other = document.createElement("form");
            other.id = "other";
            for (const name of ["a", "b", "c", "d"]) {
              const label = document.createElement("label");
              const input = Object.assign(document.createElement("input"), { name });
              label.append(name, input);
              other.append(label);
            }
            document.querySelector("main")?.append(other);
          });
        }),
    });
    await folds(page);
    expect(await inView(page, "#other")).toEqual(["a", "b", "c", "d"]);
  });

  it("U13 a field that was changed stays, and none folds under the hands of whoever works in the form", async () => {
    const { page } = await here.open();
    await bar(page).waitFor();
    await page.locator("#competitor").fill("Nobody");
    await page.locator("#terms").selectOption("30 days");
    await page.getByLabel("West").check();
    await page.keyboard.press("Alt+f");
    await folds(page, ["step", "date", "decider", "amount", "competitor", "terms", "region"]);
    await page.locator("#competitor").fill("");
    await page.locator("#step").focus();
    await page.waitForTimeout(300);
    await folds(page, ["step", "date", "decider", "amount", "competitor", "terms", "region"]);
    await page.keyboard.press("Alt+f");
    await page.keyboard.press("Alt+f");
    await folds(page, ["step", "date", "decider", "amount", "terms", "region"]);
  });

  it("U14 steps back under what sticks at the top of the page", async () => {
    const { page } = await here.open({ path: "?start=1", context: { viewport: { width: 1000, height: 420 } } });
    await folds(page);
    await page.addStyleTag({ content: ".top { position: sticky; top: 0; z-index: 5 } body { min-height: 1600px }" });
    const under = (): Promise<boolean> => bar(page).isHidden();
    expect(await under()).toBe(false);
    await page.mouse.move(500, 300);
    await page.mouse.wheel(0, 160);
    await expect.poll(under).toBe(true);
    await page.mouse.wheel(0, -160);
    await expect.poll(under).toBe(false);
  });

  it("K65 on a phone lies under what the person opens of ours, takes none of its taps, and is back when it closes", async () => {
    const context = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };
    const { page } = await here.open({ path: "?start=1", context });
    await folds(page);
    await page.addStyleTag({ content: "main { padding-block: 220px 400px }" });
    await bar(page).scrollIntoViewIfNeeded();
    // The switch that was tapped keeps the focus.
    await page.locator("waymark-focus [part=switch]").tap();
    await page.locator("waymark-focus [part=switch]").tap();
    await expect.poll(() => bar(page).isVisible()).toBe(true);
    await tell(page, "open", "settings");
    const sheet = page.locator("waymark-settings .surface");
    await sheet.waitFor();
    await expect.poll(() => bar(page).isVisible()).toBe(false);
    await tell(page, "close");
    await expect.poll(() => bar(page).isVisible()).toBe(true);
    // The menu stands out of its launcher, and comes a moment after it was asked for.
    await tell(page, "open", "launcher");
    await page.locator("waymark-launcher [part=menu]").waitFor();
    await expect.poll(() => overlap(page)).toBe(true);
    await expect.poll(() => bar(page).isVisible()).toBe(false);
    await page.locator("waymark-launcher [part=close]").tap();
    await expect.poll(() => bar(page).isVisible()).toBe(true);
  });

  it("K65 so does what comes later than the panel that is open, in a wide window too", async () => {
    const { page } = await here.open({ context: { viewport: { width: 1000, height: 900 } } });
    await bar(page).waitFor();
    await tell(page, "open", "panel");
    const panel = page.locator("waymark-panel .surface");
    await panel.waitFor();
    await page.keyboard.press("Alt+f");
    await more(page).waitFor({ state: "attached" });
    const [line, card] = await Promise.all([more(page).boundingBox(), panel.boundingBox()]);
    expect(line && card && line.x + line.width > card.x && line.y + line.height > card.y).toBe(true);
    await expect.poll(() => more(page).isVisible()).toBe(false);
    await tell(page, "close");
    await expect.poll(() => more(page).isVisible()).toBe(true);
  });

  it("K66 the chip stands in the form's head where a bar of the host's has the place above it", async () => {
    const { page } = await here.open({
      before: (context) =>
        context.addInitScript(() => {
          addEventListener("DOMContentLoaded", () => {
            const style = document.createElement("style");
            style.textContent = `.top { position: fixed; inset: 0 0 auto; height: 120px; z-index: 5 }
              main { padding-top: 120px } main > :not(#place) { display: none } #deal { padding-top: 60px }`;
            document.head.append(style);
          });
        }),
    });
    await bar(page).waitFor();
    const box = async (): Promise<{ top: number; bottom: number }> => {
      const { y = 0, height = 0 } = (await bar(page).boundingBox()) ?? {};
      return { top: y, bottom: y + height };
    };
    await expect.poll(async () => (await box()).top).toBeGreaterThan(120);
    const first = await page.locator("#deal label, #deal input").first().boundingBox();
    expect((await box()).bottom).toBeLessThanOrEqual(first?.y ?? 0);
    await page.locator("waymark-focus [part=switch]").click();
    await folds(page);
  });

  it("U14 leaves with its step", async () => {
    const { page } = await here.open({ path: "?start=1" });
    await folds(page);
    await tell(page, "track", "planned");
    await folds(page, all);
    await expect.poll(() => bar(page).count()).toBe(0);
  });
});
