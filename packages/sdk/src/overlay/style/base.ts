/**
 * What all surfaces share. The element itself: an important declaration of a shadow tree's own sheet beats every important
 * one of the page. The root that stops inheritance from the page, text, buttons, chips.
 */
export const baseCss = `
:host { all: initial !important; display: block !important; position: fixed !important; z-index: 2147483647 !important; inset: var(--_inset) !important; width: var(--_width) !important; height: var(--_height) !important; visibility: var(--_visibility) !important; color-scheme: var(--_color-scheme) !important; position-anchor: auto !important; pointer-events: none !important }
.wm { all: initial; zoom: var(--_scale); color-scheme: inherit; display: block; box-sizing: border-box; font: var(--waymark-text-m) var(--waymark-font); color: var(--waymark-ink); --dir: 1; -webkit-font-smoothing: antialiased; -webkit-tap-highlight-color: transparent; pointer-events: none }
.wm > * { pointer-events: auto }
.wm[dir=rtl] { --dir: -1 }
.wm * { unicode-bidi: plaintext } .wm { text-align: left } .wm[dir=rtl] { text-align: right }
.wm *, .wm *::before, .wm *::after { box-sizing: border-box }
:where(.wm :is(h2, h3, p, ol, ul, dl, dd, dt)) { margin: 0; padding: 0; list-style: none; font: inherit }
:where(.wm) :is(h2, h3) { font: 600 var(--waymark-text-l) var(--waymark-font); letter-spacing: -.01em; text-wrap: balance; overflow-wrap: break-word }
.wm :is(p, dd) { text-wrap: pretty; overflow-wrap: break-word }
.wm b { font-weight: 600 }
.soft { color: var(--waymark-soft) } .s { font: var(--waymark-text-s) var(--waymark-font) } .xs { font: var(--waymark-text-xs) var(--waymark-font) }
.i { inline-size: 16px; block-size: 16px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round }
.row { display: flex; align-items: center; gap: var(--waymark-2) }
.grow { flex: 1; min-inline-size: 0 }
.hide { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.wm button { font: 500 var(--waymark-text-m) var(--waymark-font); color: inherit; letter-spacing: inherit; margin: 0; touch-action: manipulation }
.wm :focus { outline: none }
.wm :focus-visible { outline: 2px solid var(--waymark-accent); outline-offset: 2px }
.wm .surface:focus-visible { outline: none }
.surface { background: var(--waymark-raised); border-radius: var(--waymark-round-l); box-shadow: 0 0 0 1px var(--waymark-line), var(--waymark-shadow-3); overflow: clip; position: relative; display: flow-root }
.btn { display: inline-flex; align-items: center; justify-content: center; gap: var(--waymark-2); min-block-size: 36px; padding: 0 14px; border: 1px solid var(--waymark-edge); border-radius: var(--waymark-round-m); background: var(--waymark-raised); cursor: pointer; white-space: nowrap; transition: background var(--waymark-quick) }
.btn:hover { background: var(--waymark-sunken) }
.wm .btn.primary { background: var(--waymark-accent); border-color: transparent; color: var(--waymark-on-accent); font-weight: 600; white-space: normal }
.wm .btn.primary:enabled:hover { background: color-mix(in oklab, var(--waymark-accent) 90%, var(--waymark-ink)) }
.wm .btn:disabled { background: var(--waymark-sunken); border-color: transparent; color: var(--waymark-soft); cursor: default }
.btn.quiet { border-color: transparent; background: none; padding: 0 10px } .wm .btn.quiet { color: var(--waymark-soft) } .wm .btn.quiet:hover { background: var(--waymark-sunken); color: var(--waymark-ink) }
.btn.icon { padding: 0; inline-size: 36px; flex: none }
.btn.wide { inline-size: 100% }
.wm .btn.on { background: var(--waymark-wash); border-color: var(--waymark-accent); color: var(--waymark-accent) }
.wm .btn.small { white-space: normal; text-align: inherit; font: 500 var(--waymark-text-s) var(--waymark-font) }
.same { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; gap: var(--waymark-2) }
.chip { display: inline-flex; align-items: center; gap: 6px; min-block-size: 24px; padding: 0; padding-inline: 7px 9px; border-radius: var(--waymark-round-pill); background: var(--waymark-sunken); font: 500 var(--waymark-text-xs) var(--waymark-font); white-space: nowrap }
.chip.today { background: var(--waymark-wash); color: var(--waymark-accent) } .chip.overdue { background: var(--waymark-late-wash); color: var(--waymark-late) }
.eyebrow { font: 600 var(--waymark-text-xs) var(--waymark-font); color: var(--waymark-soft) } .eyebrow.lit { color: var(--waymark-accent) }
.dot { inline-size: 13px; block-size: 13px; flex: none; overflow: visible }
.d-overdue { fill: var(--waymark-late) } .d-today { fill: none; stroke: var(--waymark-accent); stroke-width: 2 } .d-core { fill: var(--waymark-accent) } .d-later { fill: var(--waymark-plan) }
.head { display: flex; align-items: center; gap: var(--waymark-1); padding: 14px 10px 12px; padding-inline: 20px 10px; flex: none }
.foot { display: flex; flex-wrap: wrap; justify-content: space-between; padding: 6px 9px; border-block-start: 1px solid var(--waymark-line); flex: none }
.foot:empty { display: none }
.grab { display: none; inline-size: 36px; block-size: 4px; border-radius: 2px; background: var(--waymark-edge); margin: 8px auto 0; flex: none }
.scrim { display: none; position: fixed; inset: 0; background: var(--waymark-dim) }
@media (max-width: 559px) {
  .grab, .scrim { display: block }
  .sheet { border-end-start-radius: 0; border-end-end-radius: 0; inline-size: 100% !important; padding-block-end: env(safe-area-inset-bottom) }
  .sheet .head { padding-block-start: 6px } .sheet > :is(.grab, .head) { touch-action: none }
}
@media (pointer: coarse), (max-width: 559px) { .btn { min-block-size: 44px } .btn.icon { inline-size: 44px } }
@media (prefers-reduced-motion: no-preference) {
  .surface { animation: rise var(--waymark-calm) var(--waymark-ease) backwards }
  @keyframes rise { from { translate: 0 8px } }
}
@media (prefers-reduced-motion: reduce) { .wm *, .wm *::before { animation: none !important; transition: none !important } }
@media (forced-colors: active) { .surface, .card, .pill, .chip { border: 1px solid CanvasText } .btn.primary { forced-color-adjust: none } .card::before { display: none !important } }
`;
