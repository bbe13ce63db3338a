/** What hand-overs wear over the base sheet, in the panel, the menu and the room. */
export const handoverCss = `
.ho-row { display: flex; align-items: center; gap: var(--waymark-3); padding: 10px 14px; min-block-size: 60px; border-block-start: 1px solid var(--waymark-line); flex: none }
.ho-row b { display: block; font: 600 var(--waymark-text-s) var(--waymark-font); overflow-wrap: anywhere } .ho-row small { display: block; font: var(--waymark-text-xs) var(--waymark-font); color: var(--waymark-soft); overflow-wrap: anywhere }
.ho-row svg { flex: none } [dir=rtl] .ho-row svg { transform: scaleX(-1) }
.ho-bed, .ho-walk, .ho-on { fill: none; stroke-linecap: round; stroke-width: 3; stroke: var(--waymark-accent) } .ho-bed { stroke: var(--waymark-bed); stroke-width: 5 } .ho-on { stroke-width: 2.5 } .ho-on.open { stroke: var(--waymark-edge); stroke-dasharray: .1 6 }
.ho-mark { fill: var(--waymark-accent); stroke: var(--waymark-raised); stroke-width: 2 } .ho-mark.back { fill: var(--waymark-raised); stroke: var(--waymark-late) }
.ho-face { display: inline-grid; place-items: center; inline-size: 22px; block-size: 22px; border-radius: 50%; flex: none; background: var(--waymark-raised); box-shadow: 0 0 0 1px var(--waymark-edge); font: 600 9px/1 var(--waymark-font); letter-spacing: .02em; color: var(--waymark-ink); font-style: normal }
.ho-face.big { inline-size: 36px; block-size: 36px; font-size: 13px }
.ho-row .btn { flex: none }
.handover { inline-size: 392px; max-block-size: calc(100dvh - 40px); display: flex; flex-direction: column }
.handover > .body { overflow-y: auto; overscroll-behavior: contain; min-block-size: 0; padding-block-end: 8px }
.handover h3 { padding: 12px 20px 6px } .handover section:first-child > h3 { padding-block-start: 0 } .wm .handover h3 { font: 600 var(--waymark-text-xs) var(--waymark-font); color: var(--waymark-soft); letter-spacing: 0 }
.ho-item { padding: 12px 20px; border-block-start: 1px solid var(--waymark-line) } .ho-item > .row { align-items: start; gap: var(--waymark-3) }
.ho-item b { display: block; overflow-wrap: anywhere } .ho-item p { margin-block-start: 2px; overflow-wrap: anywhere }
.ho-item:has(> .row) > .ho-acts { margin-inline-start: 48px } .handover .head > .ho-face { order: -1; margin-inline-end: 12px }
.ho-acts { display: flex; flex-wrap: wrap; gap: 8px; margin-block-start: 12px }
.ho-item .ho-said { margin-block-start: 8px; padding-inline-start: 12px; border-inline-start: 3px solid var(--waymark-accent) }
.ho-field { display: block; inline-size: 100%; min-block-size: 64px; margin-block: 6px; padding: 9px 12px; border: 1px solid var(--waymark-edge); border-radius: var(--waymark-round-m); background: var(--waymark-raised); color: inherit; font: var(--waymark-text-m) var(--waymark-font); resize: vertical }
.ho-thank { padding: 4px 20px 16px }
.handover .ho-none { padding: 4px 20px 16px }
.menu .ho-row { inline-size: 100%; padding-inline: 20px; border-inline: 0; border-block-end: 0; background: none; text-align: start; cursor: pointer; color: inherit } .menu .ho-row:hover { background: var(--waymark-sunken) }
.ho-note { display: flex; align-items: center; gap: 8px; position: absolute; inset-block-end: calc(100% + 8px); inset-inline-end: 0; inline-size: max-content; max-inline-size: min(340px, calc(100vw - 40px)); min-block-size: 36px; padding: 4px 14px; padding-inline: 8px 14px; border: 0; border-radius: var(--waymark-round-pill); background: var(--waymark-raised); box-shadow: 0 0 0 1px var(--waymark-line), var(--waymark-shadow-2); cursor: pointer } .ho-note:hover { background: var(--waymark-paper) }
.wm .ho-note { font: 500 var(--waymark-text-s) var(--waymark-font); text-align: start } .ho-note span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
:host([data-away]) .ho-note { display: none }
@media (max-width: 559px) { .handover { max-block-size: calc(100dvh - 24px) } .ho-note { min-block-size: 44px } }
@media (forced-colors: active) { .ho-face, .ho-note { border: 1px solid CanvasText } }
`;
