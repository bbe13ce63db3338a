import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { axeFaults, rested, situation, tabTo, tell } from "../../packages/testing/src/index.ts";

const here = situation("settings");

const room = (page: Page) => page.locator("waymark-settings .settings");
const pill = (page: Page) => page.locator("waymark-launcher [part=launcher]");
const labelled = (page: Page, name: string) => page.locator("waymark-settings").getByLabel(name);

async function openRoom(page: Page): Promise<void> {
  await pill(page).waitFor();
  await tell(page, "open", "settings");
  await room(page).waitFor();
}

/** The name of what has the focus, inside our surfaces too. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return `${at?.localName}.${at?.getAttribute("part") ?? at?.id ?? ""}`;
  });
}

async function kept(page: Page): Promise<Record<string, unknown>> {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const open = indexedDB.open("waymark");
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const objects = open.result.transaction("kv").objectStore("kv");
          const keys = objects.getAllKeys();
          keys.onsuccess = () => {
            const key = keys.result.find((each) => String(each).startsWith("settings-"));
            if (key === undefined) {
              resolve({});
              return;
            }
            const value = objects.get(key);
            value.onsuccess = () => resolve(value.result ?? {});
          };
        };
      }),
  );
}

describe("settings", () => {
  it("Z5 opens from the menu by keyboard alone, each control is reached, and Escape gives the focus back", async () => {
    const { page, errors } = await here.open();
    await pill(page).waitFor();
    await page.locator("#notes").focus();
    await page.keyboard.press("Alt+Shift+W");
    await expect.poll(() => focused(page)).toBe("section.menu");
    await page.keyboard.press("End");
    await expect.poll(() => focused(page)).toBe("button.settings");
    await page.keyboard.press("Enter");
    await expect.poll(() => focused(page)).toBe("section.settings");
    const seen = new Set<string>();
    for (let at = 0; at < 20; at++) {
      await page.keyboard.press("Tab");
      seen.add(await focused(page));
    }
    expect([...seen]).toEqual(
      expect.arrayContaining([
        ...["button.close", "input.choice", "button.hide", "select.language", "button.keys", "button.forget"],
      ]),
    );
    await page.keyboard.press("Escape");
    await expect.poll(() => room(page).count()).toBe(0);
    await expect.poll(() => focused(page)).toMatch(/input\.notes|button\.launcher/);
    expect(errors).toEqual([]);
  });

  it("K58 pausing, privacy, language and shortcuts are used by keyboard alone, and hold", async () => {
    const { page, errors } = await here.open({
      before: async (context) => {
        await context.route("**/v1/events*", (route) => route.fulfill({ status: 503 }));
        await context.route("**/v1/journeys*", (route) => route.fulfill({ json: { journeys: [] } }));
        await context.addInitScript(() => {
          const early = [["configure", { key: "pk_1", collector: location.origin }]];
          Object.assign(window, { waymark: early });
        });
      },
    });
    await pill(page).waitFor();
    await page.keyboard.press("Alt+Shift+W");
    await expect.poll(() => focused(page)).toBe("section.menu");
    await page.keyboard.press("End");
    await expect.poll(() => focused(page)).toBe("button.settings");
    await page.keyboard.press("Enter");
    await expect.poll(() => focused(page)).toBe("section.settings");
    // The group is one stop; arrows choose in it.
    await tabTo(page, labelled(page, "As it comes"));
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => labelled(page, "Nothing until I say otherwise").isChecked()).toBe(true);
    await expect.poll(() => kept(page)).toMatchObject({ paused: null });
    await tabTo(page, page.locator("waymark-settings [part=keys]").first());
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+Shift+M");
    await expect.poll(() => kept(page)).toMatchObject({ keys: { launcher: "Ctrl+Shift+M" } });
    await tabTo(page, labelled(page, "Send what I do in the guide"));
    await page.keyboard.press("Space");
    await expect.poll(() => kept(page)).toMatchObject({ sending: "denied" });
    await tabTo(page, page.locator("waymark-settings select"), "Shift+Tab");
    // Letters choose by the language's own name.
    await page.keyboard.type("deu");
    await expect.poll(() => room(page).locator("h2").textContent()).toBe("Einstellungen");
    await expect.poll(() => focused(page)).toBe("select.language");
    await page.keyboard.press("Escape");
    await expect.poll(() => room(page).count()).toBe(0);
    await page.keyboard.press("Control+Shift+M");
    await expect.poll(() => focused(page)).toBe("section.menu");
    expect(errors).toEqual([]);
  });

  it("Z5 what is set is kept for the person on this device, and there on the next page", async () => {
    const { page } = await here.open();
    await openRoom(page);
    await labelled(page, "Nothing until I say otherwise").check();
    await labelled(page, "Short guidance").check();
    await expect.poll(() => kept(page)).toEqual({ paused: null, brief: true });
    await page.reload();
    await openRoom(page);
    await expect.poll(() => labelled(page, "Nothing until I say otherwise").isChecked()).toBe(true);
    await expect.poll(() => labelled(page, "Short guidance").isChecked()).toBe(true);
    await labelled(page, "As it comes").check();
    await expect.poll(() => kept(page)).toEqual({ brief: true });
  });

  it("Z1 nothing more today ends at midnight", async () => {
    const { page } = await here.open();
    await openRoom(page);
    await labelled(page, "Nothing more today").check();
    const midnight = await page.evaluate(() => new Date().setHours(24, 0, 0, 0));
    await expect.poll(() => kept(page)).toEqual({ paused: midnight });
  });

  it("Z6 a journey hidden for good counts no longer, and comes back from the settings or by opening it", async () => {
    const { page } = await here.open();
    await openRoom(page);
    for (const name of ["Hide: Save an order", "Hide: Close the month"]) await labelled(page, name).click();
    await page.keyboard.press("Escape");
    await expect.poll(() => pill(page).getAttribute("aria-label")).toBe("Waymark");
    await pill(page).click();
    const menu = page.locator("waymark-launcher [part=menu]");
    await expect.poll(() => menu.getByText("Hidden").count()).toBe(2);
    await menu.getByText("Close the month").click();
    await page.locator("waymark-panel .panel").waitFor();
    await page.locator("waymark-panel [part=close]").click();
    await expect.poll(() => pill(page).getAttribute("aria-label")).toBe("Waymark: 2 to go, Close the month");
    await openRoom(page);
    await labelled(page, "Show again: Save an order").click();
    await labelled(page, "Hide: Save an order").waitFor();
  });

  it("Z4 the language changes at once, is remembered, and brings its direction and the journey's own texts", async () => {
    const { page, errors } = await here.open();
    await openRoom(page);
    await page.locator("waymark-settings select").selectOption("de");
    await expect.poll(() => room(page).locator("h2").textContent()).toBe("Einstellungen");
    await expect.poll(() => room(page).getByText("Den Monat abschließen").count()).toBe(1);
    await expect.poll(async () => JSON.stringify(await kept(page))).toContain('"de"');
    await page.reload();
    await openRoom(page);
    await expect.poll(() => room(page).locator("h2").textContent()).toBe("Einstellungen");
    await expect.poll(() => page.locator("waymark-settings .wm").getAttribute("lang")).toBe("de");
    await page.locator("waymark-settings select").selectOption("ar");
    await expect.poll(() => page.locator("waymark-settings .wm").getAttribute("dir")).toBe("rtl");
    await page.locator("waymark-settings select").selectOption("");
    await expect.poll(() => room(page).locator("h2").textContent()).toBe("Settings");
    expect(errors).toEqual([]);
  });

  it("Z7 the button is dragged along the edge, stays where it was dropped, and the press that ends it opens nothing", async () => {
    const { page } = await here.open();
    await pill(page).waitFor();
    const place = async (): Promise<number> => Math.round((await pill(page).boundingBox())?.x ?? -1);
    const drag = async (): Promise<void> => {
      const before = await pill(page).boundingBox();
      if (!before) throw new Error("no pill");
      await page.mouse.move(before.x + 20, before.y + 20);
      await page.mouse.down();
      await page.mouse.move(before.x - 200, before.y, { steps: 5 });
      await page.mouse.move(140, before.y, { steps: 5 });
      await page.mouse.up();
    };
    await rested(page);
    await drag();
    await expect.poll(place).toBeLessThan(200);
    await rested(page);
    const dropped = await place();
    expect(dropped).toBeGreaterThan(60);
    expect(await page.locator("waymark-launcher [part=menu], waymark-prompt").count()).toBe(0);
    await expect.poll(async () => JSON.stringify(await kept(page))).not.toBe("{}");
    await page.reload();
    await expect.poll(place).toBe(dropped);
    await tell(page, "open", "launcher");
    const menu = page.locator("waymark-launcher [part=menu]");
    await expect.poll(async () => (await menu.boundingBox())?.x).toBe(dropped);
  });

  it("K51 a drag that begins before anything hears of drags goes on once that came, also when it was let go before", async () => {
    for (const letGo of [false, true]) {
      let release = (): void => undefined;
      const free = new Promise<void>((resolve) => {
        release = resolve;
      });
      let asked = 0;
      const { page, errors } = await here.open({
        before: async (context, page) => {
          // From the moment the button is there this host never rests.
          await context.addInitScript(() => {
            window.requestIdleCallback = (call) =>
              document.querySelector("waymark-launcher")
                ? 0
                : window.setTimeout(() => call({ didTimeout: true, timeRemaining: () => 0 }));
          });
          await page.route(/\/after-/, async (route) => {
            asked += 1;
            await free;
            await route.continue();
          });
        },
      });
      const place = async (): Promise<number> => Math.round((await pill(page).boundingBox())?.x ?? -1);
      await pill(page).waitFor();
      const { x = 0, y = 0 } = (await pill(page).boundingBox()) ?? {};
      expect(asked).toBe(0);
      await page.mouse.move(x + 20, y + 20);
      await page.mouse.down();
      await expect.poll(() => asked).toBe(1);
      await page.mouse.move(x - 200, y - 100, { steps: 5 });
      await page.mouse.move(140, y - 100, { steps: 5 });
      if (letGo) await page.mouse.up();
      release();
      await expect.poll(place).toBeLessThan(200);
      if (!letGo) await page.mouse.up();
      await expect.poll(place).toBeGreaterThan(60);
      // The press that ended it opened nothing, and the next one is a press as any other.
      expect(await page.locator("waymark-launcher [part=menu], waymark-prompt, waymark-panel").count()).toBe(0);
      await pill(page).click();
      await page.locator("waymark-launcher [part=menu], waymark-prompt, waymark-panel").first().waitFor();
      expect(errors).toEqual([]);
    }
  });

  it("Z7 by keyboard it takes the other corner, is hidden, and its keys and the page still open the menu", async () => {
    const { page } = await here.open();
    await openRoom(page);
    await labelled(page, "In the left corner").check();
    await expect.poll(async () => Math.round((await room(page).boundingBox())?.x ?? -1)).toBe(24);
    await labelled(page, "Hide the button").check();
    await page.keyboard.press("Escape");
    await expect.poll(() => room(page).count()).toBe(0);
    await expect.poll(() => pill(page).count()).toBe(0);
    await page.reload();
    const menu = page.locator("waymark-launcher [part=menu]");
    await expect
      .poll(async () => {
        await page.keyboard.press("Alt+Shift+W");
        return menu.count();
      })
      .toBe(1);
    await expect.poll(() => focused(page)).toBe("section.menu");
    await page.keyboard.press("Escape");
    await expect.poll(() => menu.count()).toBe(0);
    await tell(page, "open", "launcher");
    await menu.waitFor();
  });

  it("Z8 a shortcut takes other keys or none", async () => {
    const { page } = await here.open();
    await openRoom(page);
    await labelled(page, "Open the menu: Alt+Shift+W").click();
    await page.keyboard.press("x");
    await page.keyboard.press("Control+Alt+J");
    await labelled(page, "Open the menu: Ctrl+Alt+J").waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => room(page).count()).toBe(0);
    const menu = page.locator("waymark-launcher [part=menu]");
    await page.keyboard.press("Alt+Shift+W");
    expect(await menu.count()).toBe(0);
    await page.keyboard.press("Control+Alt+J");
    await menu.waitFor();
    await page.keyboard.press("Control+Alt+J");
    await expect.poll(() => menu.count()).toBe(0);
    await openRoom(page);
    await labelled(page, "Open the menu: Ctrl+Alt+J").click();
    await page.keyboard.press("Backspace");
    await labelled(page, "Open the menu: None").waitFor();
  });

  it("Z9 whoever switches sending off is not heard of again, whatever the host says, until they switch it on", async () => {
    const posts: string[] = [];
    const { page } = await here.open({
      before: async (context) => {
        await context.route("**/v1/events*", (route) => {
          posts.push(route.request().url());
          return route.fulfill({ status: 202, body: '{"accepted":1,"duplicates":0,"conflicts":[],"rejected":[]}' });
        });
        await context.route("**/v1/journeys*", (route) => route.fulfill({ json: { journeys: [] } }));
        await context.addInitScript(() => {
          const early = [["configure", { key: "pk_1", collector: location.origin }]];
          Object.assign(window, { waymark: early });
        });
      },
    });
    await openRoom(page);
    await expect.poll(() => posts.length).toBeGreaterThan(0);
    await labelled(page, "Send what I do in the guide").uncheck();
    await room(page).getByText("Nothing of it leaves this device.").waitFor();
    await expect.poll(() => kept(page)).toEqual({ sending: "denied" });
    await page.reload();
    await openRoom(page);
    posts.length = 0;
    await tell(page, "setConsent", "granted");
    await tell(page, "begin", "save-order");
    await tell(page, "track", "add");
    await page.waitForTimeout(2000);
    expect(posts).toEqual([]);
    await labelled(page, "Send what I do in the guide").check();
    await tell(page, "track", "save");
    await expect.poll(() => posts.length).toBeGreaterThan(0);
  });

  it("Z10 forgetting asks once, and then nothing of the person is left but an objection to sending", async () => {
    const { page } = await here.open();
    await openRoom(page);
    await labelled(page, "Short guidance").check();
    await tell(page, "track", "add");
    const steps = () =>
      page.evaluate(() => {
        const { waymark } = window as unknown as { waymark: { $progress: { get(): { journeys: object } } } };
        return JSON.stringify(waymark.$progress.get().journeys);
      });
    await expect.poll(steps).toContain('"add"');
    await room(page).locator("[part=forget]").click();
    await room(page).locator("[part=keep]").click();
    expect(await steps()).toContain('"add"');
    await room(page).locator("[part=forget]").click();
    await room(page).locator("[part=erase]").click();
    await room(page).getByText("Forgotten on this device.").waitFor();
    await expect.poll(steps).not.toContain('"add"');
    await expect.poll(() => kept(page)).toEqual({});
  });

  for (const [name, context, dir] of [
    ["light", {}, ""],
    ["dark", { colorScheme: "dark" }, ""],
    ["right to left", {}, "ar"],
    ["320 px", { viewport: { width: 320, height: 640 } }, ""],
  ] as const) {
    it(`Z11 axe finds nothing on menu and settings: ${name}`, async () => {
      const { page } = await here.open({ context });
      await pill(page).waitFor();
      await tell(page, "open", "launcher");
      await page.locator("waymark-launcher [part=menu]").waitFor();
      expect(await axeFaults(page, "waymark-launcher")).toEqual([]);
      await openRoom(page);
      if (dir) await page.locator("waymark-settings select").selectOption(dir);
      expect(await axeFaults(page, "waymark-settings")).toEqual([]);
      const wide = await room(page).evaluate((of) => of.scrollWidth <= of.clientWidth);
      expect(wide).toBe(true);
    });
  }
});

