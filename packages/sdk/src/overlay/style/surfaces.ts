/** Launcher, panel and brief. */
export const surfacesCss = `
.pill { display: inline-flex; align-items: center; gap: 10px; min-block-size: 44px; padding: 0 16px; padding-inline: 12px 16px; border: 0; border-radius: var(--waymark-round-pill); background: var(--waymark-raised); box-shadow: 0 0 0 1px var(--waymark-line), var(--waymark-shadow-2); cursor: pointer; white-space: nowrap }
.pill { touch-action: none; user-select: none } [data-brief] .why { display: none }
.pill:hover { background: var(--waymark-paper) }
.pill svg { overflow: visible } .wm .pill b { font-weight: 600 } .pill.round { padding: 0 7px } .pill.trail { padding-inline-start: 16px }
.mark { inline-size: 30px; block-size: 24px } .mark path { fill: none; stroke: var(--waymark-accent); stroke-width: 3; stroke-linecap: round } .mark .under { stroke: var(--waymark-bed); stroke-width: 6 }
.badge { inline-size: 8px; block-size: 8px; border-radius: 50%; background: var(--waymark-late); flex: none; forced-color-adjust: none }
:host([data-away]) .pill { display: none }
.panel { inline-size: 392px; max-block-size: calc(100dvh - 40px); display: flex; flex-direction: column }
.stage { background: var(--waymark-paper); padding-block-end: 12px; overflow-y: auto; overscroll-behavior: contain; min-block-size: 0 }
.still { block-size: 496px }
.card { position: relative; margin: -2px 12px 0; padding: 14px 16px 8px; background: var(--waymark-raised); border-radius: var(--waymark-round-m); box-shadow: 0 0 0 1px var(--waymark-line), var(--waymark-shadow-2) }
.card::before { content: ""; position: absolute; inset-block-start: -7px; inset-inline-start: clamp(10px, calc(var(--at) - 12px - 7px), calc(100% - 24px)); inline-size: 14px; block-size: 14px; background: inherit; rotate: 45deg; border-radius: 3px 0 0; box-shadow: -1px -1px 0 var(--waymark-line); transition: inset-inline-start var(--waymark-calm) var(--waymark-ease) }
.walking .card::before { transition-delay: 1.2s }
.card > .row:first-child { min-block-size: 24px } .card h3 { margin-block: 2px 4px }
.why { display: flex; gap: 10px; padding-inline-start: 12px; border-inline-start: 3px solid var(--waymark-accent); font: var(--waymark-text-s) var(--waymark-font) } .wm .why { margin-block: 12px }
.meta { display: flex; flex-wrap: wrap; gap: 6px 16px; margin-block: 12px 14px; font: var(--waymark-text-s) var(--waymark-font); color: var(--waymark-soft) }
.meta:empty { display: none } .meta > span { display: inline-flex; align-items: center; gap: 7px } .card > :is(p, .meta:empty) + .btn { margin-block-start: 14px }
.card > p:last-child { margin-block-end: 8px }
.card > .primary { position: sticky; inset-block-end: 0; max-block-size: 88px; overflow: hidden; box-shadow: 0 4px 0 4px var(--waymark-raised) }
.acts { display: flex; flex-wrap: wrap; justify-content: space-between; margin: 4px -9px 0 } .rare { display: flex; justify-content: space-between; flex-wrap: wrap; gap: 0 4px; margin: 2px -9px 0; border-block-start: 1px solid var(--waymark-line); padding-block-start: 4px } .wm .rare { animation: new .5s !important } @keyframes new { 0%, 99% { pointer-events: none } }
.wm :is(.acts, .rare) .btn { font: 500 var(--waymark-text-s) var(--waymark-font); gap: 6px; padding: 0 8px }
.brief { inline-size: 420px; max-block-size: calc(100dvh - 40px); display: flex; flex-direction: column } .brief .map { block-size: 84px; flex: none }
.brief .text { padding: 16px 20px; overflow-y: auto; min-block-size: 0; overscroll-behavior: contain } .brief h2 { margin-block: 2px 14px } .brief dl { display: grid; gap: 12px } .brief dd { overflow-wrap: break-word }
.brief .ask { border-block-start: 1px solid var(--waymark-line); padding: 12px 20px 14px; flex: none } .brief .same { display: flex; flex-wrap: wrap } .brief .same > * { flex: 1 1 0 } .brief .ask > .s { margin-block-end: 8px } .brief .ask > .row { margin-block-start: 8px } .brief .ask .quiet { margin-inline-end: -10px }
@media (max-width: 559px) { .panel, .brief { max-block-size: calc(100dvh - 24px) } .panel .fold, .panel:has(.list) .foot { display: none } }
@media (max-height: 560px) { .panel .foot { display: none } .panel .head { padding-block: 4px } .panel { max-block-size: calc(100dvh - 28px) } }
@media (max-width: 359px) { .card .acts .i { display: none } }
@media (forced-colors: active) { .badge { background: Highlight } }
`;
