/** The coach card and the spotlight. */
export const guideCss = `
.unfold { display: none }
.coach { inline-size: 300px; padding: 14px 16px 10px; overflow: visible } .coach h2 { margin-block: 0 4px } .coach :is(h2, p) { max-block-size: 30dvh; overflow-y: auto; overscroll-behavior: contain } .coach .icon { margin-block: -6px; margin-inline-end: -8px; margin-inline-start: auto } .coach .acts { margin: 14px -8px 0; justify-content: flex-end; gap: 8px; display: flex } .wm .coach .acts .btn { font: 500 var(--waymark-text-m) var(--waymark-font); padding: 0 14px } .wm .coach .acts .quiet { margin-inline: -1px auto; padding: 0 8px } .coach .wait { margin-block: 2px 6px }
.notch { position: absolute; inset-block-start: -10px; inset-inline-start: var(--_notch, 34px); inline-size: 22px; block-size: 11px; fill: var(--waymark-raised); overflow: visible; display: none }
:host([data-side=below]) .notch { display: block } :host([data-side=above]) .notch { display: block; inset-block: auto -10px; rotate: 180deg } :host([data-align=end]) .notch { inset-inline: auto var(--_notch, 34px) }
.spot { position: absolute; inset: 0; border-radius: 10px; box-shadow: 0 0 0 3px var(--waymark-accent), 0 0 0 200vmax var(--waymark-dim) } :host([data-quiet]) .spot { box-shadow: 0 0 0 3px var(--waymark-accent) } :host([data-under]) .wm { visibility: hidden } :host([data-late]) .wm { opacity: 0 }
@media (max-width: 559px) { .coach { inline-size: 100%; padding-block-end: calc(10px + env(safe-area-inset-bottom)) } .wm .coach .notch { display: none } :host([data-side=top]) .coach { border-radius: 0 0 16px 16px; padding-block-start: calc(14px + env(safe-area-inset-top)) } }
@media (forced-colors: active) { .spot { outline: 3px solid Highlight } }
`;
