import { rightToLeft } from "../overlay/say.ts";
import type { WaymarkOptions } from "./options.ts";
import type { Look } from "./runtime.ts";
import type { Settings } from "./settings.ts";

/** Relative luminance of an opaque CSS colour as the browser computes it, 0 to 1; `null` where it is see-through. */
function luminance(color: string): number | null {
  const parts = color.match(/[\d.]+/g)?.map(Number);
  if (!parts || !/^rgb/.test(color)) return null;
  const [red = 0, green = 0, blue = 0, alpha = 1] = parts;
  if (alpha < 0.5) return null;
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}

/** Whether the page itself is dark: what it paints decides, not what the system prefers. */
function pageIsDark(): boolean | null {
  for (const element of [document.body, document.documentElement]) {
    const light = element ? luminance(getComputedStyle(element).backgroundColor) : null;
    if (light !== null) return light < 0.4;
  }
  return null;
}

/**
 * How the overlay should look on this page, now.
 * @param locale - of the interface's words.
 */
export function readLook(options: WaymarkOptions, locale: string, { language }: Settings): Look {
  const mode = options.theme?.mode ?? "auto";
  const dark = mode === "auto" ? pageIsDark() : mode === "dark";
  // Whoever chose a language of their own reads it in its direction, whatever the page's is.
  const given = language ? "" : document.documentElement.dir || document.body?.dir;
  return {
    theme: dark === null ? "auto" : dark ? "dark" : "light",
    dir: given === "rtl" || (given !== "ltr" && rightToLeft(locale)) ? "rtl" : "ltr",
    accent: options.theme?.accent ?? null,
    locale,
  };
}
