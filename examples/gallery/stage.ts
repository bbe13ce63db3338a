import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { Surface } from "./surfaces.ts";

export type Variant = "light" | "dark" | "rtl" | "phone";

/** Pictures are taken with this font; where it is not installed they cannot be compared. */
export const font = "Liberation Sans";

const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };
const settings: Readonly<Record<Variant, BrowserContextOptions>> = {
  light: desktop,
  dark: { ...desktop, colorScheme: "dark" },
  rtl: desktop,
  phone: { viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true },
};

export const variants = Object.keys(settings) as Variant[];

/** Every picture is taken at this moment. */
const now = new Date("2026-03-10T09:00:00Z");

/** The gallery's page in one variant, at rest: no motion, one time, one zone. */
export async function openPage(browser: Browser, url: string, variant: Variant): Promise<Page> {
  const context = await browser.newContext({
    ...settings[variant],
    reducedMotion: "reduce",
    timezoneId: "UTC",
    locale: variant === "rtl" ? "ar" : "en-GB",
    deviceScaleFactor: 1,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  await page.clock.setFixedTime(now);
  await page.goto(`${url}/gallery/${variant === "rtl" ? "?lang=ar" : ""}`);
  await page.locator("waymark-launcher .pill").waitFor({ state: "attached" });
  // What services put into other surfaces is there once they have loaded.
  await page.waitForLoadState("networkidle");
  return page;
}

/** Opens a surface and waits until it is drawn and rests. */
export async function openSurface(page: Page, surface: Surface): Promise<void> {
  await surface.open(page);
  const part = page.locator(`${surface.element} ${surface.part ?? ".surface"}`).first();
  await part.waitFor();
  let before = "";
  let rested = 0;
  // Some are drawn a piece a frame, and services add a line when they have loaded.
  while (rested < 4) {
    const drawn = JSON.stringify(await part.boundingBox()) + (await part.evaluate((element) => element.outerHTML));
    rested = drawn === before ? rested + 1 : 0;
    before = drawn;
    await page.waitForTimeout(120);
  }
}

/** The surface alone as PNG. */
export function photograph(page: Page, { element, part = ".surface" }: Surface): Promise<Buffer> {
  return page.locator(`${element} ${part}`).first().screenshot({ animations: "disabled", caret: "hide" });
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
  /** Share of pixels, 0 to 1, that differ by more than a shade; 1 where the sizes do. */
  share: number;
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
      if (Math.abs(a.width - b.width) > 1 || Math.abs(a.height - b.height) > 1) return { share: 1, sizes };
      const shade = 40;
      let apart = 0;
      for (let y = 0; y < Math.min(a.height, b.height); y += 1) {
        for (let x = 0; x < Math.min(a.width, b.width); x += 1) {
          const [at, of] = [4 * (y * a.width + x), 4 * (y * b.width + x)];
          const off = [0, 1, 2].some((c) => Math.abs((a.data[at + c] ?? 0) - (b.data[of + c] ?? 0)) > shade);
          if (off) apart += 1;
        }
      }
      return { share: apart / (a.width * a.height), sizes };
    },
    [one.toString("base64"), other.toString("base64")],
  );
}
