import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { answerForColleagues } from "./colleagues.ts";
import type { Surface } from "./surface.ts";

export type Variant = "light" | "dark" | "rtl" | "phone";

/** Pictures are taken with this font; where it is not installed they cannot be compared. */
export const font = "Liberation Sans";

/**
 * Pixels of a picture that may differ by more than a shade, whatever its size. The smallest icon has more of them, so that
 * none can go unnoticed (`K45`).
 */
export const mostApart = 20;

const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };
const settings: Readonly<Record<Variant, BrowserContextOptions>> = {
  light: desktop,
  dark: { ...desktop, colorScheme: "dark" },
  rtl: desktop,
  phone: { viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true },
};

export const variants = Object.keys(settings) as Variant[];

/** Every picture is taken at this moment; what was done before was done two days earlier. */
const now = Date.parse("2026-03-10T09:00:00Z");
const before = now - 2 * 86_400_000;

/** So many steps of deals are done in `page.js`: all of them before the clock goes on. */
const done = 25;

/** Whether the page's guest knows of so many finished steps. Runs in the page. */
function allDone(count: number): boolean {
  type Runs = Record<string, { steps: Record<string, { completed: number | null }> }>;
  const { waymark } = window as unknown as { waymark: { $progress: { get(): { journeys: Record<string, Runs> } } } };
  const steps = Object.values(waymark.$progress.get().journeys["win-a-deal"] ?? {}).flatMap((run) =>
    Object.values(run.steps),
  );
  return steps.filter(({ completed }) => completed !== null).length === count;
}

/** The gallery's page in one variant, at rest: no motion, one time, one zone. It serves for all surfaces, one after another. */
export async function openPage(browser: Browser, url: string, variant: Variant): Promise<Page> {
  const context = await browser.newContext({
    ...settings[variant],
    reducedMotion: "reduce",
    timezoneId: "UTC",
    locale: variant === "rtl" ? "ar" : "en-GB",
    deviceScaleFactor: 1,
  });
  const page = await context.newPage();
  await answerForColleagues(page, now);
  await page.clock.setFixedTime(before);
  await page.goto(`${url}/gallery/${variant === "rtl" ? "?lang=ar" : ""}`);
  await page.locator("waymark-launcher .pill").waitFor({ state: "attached" });
  // What services put into other surfaces is there once they have loaded, and have asked their collector.
  await page.locator("waymark-launcher [part=handover-note]").waitFor();
  await page.waitForLoadState("networkidle");
  await page.waitForFunction(allDone, done);
  await page.clock.setFixedTime(now);
  return page;
}

/** What of a surface is looked at. */
export function partOf(page: Page, { element, part = ".surface" }: Surface): Locator {
  return page.locator(`${element}:not([inert]) ${part}`).first();
}

/**
 * Opens a surface and waits until it is drawn and rests.
 *
 * @param frames So many frames it must have stayed the same: some are drawn a piece a frame.
 */
export async function openSurface(page: Page, surface: Surface, frames = 4): Promise<void> {
  await surface.open(page);
  const part = partOf(page, surface);
  await part.waitFor();
  await part.evaluate(
    (element, enough) =>
      new Promise<void>((resolve) => {
        let drawn = "";
        let rested = 0;
        const look = (): void => {
          const next = `${JSON.stringify(element.getBoundingClientRect())}${element.outerHTML}`;
          rested = next === drawn ? rested + 1 : 0;
          drawn = next;
          if (rested >= enough) resolve();
          else requestAnimationFrame(look);
        };
        look();
      }),
    frames,
  );
}

/** Back to the page alone, whatever was open. */
export async function closeAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    (window as unknown as { waymark: { push(...calls: unknown[]): void } }).waymark.push(["close"]);
  });
  await page.locator(".surface:not(.strip)").first().waitFor({ state: "detached" });
}

/** The surface alone as PNG. */
export function photograph(page: Page, surface: Surface): Promise<Buffer> {
  return partOf(page, surface).screenshot({ animations: "disabled", caret: "hide" });
}

/** Whether the browser has the font of the pictures. */
export function hasFont(page: Page): Promise<boolean> {
  return page.evaluate((name) => {
    const pen = document.createElement("canvas").getContext("2d");
    const width = (fonts: string): number => {
      if (pen) pen.font = `40px ${fonts}`;
      return pen?.measureText("Waymark wi1l0 §").width ?? 0;
    };
    // A font that is missing is as wide as whatever stands in for it.
    return ["serif", "monospace"].every((other) => width(`"${name}", ${other}`) !== width(other));
  }, font);
}

/** A PNG as WebP without loss, drawn by the browser itself. */
export async function toWebp(page: Page, png: Buffer): Promise<Buffer> {
  const text = await page.evaluate(async (data) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width, image.height];
    canvas.getContext("2d")?.drawImage(image, 0, 0);
    return canvas.toDataURL("image/webp", 1).split(",")[1] ?? "";
  }, png.toString("base64"));
  return Buffer.from(text, "base64");
}

export interface Difference {
  /** Pixels that differ by more than a shade; all of them where the sizes do. */
  apart: number;
  sizes: string;
}

/** How far two pictures are apart. */
export function compare(page: Page, one: Buffer, other: Buffer): Promise<Difference> {
  return page.evaluate(
    async (pictures) => {
      const read = async (data: string): Promise<ImageData> => {
        const type = data.startsWith("UklG") ? "webp" : "png";
        const image = await createImageBitmap(await (await fetch(`data:image/${type};base64,${data}`)).blob());
        const pen = new OffscreenCanvas(image.width, image.height).getContext("2d");
        if (!pen) throw new Error("No canvas.");
        pen.drawImage(image, 0, 0);
        return pen.getImageData(0, 0, image.width, image.height);
      };
      const [a, b] = await Promise.all(pictures.map(read));
      if (!a || !b) throw new Error("Two pictures are needed.");
      const sizes = `${a.width}x${a.height} and ${b.width}x${b.height}`;
      // A line of text that wraps elsewhere changes the height: no shade, another picture.
      if (a.width !== b.width || a.height !== b.height) return { apart: a.width * a.height, sizes };
      const shade = 40;
      let apart = 0;
      for (let at = 0; at < a.data.length; at += 4) {
        if ([0, 1, 2].some((c) => Math.abs((a.data[at + c] ?? 0) - (b.data[at + c] ?? 0)) > shade)) apart += 1;
      }
      return { apart, sizes };
    },
    [one.toString("base64"), other.toString("base64")],
  );
}
