/** The three colours derived from a host's accent, as CSS colours. */
export interface TamedAccent {
  accent: string;
  wash: string;
  halo: string;
}

/** OKLab from sRGB, after Björn Ottosson (https://bottosson.github.io/posts/oklab/). */
function oklch([r, g, b]: readonly [number, number, number]): { c: number; h: number; l: number } {
  const linear = (value: number): number =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  const [x, y, z] = [linear(r), linear(g), linear(b)];
  const l = Math.cbrt(0.4122214708 * x + 0.5363325363 * y + 0.0514459929 * z);
  const m = Math.cbrt(0.2119034982 * x + 0.6806995451 * y + 0.1073969566 * z);
  const s = Math.cbrt(0.0883024619 * x + 0.2817188376 * y + 0.6299787005 * z);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return { l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, c: Math.hypot(a, bb), h: Math.atan2(bb, a) };
}

function css(l: number, c: number, h: number, alpha = 1): string {
  const a = c * Math.cos(h);
  const b = c * Math.sin(h);
  const x = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const y = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const z = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const byte = (value: number): number => {
    const clipped = Math.min(1, Math.max(0, value));
    return Math.round(255 * (clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055));
  };
  const red = byte(4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z);
  const green = byte(-1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z);
  const blue = byte(-0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z);
  return `rgba(${red}, ${green}, ${blue}, ${alpha})`;
}

/**
 * The accent for browsers without relative colours: the same rule as the style sheet's, computed once.
 * @param rgb - the host's accent, 0 to 255 each.
 */
export function fallbackAccent(rgb: readonly [number, number, number], theme: "light" | "dark"): TamedAccent {
  const { l, c, h } = oklch(rgb);
  if (theme === "light") {
    return {
      accent: css(Math.min(l, 0.475), c, h),
      wash: css(0.955, Math.min(c, 0.016), h),
      halo: css(0.5, c, h, 0.15),
    };
  }
  const calm = Math.min(c, 0.13);
  return {
    accent: css(Math.max(l, 0.78), calm, h),
    wash: css(0.315, Math.min(c, 0.03), h),
    halo: css(0.78, c, h, 0.2),
  };
}