const phone = { viewport: { width: 375, height: 667 }, isMobile: true, hasTouch: true };

describe("a sheet on a phone", () => {
  it("Z12 is pulled down and away, and comes back up when it was hardly moved", async () => {
    const { page, context } = await here.open({ context: phone });
    await openRoom(page);
    const touch = await context.newCDPSession(page);
    const pull = async (by: number): Promise<void> => {
      const box = await page.locator("waymark-settings .grab").boundingBox();
      if (!box) throw new Error("no sheet");
      const [x, y] = [box.x + box.width / 2, box.y + 2];
      await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
      for (const part of [0.2, 0.4, 0.6, 0.8, 1])
        await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [{ x, y: y + by * part }] });
      await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    };
    await rested(page);
    const top = (await room(page).boundingBox())?.y;
    await pull(30);
    await expect.poll(async () => (await room(page).boundingBox())?.y).toBe(top);
    await pull(160);
    await expect.poll(() => room(page).count()).toBe(0);
  });
});

describe("the menu", () => {
  it("Z13 arrow keys walk along its lines, a press elsewhere closes it and reaches the page", async () => {
    const { page } = await here.open();
    await pill(page).waitFor();
    await page.keyboard.press("Alt+Shift+W");
    await expect.poll(() => focused(page)).toBe("section.menu");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => focused(page)).toBe("button.journey");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await expect.poll(() => focused(page)).toBe("button.settings");
    await page.locator("#notes").click();
    await expect.poll(() => page.locator("waymark-launcher [part=menu]").count()).toBe(0);
    await expect.poll(() => focused(page)).toBe("input.notes");
  });
});
