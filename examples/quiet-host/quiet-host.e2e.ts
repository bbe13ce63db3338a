import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { type Opened, ringOff, settled, showStep, situation, tell } from "../../packages/testing/src/index.ts";
import { looks, world } from "./world.ts";

const here = situation("quiet-host");

/** The same page, and nobody in it. */
const alone = (): Promise<Opened> =>
  here.open({
    before: (context) =>
      context.route("**/{journey,waymark}.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" })),
  });

const launcher = (page: Page): Promise<void> => page.locator("waymark-launcher button").waitFor();

/** Everything that a person can be shown, one after the other. */
const surfaces: [name: string, show: (page: Page) => Promise<unknown>][] = [
  ["launcher", launcher],
  [
    "brief",
    async (page) => {
      await tell(page, "open", "brief", { journey: "save-order" });
      await page.locator("waymark-prompt h2").waitFor();
    },
  ],
  [
    "panel",
    async (page) => {
      await tell(page, "open", "panel", { journey: "save-order" });
      await page.locator("waymark-panel h2").first().waitFor();
    },
  ],
  [
    "menu",
    async (page) => {
      await tell(page, "open", "launcher");
      await page.locator("waymark-launcher [part=menu]").waitFor();
    },
  ],
  [
    "guide",
    async (page) => {
      await showStep(page);
      await expect.poll(() => ringOff(page, "#target")).toBeLessThan(1.5);
    },
  ],
];

const heard = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0));

