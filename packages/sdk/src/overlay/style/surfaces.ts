/** Launcher, menu, panel, brief, coach card and spotlight. */
export const surfacesCss = `
.pill { display: inline-flex; align-items: center; gap: 10px; min-block-size: 44px; padding: 0 16px; padding-inline: 12px 16px; border: 0; border-radius: var(--waymark-round-pill); background: var(--waymark-raised); box-shadow: 0 0 0 1px var(--waymark-line), var(--waymark-shadow-2); cursor: pointer; white-space: nowrap }
.pill { touch-action: none; user-select: none } .wm .opt .count b { color: var(--waymark-accent) } [data-brief] .why { display: none }
.pill:hover { background: var(--waymark-paper) }
.pill svg { overflow: visible } .wm .pill b { font-weight: 600 } .pill.round { padding: 0 7px } .pill.trail { padding-inline-start: 16px }
.mark { inline-size: 30px; block-size: 24px } .mark path { fill: none; stroke: var(--waymark-accent); stroke-width: 3; stroke-linecap: round } .mark .under { stroke: var(--waymark-bed); stroke-width: 6 }
.badge { inline-size: 8px; block-size: 8px; border-radius: 50%; background: var(--waymark-late); flex: none; forced-color-adjust: none }
:host([data-away]) .pill { display: none }
.menu { inline-size: 392px; max-block-size: calc(100dvh - 116px); display: flex; flex-direction: column; position: absolute; inset-block-end: 56px; --edge: min(0px, calc(100vw - var(--w) - 40px - var(--shift))); --w: 392px; inset-inline-end: var(--edge) } .menu.start { inset-inline: var(--edge) auto }
.menu .list { padding: 0 8px 8px; overflow-y: auto; overscroll-behavior: contain; min-block-size: 0 }
.menu .list > li + li { border-block-start: 1px solid var(--waymark-line); margin-block-start: 8px; padding-block-start: 8px }
.opt { display: grid; grid-template-columns: 76px 1fr auto; align-items: center; gap: 14px; padding: 7px 12px; border: 0; background: none; border-radius: var(--waymark-round-m); min-block-size: 50px; inline-size: 100%; text-align: inherit; cursor: pointer }
.wm .opt { font: var(--waymark-text-m) var(--waymark-font) } .opt:hover { background: var(--waymark-sunken) } .opt small { display: block; font: var(--waymark-text-s) var(--waymark-font); color: var(--waymark-soft) }
.opt > span { min-inline-size: 0; overflow-wrap: break-word } .opt .count { font: var(--waymark-text-s) var(--waymark-font); color: var(--waymark-soft); font-variant-numeric: tabular-nums; white-space: nowrap }
.recs { margin-inline-start: 90px } .rec { display: flex; inline-size: 100%; align-items: center; gap: 8px; min-block-size: 44px; padding: 4px 12px; border: 0; border-radius: var(--waymark-round-s); background: none; text-align: inherit; cursor: pointer }
.rec:hover { background: var(--waymark-sunken) } .rec b { display: block } .wm .rec b { font: 500 var(--waymark-text-s) var(--waymark-font) } .rec small { display: block; font: var(--waymark-text-xs) var(--waymark-font); color: var(--waymark-soft) }
.menu .why-link { margin-inline-start: 92px }
.panel { inline-size: 392px; max-block-size: calc(100dvh - 40px); display: flex; flex-direction: column }
.stage { background: var(--waymark-paper); padding-block-end: 12px; overflow-y: auto; overscroll-behavior: contain; min-block-size: 0 }
.card { position: relative; margin: -2px 12px 0; padding: 14px 16px 8px; background: var(--waymark-raised); border-radius: var(--waymark-round-m); box-shadow: 0 0 0 1px var(--waymark-line), var(--waymark-shadow-2) }
.card::before { content: ""; position: absolute; inset-block-start: -7px; inset-inline-start: clamp(10px, calc(var(--at) - 12px - 7px), calc(100% - 24px)); inline-size: 14px; block-size: 14px; background: inherit; rotate: 45deg; border-radius: 3px 0 0; box-shadow: -1px -1px 0 var(--waymark-line); transition: inset-inline-start var(--waymark-calm) var(--waymark-ease) }
.walking .card::before { transition-delay: 1.2s }
.card > .row:first-child { min-block-size: 24px } .card h3 { margin-block: 2px 4px }
.why { display: flex; gap: 10px; padding-inline-start: 12px; border-inline-start: 3px solid var(--waymark-accent); font: var(--waymark-text-s) var(--waymark-font) } .wm .why { margin-block: 12px }
.meta { display: flex; flex-wrap: wrap; gap: 6px 16px; margin-block: 12px 14px; font: var(--waymark-text-s) var(--waymark-font); color: var(--waymark-soft) }
.meta:empty { display: none } .meta > span { display: inline-flex; align-items: center; gap: 7px } .card > :is(p, .meta:empty) + .btn { margin-block-start: 14px }
.card > p:last-child { margin-block-end: 8px }
.card > .primary { position: sticky; inset-block-end: 0; max-block-size: 88px; overflow: hidden; box-shadow: 0 4px 0 4px var(--waymark-raised) }
.acts { display: flex; flex-wrap: wrap; justify-content: space-between; margin: 4px -10px 0 } .rare { display: flex; justify-content: space-between; flex-wrap: wrap; gap: 0 4px; margin: 2px -10px 0; border-block-start: 1px solid var(--waymark-line); padding-block-start: 4px }
.wm :is(.acts, .rare) .btn { font: 500 var(--waymark-text-s) var(--waymark-font); gap: 6px; padding: 0 8px }
.recordlist { padding: 8px 8px 0 }
.empty { padding: 14px 20px 16px } .empty .btn { margin-block-start: 12px }
.brief { inline-size: 420px; max-block-size: calc(100dvh - 40px); display: flex; flex-direction: column } .brief .map { block-size: 84px; flex: none }
.brief .text { padding: 16px 20px; overflow-y: auto; min-block-size: 0; overscroll-behavior: contain } .brief h2 { margin-block: 2px 14px } .brief dl { display: grid; gap: 12px } .brief dd { overflow-wrap: break-word }
.brief .ask { border-block-start: 1px solid var(--waymark-line); padding: 12px 20px 14px; flex: none } .brief .ask > .s { margin-block-end: 8px } .brief .ask > .row { margin-block-start: 8px } .brief .ask .quiet { margin-inline-end: -10px }
.coach { inline-size: 300px; padding: 14px 16px 10px; overflow: visible } .coach h2 { margin-block: 0 4px } .coach :is(h2, p) { max-block-size: 30dvh; overflow-y: auto; overscroll-behavior: contain } .coach .icon { margin-block: -6px; margin-inline-end: -8px; margin-inline-start: auto } .coach .acts { margin: 14px -8px 0; justify-content: flex-end; gap: 8px; display: flex } .wm .coach .acts .quiet { margin-inline-end: auto; padding: 0 8px } .wm .coach .acts .btn { font: 500 var(--waymark-text-m) var(--waymark-font); padding: 0 14px } .coach .wait { margin-block: 2px 6px }
.notch { position: absolute; inset-block-start: -10px; inset-inline-start: var(--_notch, 34px); inline-size: 22px; block-size: 11px; fill: var(--waymark-raised); overflow: visible; display: none }
:host([data-side=below]) .notch { display: block } :host([data-side=above]) .notch { display: block; inset-block: auto -10px; rotate: 180deg } :host([data-align=end]) .notch { inset-inline: auto var(--_notch, 34px) }
@media (max-width: 559px) { .coach { inline-size: 100%; padding-block-end: calc(10px + env(safe-area-inset-bottom)) } .wm .coach .notch { display: none } :host([data-side=top]) .coach { border-radius: 0 0 16px 16px; padding-block-start: calc(14px + env(safe-area-inset-top)) } .menu { inline-size: var(--w); --w: calc(100vw - 24px); --edge: calc(0px - var(--shift)) } .panel, .brief { max-block-size: calc(100dvh - 24px) } .panel .fold { display: none } }
.unfold { display: none }
@media (max-height: 560px) { .panel .foot { display: none } .panel .head { padding-block: 4px } .panel { max-block-size: calc(100dvh - 28px) } }
.spot { position: absolute; inset: 0; border-radius: 10px; box-shadow: 0 0 0 3px var(--waymark-accent), 0 0 0 200vmax var(--waymark-dim) } :host([data-quiet]) .spot { box-shadow: 0 0 0 3px var(--waymark-accent) } :host([data-under]) .wm { visibility: hidden }
@media (forced-colors: active) { .spot { outline: 3px solid Highlight } .badge { background: Highlight } }
`;
