import { lay } from "../anchoring/lay.ts";
import type { Look } from "../runtime/runtime.ts";
import { hasModernColours, type Wardrobe } from "./style/sheet.ts";

/** Fonts a browser falls back to when the page names none: ours reads better. */
const unnamed = /^("?Times( New Roman)?"?|serif|initial)$/i;

/** What the page gives our elements. `null`: ours. */
export interface HostLook {
  font: string | null;
  accent: string | null;
}

interface Wearer {
  element: HTMLElement;
  shadow: ShadowRoot;
  look: Look;
  /** As read a moment ago; without it the page is read now. */
  host?: HostLook;
  wardrobe: Wardrobe;
  /** Sheets over the base one. */
  more: readonly string[];
  /** How much larger text is wanted (`text-scale.ts`). */
  scale: number;
}

/**
 * The host's accent where it is a colour, also by a custom property of the page's root; anything else would leave buttons
 * without ground. `null`: ours.
 */
function accentOf(given: string | null): string | null {
  const text = String(given);
  const named = /^var\(\s*(--[\w-]+)/.exec(text)?.[1];
  const colour = named ? getComputedStyle(document.documentElement).getPropertyValue(named) : text;
  // Mixed, because words such as `inherit` are taken for `color` too.
  const asked = hasModernColours() ? `color-mix(in oklab, red, ${colour})` : colour;
  return !/var\(/.test(colour) && CSS.supports("color", asked) ? colour : null;
}

/** Reads font and accent from the page; the browser works its styles out for that, so do it once for all elements. */
export function readHost(look: Look): HostLook {
  const font = document.body ? getComputedStyle(document.body).fontFamily : "";
  return { font: font === "" || unnamed.test(font) ? null : font, accent: accentOf(look.accent) };
}

/** Gives an element of ours the host's font and accent, and the styles of the theme. */
export function wear({ element, shadow, look, host = readHost(look), wardrobe, more, scale }: Wearer): void {
  const put = (name: string, value: string | null): void => {
    if (value === null) element.style.removeProperty(name);
    else element.style.setProperty(name, value);
  };
  lay(element, { "color-scheme": look.theme === "auto" ? "light dark" : look.theme });
  put("--_font", host.font);
  put("--_accent", host.accent);
  put("--_scale", `${scale}`);
  const dark = look.theme === "dark" || (look.theme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
  const theme = dark ? "dark" : "light";
  wardrobe.dress(shadow, theme, more, scale);
  if (hasModernColours()) return;
  // Without that chunk our own green stays (`tokens.ts`).
  import("./style/fallback-look.ts").then(
    ({ wearFallback }) => wearFallback(element, host.accent, theme),
    () => undefined,
  );
}