describe("a page that wants to stay as it is", () => {
  it("I1 changes nothing that the language and the browser bring along, while it runs and afterwards; one global", async () => {
    const control = await (await alone()).page.evaluate(world);
    const { page, errors, console } = await here.open();
    /** What is otherwise than in the page without us, and how. */
    const changed = async (): Promise<Record<string, string[]>> => {
      const now = await page.evaluate(world);
      const names = Object.keys({ ...control, ...now }).filter((name) => now[name] !== control[name]);
      return Object.fromEntries(
        names.map((name) => {
          const before = (control[name] ?? "").split("\n");
          return [name, (now[name] ?? "").split("\n").filter((line) => !before.includes(line))];
        }),
      );
    };
    expect(Object.keys(control).length).toBeGreaterThan(500);
    for (const [name, show] of surfaces) {
      await show(page);
      expect(await changed(), name).toEqual({ globals: ["waymark"] });
    }
    await page.evaluate(() => (window as unknown as { waymark: { start(): () => void } }).waymark.start()());
    expect(await changed()).toEqual({ globals: ["waymark"] });
    expect(await page.evaluate(() => document.querySelectorAll("html > :not(head, body)").length)).toBe(0);
    expect(errors).toEqual([]);
    expect(console).toEqual([]);
  });

  it("I1 changes no computed style of any element of the host's, nor of the target: not even its anchor's name", async () => {
    const control = await (await alone()).page.evaluate(looks);
    const { page } = await here.open();
    for (const [name, show] of surfaces) {
      await show(page);
      expect(await page.evaluate(looks), name).toEqual(control);
    }
    await page.evaluate(() => (window as unknown as { waymark: { start(): () => void } }).waymark.start()());
    expect(await page.evaluate(looks)).toEqual(control);
    expect(await page.locator("#target").getAttribute("style")).toBeNull();
  });

  it("I1 shifts nothing: 0 while everything comes and goes", async () => {
    const { page } = await here.open();
    const shifted = (): Promise<number> =>
      page.evaluate(
        () =>
          new Promise<number>((resolve) =>
            requestAnimationFrame(() =>
              setTimeout(() => resolve((window as unknown as { shifted: number }).shifted), 100),
            ),
          ),
      );
    for (const [name, show] of surfaces) {
      await show(page);
      expect(await shifted(), name).toBe(0);
    }
    await page.locator("waymark-coach [part=close]").click();
    await tell(page, "close");
    expect(await shifted()).toBe(0);
    // The measure itself: a line of the host's own above the rest.
    await page.evaluate(() =>
      document.body.prepend(Object.assign(document.createElement("p"), { textContent: "News" })),
    );
    await expect.poll(shifted).toBeGreaterThan(0);
  });

  it("I1 takes no letter from a person who types, and never the focus", async () => {
    const { page } = await here.open();
    const note = page.locator("#note");
    await note.click();
    await heard(page);
    let typed = "";
    for (const [name, show] of surfaces) {
      const typing = page.keyboard.type(`${name} came. `, { delay: 12 });
      await show(page).catch(() => undefined);
      await typing;
      typed += `${name} came. `;
      expect(await note.inputValue()).toBe(typed);
    }
    await tell(page, "track", "save");
    await expect.poll(() => settled(page)).toEqual(["save"]);
    await page.keyboard.type("done");
    expect(await note.inputValue()).toBe(`${typed}done`);
    // No focus went anywhere, nothing scrolled, no size changed, no address.
    expect(await heard(page)).toEqual([]);
  });

  it.each(surfaces.map(([name]) => name))("I1 leaves the host its keys: %s", async (name) => {
    const { page } = await here.open();
    await launcher(page);
    await surfaces.find(([each]) => each === name)?.[1](page);
    await heard(page);
    for (const key of ["?", "/", "g", "Control+k", "ArrowDown", "Home", "Escape"]) await page.keyboard.press(key);
    expect((await heard(page)).filter((each) => each !== "Control" && each !== "Ctrl+Control")).toEqual([
      "?",
      "/",
      "g",
      "Ctrl+k",
      "ArrowDown",
      "Home",
      "Escape",
    ]);
    // In a field of the host's the same.
    await page.locator("#letter").focus();
    await heard(page);
    for (const key of ["Control+k", "Escape"]) await page.keyboard.press(key);
    expect((await heard(page)).filter((each) => each !== "Ctrl+Control")).toEqual(["Ctrl+k", "Escape"]);
  });

  it("I1 Escape in a surface of ours closes that one, and the host does not hear it", async () => {
    const { page } = await here.open();
    await page.locator("waymark-launcher button").click();
    await page.locator("waymark-prompt h2").waitFor();
    await heard(page);
    await page.keyboard.press("?");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("waymark-prompt").count()).toBe(0);
    expect((await heard(page)).filter((each) => !each.startsWith("focusin"))).toEqual(["?"]);
  });

  it("I1 is seen by the host's own queries and observers only as the elements it is", async () => {
    const { page } = await here.open({
      before: (context) =>
        context.addInitScript(() => {
          const records: string[] = [];
          Object.assign(window, { records });
          const isOurs = (node: Node | null): boolean =>
            node instanceof Element && node.localName.startsWith("waymark-");
          addEventListener("load", () => {
            new MutationObserver((list) => {
              for (const { type, target, attributeName, addedNodes, removedNodes } of list) {
                const moved = [...addedNodes, ...removedNodes];
                if (isOurs(target) || (moved.length > 0 && moved.every(isOurs) && target === document.documentElement))
                  continue;
                records.push(
                  `${type} ${target instanceof Element ? target.id || target.localName : target.nodeName} ${attributeName ?? ""}`.trim(),
                );
              }
            }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
          });
        }),
    });
    const count = (selector: string): Promise<number> =>
      page.evaluate((each) => document.querySelectorAll(each).length, selector);
    const before = await Promise.all(
      ["button", "input", "svg", "[role]", "[tabindex]", "h2", "h3", "style"].map(count),
    );
    for (const [, show] of surfaces) await show(page);
    expect(
      await Promise.all(["button", "input", "svg", "[role]", "[tabindex]", "h2", "h3", "style"].map(count)),
    ).toEqual(before);
    const names = (): Promise<string[]> =>
      page.evaluate(() => [...document.querySelectorAll("html > :not(head, body)")].map(({ localName }) => localName));
    await expect
      .poll(async () => (await names()).sort())
      .toEqual(["waymark-coach", "waymark-launcher", "waymark-spotlight"]);
    await page.locator("waymark-coach [part=close]").click();
    await expect.poll(() => page.locator("waymark-coach").count()).toBe(0);
    expect(await page.evaluate(() => (window as unknown as { records: string[] }).records)).toEqual([]);
  });
});
