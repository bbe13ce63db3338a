import { enlarge } from "../text-scale.ts";
import { baseCss } from "./base.ts";
import { mapCss } from "./map.ts";
import { surfacesCss } from "./surfaces.ts";
import { tokensCss } from "./tokens.ts";

/** Dresses shadow roots in our styles. */
export interface Wardrobe {
  /** `more`: sheets over the base one, of a room or of what stands in a slot. `scale`: how much larger text is wanted. */
  dress(root: ShadowRoot, theme: "light" | "dark", more: readonly string[], scale: number): void;
}

/** Whether the browser tells light from dark and derives the accent by itself. */
export function hasModernColours(): boolean {
  return CSS.supports("color", "light-dark(red, red)") && CSS.supports("color", "oklch(from red l c h)");
}

/**
 * One constructed sheet for all our shadow roots, made when first needed; a `<style>` with the host's nonce where
 * sheets cannot be constructed. Neither is stopped by a content security policy.
 */
export function createWardrobe(nonce: string | null): Wardrobe {
  const sheets = new Map<string, CSSStyleSheet>();
  const modern = hasModernColours();
  return {
    dress: (root, theme, more, scale) => {
      const key = modern ? "auto" : theme;
      const larger = (text: string): string => (scale > 1 ? enlarge(text, scale) : text);
      const css = (): string => tokensCss(key) + larger(baseCss + mapCss + surfacesCss);
      const sheetOf = (name: string, text: () => string): CSSStyleSheet => {
        const sheet = sheets.get(scale + name) ?? new CSSStyleSheet();
        if (!sheets.has(scale + name)) sheet.replaceSync(text());
        sheets.set(scale + name, sheet);
        return sheet;
      };
      if ("adoptedStyleSheets" in root && "replaceSync" in CSSStyleSheet.prototype) {
        const worn = [sheetOf(key, css), ...more.map((text) => sheetOf(text, () => larger(text)))];
        // What another room put on stays on: a sheet that folds.
        const known = [...sheets.values()];
        const before = root.adoptedStyleSheets;
        const after = [...worn, ...before.filter((each) => !known.includes(each))];
        // Put on again, the same sheets would have the browser style the whole tree again.
        if (after.length !== before.length || after.some((sheet, at) => sheet !== before[at]))
          root.adoptedStyleSheets = after;
        return;
      }
      const style = root.querySelector("style") ?? root.appendChild(document.createElement("style"));
      if (nonce !== null) style.nonce = nonce;
      style.textContent = css() + more.map(larger).join("");
    },
  };
}
