import type { Page } from "playwright-core";

/** Runs in the page: everything it needs is inside. */
function find([name, part]: readonly [string, string]): string[] {
  type Colour = readonly [red: number, green: number, blue: number, alpha: number];
  const surface = document.querySelector(`${name}:not([inert])`)?.shadowRoot?.querySelector(part);
  const pen = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  if (!surface || !pen) return [`No ${part} in ${name}.`];

  function read(colour: string): Colour {
    pen?.clearRect(0, 0, 1, 1);
    if (pen) pen.fillStyle = colour;
    pen?.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = pen?.getImageData(0, 0, 1, 1).data ?? [];
    return [red, green, blue, alpha / 255];
  }
  const over = (top: Colour, ground: Colour): Colour => {
    const mix = (a: number, b: number): number => a * top[3] + b * (1 - top[3]);
    return [mix(top[0], ground[0]), mix(top[1], ground[1]), mix(top[2], ground[2]), 1];
  };
  // Relative luminance and contrast after WCAG 2.2.
  const light = ([red, green, blue]: Colour): number => {
    const [r = 0, g = 0, b = 0] = [red, green, blue].map((each) =>
      each / 255 <= 0.04045 ? each / 255 / 12.92 : ((each / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: Colour, b: Colour): number => {
    const [dark = 0, bright = 0] = [light(a), light(b)].sort((one, other) => one - other);
    return (bright + 0.05) / (dark + 0.05);
  };

  /** What a text stands on, from the surface's own ground up; `null` where that is a picture. */
  function groundOf(element: Element): Colour | null {
    const layers: Colour[] = [];
    for (let at: Element | null = element; at; at = at.parentElement) {
      const { backgroundColor, backgroundImage } = getComputedStyle(at);
      if (backgroundImage !== "none") return null;
      layers.unshift(read(backgroundColor));
      if (layers[0]?.[3] === 1) return layers.reduce((ground, layer) => over(layer, ground));
    }
    return null;
  }

  const faults: string[] = [];
  let looked = 0;
  const walker = document.createTreeWalker(surface, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent?.trim() ?? "";
    if (!element?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || text === "") continue;
    if (element.closest(":disabled, [aria-disabled=true], .hide, option, svg")) continue;
    const ground = groundOf(element);
    if (!ground) continue;
    looked += 1;
    const { color, fontSize, fontWeight } = getComputedStyle(element);
    const large = Number.parseFloat(fontSize) >= (Number(fontWeight) >= 700 ? 18.66 : 24);
    const ratio = contrast(over(read(color), ground), ground);
    if (ratio < (large ? 3 : 4.5)) faults.push(`${ratio.toFixed(2)}: "${text.slice(0, 40)}"`);
  }
  if (looked === 0) faults.push("No text was looked at.");
  return faults;
}

/**
 * Texts of a surface of ours whose contrast is below what WCAG 2.2 AA asks (1.4.3), as the browser has worked its colours
 * out. axe-core gives up on them: it calls every text of a popover in a shadow tree undecided.
 */
export function contrastFaults(page: Page, element: string, part = ".surface"): Promise<string[]> {
  return page.evaluate(find, [element, part] as const);
}
