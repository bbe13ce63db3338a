import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { axeFaults, rested, situation, tell } from "../../packages/testing/src/index.ts";

const here = situation("looks");

async function openPanel(page: Page): Promise<void> {
  await page.locator("waymark-launcher [part=launcher]").waitFor();
  await tell(page, "open", "panel", { journey: "way" });
  await page.locator("waymark-panel .panel").waitFor();
}

/** Smallest contrasts over many random accents, as the browser paints them: text on the accent, the accent as text. */
function contrasts(page: Page, accents: readonly string[]) {
  return page.locator("waymark-panel").evaluate((element, all) => {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const root = element.shadowRoot?.querySelector(".wm");
    if (!canvas || !root) throw new Error("nothing to measure");
    const probe = root.appendChild(document.createElement("i"));
    const luminance = (name: string): number => {
      probe.style.color = `var(--waymark-${name})`;
      canvas.fillStyle = getComputedStyle(probe).color;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
      const linear = (value: number): number =>
        value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
      return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    };
    const between = (one: string, other: string): number => {
      const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
      return (high + 0.05) / (low + 0.05);
    };
    const pairs = ["on-accent accent", "accent raised", "accent paper", "accent wash", "accent sunken", "ink wash"];
    const worst: Record<string, { ratio: number; accent: string }> = {};
    for (const accent of all) {
      element.style.setProperty("--_accent", accent);
      for (const pair of pairs) {
        const [one = "", other = ""] = pair.split(" ");
        const ratio = between(one, other);
        if (ratio < (worst[pair]?.ratio ?? Number.POSITIVE_INFINITY)) worst[pair] = { ratio, accent };
      }
    }
    return worst;
  }, accents);
}

describe("looks", () => {
  for (const mode of ["light", "dark"]) {
    it(`Z14 text keeps 4.5:1 whatever the accent: ${mode}`, async () => {
      const { page } = await here.open({ path: `?mode=${mode}&accent=%23f5b301` });
      await openPanel(page);
      // The same colours in each run, spread over the whole cube, and its corners.
      const corner = (at: number): string => `rgb(${[4, 2, 1].map((bit) => (at & bit ? 255 : 0)).join(" ")})`;
      let seed = 17;
      const next = (): number => {
        seed = (seed * 1103515245 + 12345) % 2147483648;
        return seed % 256;
      };
      const accents = [
        ...Array.from({ length: 8 }, (_, at) => corner(at)),
        ...Array.from({ length: 200 }, () => `rgb(${next()} ${next()} ${next()})`),
      ];
      for (const [pair, { ratio, accent }] of Object.entries(await contrasts(page, accents)))
        expect(ratio, `${pair} with ${accent}`).toBeGreaterThanOrEqual(4.5);
    });
  }

  it("Z16 hard texts stay within their surfaces, and a screen reader has them whole", async () => {
    for (const viewport of [
      { width: 1000, height: 700 },
      { width: 320, height: 640 },
    ]) {
      const { page, errors } = await here.open({
        path: "?texts=hard",
        context: { viewport, reducedMotion: "reduce" },
      });
      for (const [surface, call] of [
        ["waymark-panel", "panel"],
        ["waymark-prompt", "brief"],
        ["waymark-launcher", "launcher"],
        ["waymark-settings", "settings"],
      ] as const) {
        await page.locator("waymark-launcher [part=launcher]").waitFor();
        await tell(page, "open", call, { journey: "way" });
        const box = page.locator(`${surface} .surface`);
        await box.waitFor();
        await rested(page);
        const { x, y, width, height } = (await box.boundingBox()) ?? { x: -1, y: -1, width: 0, height: 0 };
        expect(x, surface).toBeGreaterThanOrEqual(0);
        expect(y, surface).toBeGreaterThanOrEqual(0);
        expect(x + width, surface).toBeLessThanOrEqual(viewport.width);
        expect(y + height, surface).toBeLessThanOrEqual(viewport.height);
        expect(await box.evaluate((of) => of.scrollWidth - of.clientWidth), surface).toBeLessThanOrEqual(0);
        await expect.poll(() => page.locator(`${surface} :is([part=close], [part=later])`).isVisible()).toBe(true);
        await tell(page, "close");
        await expect.poll(() => box.count()).toBe(0);
      }
      await openPanel(page);
      const first = await page.locator("waymark-panel [part=station]").first().textContent();
      expect(first?.length).toBeGreaterThan(200);
      await tell(page, "show", "way", "s0");
      const card = page.locator("waymark-coach .surface");
      await card.waitFor();
      const standing = async (): Promise<boolean> => {
        const { y, height } = (await card.boundingBox()) ?? { y: -1, height: 9999 };
        return y >= 0 && y + height <= viewport.height + 1;
      };
      await expect.poll(standing).toBe(true);
      await rested(page);
      expect(await standing()).toBe(true);
      expect(errors).toEqual([]);
    }
  });

  it("Z18 with forced colours the place is told by form, and every button has an edge", async () => {
    const { page } = await here.open({ context: { forcedColors: "active", reducedMotion: "reduce" } });
    await openPanel(page);
    const primary = page.locator("waymark-panel [part=primary]");
    const { ground, words } = await primary.evaluate((of) => {
      const { backgroundColor, color } = getComputedStyle(of);
      return { ground: backgroundColor, words: color };
    });
    expect(ground).not.toBe(words);
    const marks = await page.locator("waymark-panel .map svg circle").evaluateAll((all) => {
      return new Set(all.map((each) => `${each.getAttribute("r")}`)).size;
    });
    expect(marks).toBeGreaterThanOrEqual(3);
    const edge = await page.locator("waymark-panel .panel").evaluate((of) => getComputedStyle(of).borderTopWidth);
    expect(edge).toBe("1px");
  });

  for (const mode of ["light", "dark"]) {
    it(`Z11 axe finds nothing on panel and brief: ${mode}`, async () => {
      const { page } = await here.open({ path: `?mode=${mode}`, context: { reducedMotion: "reduce" } });
      await openPanel(page);
      expect(await axeFaults(page, "waymark-panel")).toEqual([]);
      await tell(page, "open", "brief", { journey: "way" });
      await page.locator("waymark-prompt .brief").waitFor();
      expect(await axeFaults(page, "waymark-prompt")).toEqual([]);
    });
  }
});
