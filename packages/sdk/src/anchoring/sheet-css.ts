/** What a sheet wears once it may fold: only phones pay for it. */
const css = `
:host([data-crowded]) .wm { visibility: hidden }
:host([data-fold]) .unfold { display: inline-flex }
:host([data-side=bottom]) .unfold .i { rotate: 180deg }
:host([data-fold=bar]) .coach { display: flex; align-items: center; padding-block: 4px; padding-block-end: calc(4px + env(safe-area-inset-bottom)) }
:host([data-fold=bar][data-side=top]) .coach { padding-block: calc(4px + env(safe-area-inset-top)) 4px }
:host([data-fold=bar]) .coach :is(p, .eyebrow, .acts) { display: none }
:host([data-fold=bar]) .coach :is(h2, .icon) { margin: 0 }
:host([data-fold=bar]) .coach h2 { flex: 1; order: -1; min-inline-size: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
:host([data-fold=bar]) .coach .row:has(h2) { flex: 1; min-inline-size: 0 }
`;

let sheet: CSSStyleSheet | undefined;

/** Dresses a card for folding. Where sheets cannot be constructed nothing folds: it stands whole, or is not seen. */
export function dressForFolding({ shadowRoot }: HTMLElement): void {
  if (!shadowRoot || !("adoptedStyleSheets" in shadowRoot && "replaceSync" in CSSStyleSheet.prototype)) return;
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  if (!shadowRoot.adoptedStyleSheets.includes(sheet))
    shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
}
