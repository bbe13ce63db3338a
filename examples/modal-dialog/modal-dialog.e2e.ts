import { describe, expect, it } from "vitest";
import {
  closeGuide,
  guideStands,
  pressLauncher,
  type Scene,
  showStep,
  situation,
  topmostAt,
} from "../../packages/testing/src/index.ts";

const here = situation("modal-dialog");

/** The element that holds our surfaces. */
async function homeOf(page: Scene): Promise<string> {
  return page.locator("waymark-launcher").evaluate((launcher) => launcher.parentElement?.localName ?? "");
}

describe("a target in a modal dialog", () => {
  it("V3 stands in the dialog, above it, and can be pressed", async () => {
    const { page, errors } = await here.open();
    await showStep(page);
    await guideStands(page);
    await expect.poll(() => homeOf(page)).toBe("dialog");
    expect(await topmostAt(page, "#target")).toBe("button#target");
    await closeGuide(page);
    expect(await page.locator("#order").getAttribute("open")).toBe("");
    expect(errors).toEqual([]);
  });

  for (const [path, home] of [
    ["component.html", "dialog"],
    ["drawn.html", "div"],
  ] as const) {
    it(`V3 so it is in other kinds of dialogs: ${path}`, async () => {
      const { page, errors } = await here.open({ path });
      await showStep(page);
      await guideStands(page);
      await expect.poll(() => homeOf(page)).toBe(home);
      await closeGuide(page);
      expect(errors).toEqual([]);
    });
  }

  it("V4 takes its turn in the dialog's tab order, right after its target", async () => {
    const { page } = await here.open();
    await showStep(page);
    await guideStands(page);
    await page.locator("#target").focus();
    const met: string[] = [];
    // The card has two buttons: close, and "Done already".
    for (let press = 0; press < 3; press += 1) {
      await page.keyboard.press("Tab");
      met.push(await page.evaluate(() => document.activeElement?.id || document.activeElement?.localName || ""));
    }
    expect(met).toEqual(["waymark-coach", "waymark-coach", "cancel"]);
    await page.keyboard.press("Shift+Tab");
    await page.locator("#cancel").focus();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("waymark-coach").count()).toBe(0);
  });

  it("V5 Escape in the card ends the guide alone, in the dialog it closes the dialog, and the overlay moves out", async () => {
    const { page } = await here.open();
    await showStep(page);
    await guideStands(page);
    await page.locator("waymark-coach [part=close]").focus();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("waymark-coach").count()).toBe(0);
    expect(await page.locator("#order").getAttribute("open")).toBe("");
    await page.locator("#customer").focus();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("#order").getAttribute("open")).toBe(null);
    await expect.poll(() => homeOf(page)).toBe("html");
    await pressLauncher(page);
  });

  it("V6 moves into a dialog that opens while the guide waits for its target", async () => {
    const { page, errors } = await here.open();
    await page.locator("#cancel").click();
    await showStep(page);
    await page.locator("waymark-coach").waitFor();
    await expect.poll(() => homeOf(page)).toBe("html");
    await page.locator("#show-order").click();
    await guideStands(page);
    await expect.poll(() => homeOf(page)).toBe("dialog");
    await closeGuide(page);
    expect(errors).toEqual([]);
  });

  it("V6 does not point at what lies behind a dialog that opens, and points at it again when it has closed", async () => {
    const { page } = await here.open();
    await page.locator("#cancel").click();
    await showStep(page, "add");
    await guideStands(page, "#add");
    await page.locator("#show-order").focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("waymark-spotlight").count()).toBe(0);
    await expect.poll(() => homeOf(page)).toBe("dialog");
    await page.locator("#cancel").click();
    await guideStands(page, "#add");
    await expect.poll(() => homeOf(page)).toBe("html");
  });

  it("V7 comes back when the host takes the dialog out of the page without closing it", async () => {
    const { page, errors } = await here.open();
    await showStep(page);
    await guideStands(page);
    await page.evaluate(() => document.querySelector("dialog")?.remove());
    await expect.poll(() => homeOf(page).catch(() => "gone")).toBe("html");
    await page.locator("waymark-coach [part=close]").first().click();
    await expect.poll(() => page.locator("waymark-coach").count()).toBe(0);
    await pressLauncher(page);
    expect(errors).toEqual([]);
  });
});
