/** Height of the line "12 more fields" and of the room for the bar, px. */
export const lineHeight = 54;
export const barRoom = 84;

/** Bar and line of the focus view, over the base sheet. */
export const focusCss: string = `
:host([data-under]) .wm { visibility: hidden }
.bar.whole { inline-size: 100% }
:host(waymark-focus-more) { position-visibility: always !important }
.bar { display: flex; align-items: center; gap: 8px; box-sizing: border-box; min-block-size: 52px; padding: 6px 8px; padding-inline: 16px 8px; background: var(--waymark-raised); border-radius: var(--waymark-round-m); box-shadow: 0 0 0 1px var(--waymark-line), var(--waymark-shadow-2) }
.bar.chip-like { min-block-size: 40px; padding-block: 0; padding-inline: 12px; border-radius: var(--waymark-round-pill); inline-size: max-content; max-inline-size: calc(100vw - 16px) }
.wm .switch { display: inline-flex; align-items: center; gap: 10px; min-block-size: 36px; padding: 0; border: 0; background: none; cursor: pointer; border-radius: var(--waymark-round-s) }
.track { inline-size: 40px; block-size: 24px; flex: none; border-radius: 12px; background: var(--waymark-edge); position: relative; transition: background var(--waymark-quick) }
.track::before { content: ""; position: absolute; inset-block-start: 3px; inset-inline-start: 3px; inline-size: 18px; block-size: 18px; border-radius: 50%; background: var(--waymark-raised); transition: inset-inline-start var(--waymark-quick) }
.switch[aria-checked=true] .track { background: var(--waymark-accent) }
.switch[aria-checked=true] .track::before { inset-inline-start: 19px }
.needed { color: var(--waymark-soft) } .chip-like .needed { flex: none; font: var(--waymark-text-s) var(--waymark-font) }
.wm .all { padding: 0 8px }
.wm .key { all: unset; flex: none; padding: 2px 7px; border: 1px solid var(--waymark-line); border-block-end-width: 2px; border-radius: var(--waymark-round-s); font: var(--waymark-text-xs) var(--waymark-font); color: var(--waymark-soft); white-space: nowrap; margin-inline-end: 4px }
.wm .more { display: flex; align-items: center; gap: 8px; box-sizing: border-box; inline-size: 100%; min-block-size: ${lineHeight}px; padding: 4px 16px; text-align: start; border: 1px dashed var(--waymark-edge); border-radius: var(--waymark-round-m); background: var(--waymark-raised); cursor: pointer }
.wm .more:hover { background: var(--waymark-sunken) } .more .count { flex: 1; font-weight: 500 } .more .none, .more .count { min-inline-size: 0 } .more .none { font: var(--waymark-text-s) var(--waymark-font) }
:host(waymark-focus-kept) { pointer-events: none }
.kept { display: block; inline-size: max-content; padding-inline: 4px; border-radius: var(--waymark-round-s); font: var(--waymark-text-xs) var(--waymark-font); color: var(--waymark-soft); background: var(--waymark-raised) }
@media (pointer: coarse) { .bar .switch { min-block-size: 44px } .key { display: none } }
@media (max-width: 559px) { .bar { gap: 4px 8px; padding-inline: 12px 4px } .needed { font: var(--waymark-text-s) var(--waymark-font) } .bar .key, .wm .bar .all { display: none } .bar.chip-like { padding-inline: 10px 14px } .chip-like .needed { display: none } .wm .more { display: grid; grid-template-columns: 1fr auto; gap: 0 8px } .more .none { grid-row: 2 } .more .i { grid-area: 1 / 2 / 3 / 3 } }
@media (forced-colors: active) { .bar, .track { border: 1px solid CanvasText } .switch[aria-checked=true] .track { background: Highlight; forced-color-adjust: none } .track::before { background: CanvasText } }
`;
