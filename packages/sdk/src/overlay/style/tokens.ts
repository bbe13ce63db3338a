/** `[name, light, dark]` of every colour that does not come from the host's accent. */
const colours: readonly (readonly [string, string, string])[] = [
  ["raised", "#fffefc", "#25231f"],
  ["paper", "#f9f6f0", "#1d1b18"],
  ["sunken", "#f2eee6", "#2e2b26"],
  ["ink", "#211e1a", "#f3efe7"],
  ["soft", "#5f594f", "#b9b1a4"],
  ["line", "#e7e1d6", "#3a362f"],
  ["edge", "#827a6c", "#8a8274"],
  ["bed", "#e9e1d2", "#3a352d"],
  ["hill", "rgb(150 122 70 / .032)", "rgb(255 232 190 / .018)"],
  ["contour", "rgb(96 76 40 / .10)", "rgb(255 238 205 / .08)"],
  ["late", "#ad3b16", "#f0956f"],
  ["late-wash", "#fbeae2", "#41281d"],
  ["plan", "#7d7568", "#a49b8d"],
  ["dim", "rgb(38 33 26 / .36)", "rgb(0 0 0 / .5)"],
  ["shade-1", "rgb(60 48 30 / .08)", "rgb(0 0 0 / .4)"],
  ["shade-2", "rgb(60 48 30 / .10)", "rgb(0 0 0 / .4)"],
  ["shade-3", "rgb(60 48 30 / .16)", "rgb(0 0 0 / .6)"],
  ["on-accent", "#fff", "#17150f"],
];

/** The accent tamed by relative colours: dark enough on paper, light enough at night. */
const tamed: readonly (readonly [string, string, string])[] = [
  [
    "accent",
    "oklch(from var(--waymark-host-accent) min(l, .475) c h / 1)",
    "oklch(from var(--waymark-host-accent) max(l, .78) min(c, .13) h / 1)",
  ],
  [
    "wash",
    "oklch(from var(--waymark-host-accent) .955 min(c, .016) h / 1)",
    "oklch(from var(--waymark-host-accent) .315 min(c, .03) h / 1)",
  ],
  [
    "halo",
    "oklch(from var(--waymark-host-accent) .5 c h / .15)",
    "oklch(from var(--waymark-host-accent) .78 c h / .2)",
  ],
];

const fixed = `
--waymark-host-accent: var(--_accent, #12694f);
--waymark-font: var(--_font, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", system-ui, sans-serif);
--waymark-1: 4px; --waymark-2: 8px; --waymark-3: 12px; --waymark-4: 16px; --waymark-5: 24px; --waymark-6: 32px;
--waymark-round-s: 6px; --waymark-round-m: 10px; --waymark-round-l: 16px; --waymark-round-pill: 999px;
--waymark-text-xs: 12px/calc(16/12); --waymark-text-s: 13px/calc(18/13); --waymark-text-m: 14px/1.5; --waymark-text-l: 17px/calc(23/17);
--waymark-shadow-2: 0 1px 2px var(--waymark-shade-1), 0 6px 18px var(--waymark-shade-2);
--waymark-shadow-3: 0 2px 4px var(--waymark-shade-1), 0 14px 40px var(--waymark-shade-3);
--waymark-quick: 120ms; --waymark-calm: 240ms; --waymark-walk: 900ms; --waymark-ease: cubic-bezier(.2, .8, .2, 1);`;

/** With forced colours shapes carry the meaning and the system the colours. */
const forced = `@media (forced-colors: active) { :host {
--waymark-raised: Canvas; --waymark-paper: Canvas; --waymark-sunken: Canvas; --waymark-ink: CanvasText; --waymark-soft: CanvasText;
--waymark-line: CanvasText; --waymark-edge: CanvasText; --waymark-bed: Canvas; --waymark-late: CanvasText; --waymark-hill: none;
--waymark-contour: none; --waymark-plan: CanvasText; --waymark-accent: Highlight; --waymark-on-accent: HighlightText;
--waymark-wash: Canvas; --waymark-halo: none } }`;

const declare = (
  pick: (light: string, dark: string) => string,
  rows: readonly (readonly [string, string, string])[],
): string => rows.map(([name, light, dark]) => `--waymark-${name}: ${pick(light, dark)};`).join("\n");

/**
 * The one block where every value is decided, as CSS for `:host`.
 * @param theme - `auto` follows `color-scheme` by `light-dark()`; `light` and `dark` are for browsers without it, where
 * the accent's three colours come as properties of the element (`fallbackAccent`).
 */
export function tokensCss(theme: "auto" | "light" | "dark"): string {
  const pick = (light: string, dark: string): string => {
    if (theme === "auto") return `light-dark(${light}, ${dark})`;
    return theme === "light" ? light : dark;
  };
  const accent =
    theme === "auto"
      ? declare(pick, tamed)
      : "--waymark-accent: var(--_tamed, #12694f); --waymark-wash: var(--_wash, #e5efea); --waymark-halo: var(--_halo, #12694f);";
  return `:host { ${declare(pick, colours)}\n${accent}${fixed} }\n${forced}`;
}
