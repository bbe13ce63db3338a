/** The report and its answers, over the base sheet. */
export const voiceCss: string = `
.report { inline-size: 440px; max-block-size: calc(100dvh - 40px); display: flex; flex-direction: column }
.report .head { padding-block-end: 0; align-items: flex-start } .report .head h2 { white-space: normal }
.report .body-of { scroll-padding-block-end: 84px; overflow-y: auto; overscroll-behavior: contain; min-block-size: 0 } .report .body { padding: 12px 20px 16px; display: grid; gap: 14px }
.report .four { display: grid; grid-template-columns: 1fr 1fr; gap: 8px } .report .four .btn { white-space: normal; padding-block: 6px }
.report .ask { margin-block-end: 8px }
.report textarea { display: block; inline-size: 100%; min-block-size: 62px; padding: 9px 12px; border: 1px solid var(--waymark-edge); border-radius: var(--waymark-round-m); background: var(--waymark-raised); color: inherit; font: var(--waymark-text-m) var(--waymark-font); resize: vertical }
.report label { display: block; margin-block-end: 6px } .report .hints { display: grid; gap: 2px; margin-block-start: 6px } .report .hints .row { min-block-size: 32px } .report .hints .row > span { overflow-wrap: anywhere }
.wm .btn.rewrite { color: var(--waymark-accent); margin-inline-end: -10px; min-block-size: 32px; text-align: end; white-space: normal }
.note { background: var(--waymark-paper); border-radius: var(--waymark-round-m); padding: 12px 16px } .note h3 { font: 600 var(--waymark-text-s) var(--waymark-font); letter-spacing: 0; margin-block-end: 8px }
.facts { display: grid; grid-template-columns: 20px 1fr; gap: 4px 10px; font: var(--waymark-text-s) var(--waymark-font) } .facts .i { margin-block-start: 1px; color: var(--waymark-soft) }
.report .send { position: sticky; inset-block-end: 0; margin: 0 -20px -16px; padding: 10px 20px 14px; background: var(--waymark-raised); box-shadow: 0 -1px var(--waymark-line); display: flex; flex-wrap: wrap; align-items: center; gap: 8px 12px } .report .send .grow { flex: 1 1 130px }
.quote { overflow-wrap: anywhere; white-space: pre-line } .kept { display: grid; gap: 4px; padding-block: 12px; border-block-start: 1px solid var(--waymark-line) } .kept:first-child { border: 0; padding-block-start: 0 } .kept .btn { margin-inline-start: -10px; justify-self: start }
@media (max-width: 559px) { .report { max-block-size: calc(100dvh - 24px) } }
@media (max-height: 480px) { .report .send { position: static } }
@media (forced-colors: active) { .note { border: 1px solid CanvasText } }
`;

/** The answer on a station's card, the mark on the map and the line over the pill. */
export const answerCss: string = `
.card:has(> .answer) > :not(.answer) { display: none }
.answer { display: grid; gap: 12px; padding-block-end: 8px } .answer .quote { overflow-wrap: anywhere; white-space: pre-line } .answer .did { border-inline-start: 3px solid var(--waymark-accent); padding-inline-start: 12px; overflow-wrap: anywhere; white-space: pre-line } .answer .row { margin-block: -6px } .answer .row .btn { margin-inline-end: -11px }
.answer .ask { margin-block-end: 8px } .answer .btn.back { justify-self: start; margin-inline-start: -10px } .answer div.back { display: grid; gap: 6px } .answer .back .btn { justify-self: start }
.answer textarea { inline-size: 100%; min-block-size: 62px; padding: 9px 12px; border: 1px solid var(--waymark-edge); border-radius: var(--waymark-round-m); background: var(--waymark-raised); color: inherit; font: var(--waymark-text-m) var(--waymark-font); resize: vertical } .wm .st > .who.mark .i { inline-size: 14px; block-size: 14px; color: var(--waymark-accent) }
.wm .news { display: flex; align-items: center; gap: 8px; min-block-size: 36px; margin: 0 0 8px; margin-inline-start: auto; padding: 0 14px; border: 0; border-radius: var(--waymark-round-pill); background: var(--waymark-raised); box-shadow: 0 0 0 1px var(--waymark-line), var(--waymark-shadow-2); cursor: pointer } .news .i { color: var(--waymark-accent) }
:host([data-away]) .news { display: none }
@media (pointer: coarse), (max-width: 559px) { .news { min-block-size: 44px } }
`;
