/** What the editor has and the guest has not: a docked panel, forms, bars. Colours and letters are the guest's. */
export const panelCss = `
:host { --_inset: 0; --_width: 100%; --_height: 100%; --_visibility: visible; --_scale: 1; border: 0; padding: 0; margin: 0; background: none; overflow: visible }
.wm { position: absolute; inset: 0; --accent-line: var(--waymark-accent) }
.panel { position: absolute; inset-block: 12px; inset-inline-end: 12px; inline-size: min(412px, calc(100vw - 24px)); max-block-size: none; display: flex; flex-direction: column }
.left .panel { inset-inline: 12px auto }
.panel.moved { inset-inline: auto; inset-block: auto; block-size: min(720px, calc(100dvh - 24px)) }
.wm h2 { font: 600 17px/23px var(--waymark-font); letter-spacing: -.01em; text-wrap: balance }
.wm h3 { font: 600 var(--waymark-text-m) var(--waymark-font) }
.head { padding: 8px 8px 8px 8px; padding-inline-start: 8px; gap: 2px; border-block-end: 1px solid var(--waymark-line); cursor: grab; touch-action: none; user-select: none }
.head .name { padding-inline-start: 8px; font: 600 15px/20px var(--waymark-font) }
.head .icon { inline-size: 32px; min-block-size: 32px }
.wm .btn.quiet:disabled { background: none; opacity: .4 }
.clip { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; min-inline-size: 0 }
.block { display: block }
.body { overflow-y: auto; overscroll-behavior: contain; min-block-size: 0; flex: 1; scrollbar-width: thin }
.form { display: grid; gap: 14px; padding: 16px 20px; grid-template-columns: minmax(0, 1fr) }
details > .form { padding: 12px 0 0 }
.tools { padding: 10px 20px 0 } .wrap { flex-wrap: wrap } .top { align-items: start } .tight { gap: 0 } .between { justify-content: space-between }
.map { border-block-end: 1px solid var(--waymark-line) }
.wm .add { position: absolute; inset-block-start: 8px; inset-inline-end: 8px; inline-size: 32px; min-block-size: 32px; border-radius: 50% }
.map .none { position: absolute; inset-inline: 20px 60px; inset-block-start: 14px }
.s-flaw { fill: var(--waymark-late); stroke: var(--waymark-paper); stroke-width: 2 }
.field { display: grid; gap: 4px; min-inline-size: 0; flex: 1 }
.wm label, .wm legend, .wm summary { font: 500 var(--waymark-text-s) var(--waymark-font); color: var(--waymark-soft); padding: 0 }
.wm label.row { color: var(--waymark-ink); cursor: pointer }
.wm :is(input:not([type=checkbox]), textarea, select) { inline-size: 100%; margin: 0; min-block-size: 36px; padding: 7px 10px; border: 1px solid var(--waymark-edge); border-radius: var(--waymark-round-s); background: var(--waymark-raised); color: var(--waymark-ink); font: 400 var(--waymark-text-m) var(--waymark-font); resize: vertical; box-sizing: border-box; text-align: start; unicode-bidi: plaintext }
.wm input[type=checkbox] { accent-color: var(--waymark-accent); inline-size: 16px; block-size: 16px; margin: 0 }
.wm input::file-selector-button { font: 500 var(--waymark-text-s) var(--waymark-font); color: var(--waymark-ink); background: var(--waymark-sunken); border: 0; border-radius: var(--waymark-round-s); padding: 4px 10px; margin-inline-end: 10px; cursor: pointer }
.wm :is(input, textarea)::placeholder { color: var(--waymark-soft); opacity: .75 }
.wm :is(input, textarea, select)[aria-invalid=true] { border-color: var(--waymark-late) }
.count { font: var(--waymark-text-xs) var(--waymark-font); color: var(--waymark-soft); font-variant-numeric: tabular-nums } .count.over { color: var(--waymark-late); font-weight: 600 }
.say { font: var(--waymark-text-s) var(--waymark-font); color: var(--waymark-soft); padding-inline-start: 10px; border-inline-start: 3px solid var(--waymark-edge) } .say.error { color: var(--waymark-late); border-color: var(--waymark-late) }
.part { display: grid; gap: 10px; margin: 0; padding: 12px 14px 14px; border: 0; border-radius: var(--waymark-round-m); background: var(--waymark-paper); box-shadow: inset 0 0 0 1px var(--waymark-line); min-inline-size: 0 }
.wm .part > legend { float: inline-start; inline-size: 100%; font-weight: 600; color: var(--waymark-ink) }
.wm summary { cursor: pointer; min-block-size: 24px; display: list-item }
.target { display: grid; gap: 6px }
.meter { display: inline-flex; gap: 2px; align-items: end } .meter i { inline-size: 4px; border-radius: 2px; background: var(--waymark-line) } .meter i:nth-child(1) { block-size: 7px } .meter i:nth-child(2) { block-size: 11px } .meter i:nth-child(3) { block-size: 15px }
.meter:is(.sure, .likely) i:nth-child(-n+2), .meter.sure i { background: var(--waymark-accent) } .meter.fragile i:first-child { background: var(--waymark-late) }
.grade { font: 600 var(--waymark-text-xs) var(--waymark-font); color: var(--waymark-accent); flex: none } .grade.fragile { color: var(--waymark-late) } .grade.away { color: var(--waymark-soft) }
.ways { display: grid; gap: 2px; margin-block-start: 6px } .ways > div { display: grid; grid-template-columns: 110px 1fr; gap: 8px } .wm .ways dt { color: var(--waymark-soft) } .wm .ways dd { overflow-wrap: anywhere }
.wm .where { font: 12px/16px ui-monospace, monospace; color: var(--waymark-soft); overflow-wrap: anywhere }
.chips { display: flex; flex-wrap: wrap; gap: 6px } .chips .chip { padding-inline-end: 2px } .wm .cross { border: 0; background: none; padding: 4px; display: grid; cursor: pointer; border-radius: 50% } .cross .i { inline-size: 12px; block-size: 12px } .chips:empty { display: none }
.ways-in { display: grid; gap: 8px }
.wm .way { display: flex; align-items: center; gap: 14px; padding: 14px 16px; text-align: start; border: 0; border-radius: var(--waymark-round-m); background: var(--waymark-paper); box-shadow: inset 0 0 0 1px var(--waymark-line); cursor: pointer; transition: background var(--waymark-quick), box-shadow var(--waymark-quick) }
.wm .way:hover { background: var(--waymark-wash); box-shadow: inset 0 0 0 1px var(--waymark-accent) } .way .i { inline-size: 22px; block-size: 22px; color: var(--waymark-accent); stroke-width: 1.3 } .way span { display: block }
.drafts { display: grid; gap: 2px; margin-inline: -10px } .drafts .btn.quiet:not(.icon) { justify-content: flex-start; text-align: start; gap: 12px; color: var(--waymark-ink) }
.bottom { border-block-start: 1px solid var(--waymark-line); padding: 10px 20px 12px; display: grid; gap: 10px; background: var(--waymark-raised) }
.lint.fine { color: var(--waymark-soft) } .lint ul { max-block-size: 34vh; overflow-y: auto; margin: 6px -10px 0 } .lint .btn { inline-size: 100%; white-space: normal; text-align: start; justify-content: flex-start; padding: 6px 10px; font: var(--waymark-text-s) var(--waymark-font) } .lint .btn b { color: var(--waymark-ink) }
.light { display: inline-block; inline-size: 8px; block-size: 8px; border-radius: 50%; background: var(--waymark-edge); margin-inline: 2px 8px } .light.red { background: var(--waymark-late) }
.note { font: var(--waymark-text-s) var(--waymark-font); padding: 10px 20px; background: var(--waymark-wash); overflow-wrap: break-word } .note.failed { background: var(--waymark-late-wash); color: var(--waymark-late) } .wm .note.empty { padding: 0 }
.bars { position: absolute; inset-block-start: 12px; inset-inline: 12px; display: grid; grid-template-columns: minmax(0, 1fr); justify-items: center; gap: 8px; pointer-events: none !important } .bars > * { pointer-events: auto } .bars .note { border-radius: var(--waymark-round-m) }
.surface.bar { display: flex; align-items: center; gap: 10px; padding: 8px; padding-inline-start: 16px; inline-size: max-content; max-inline-size: 100% } .bar select { inline-size: auto !important; max-inline-size: 150px }
.rec { inline-size: 10px; block-size: 10px; border-radius: 50%; background: var(--waymark-late); flex: none }
.heard { color: var(--waymark-accent); font-weight: 600; margin-inline-start: 8px }
.wm .folded { position: absolute; inset-block-end: 20px; inset-inline-end: 20px; font-weight: 600 } .left .folded { inset-inline: 20px auto }
.shield { position: absolute; inset: 0; cursor: crosshair } .shield .frame { position: fixed; border-radius: 6px; outline: 2px solid var(--waymark-accent); outline-offset: 3px; background: var(--waymark-halo); pointer-events: none }
.shield .pickbar { position: absolute; inset-block-start: 12px; inset-inline: 12px; margin-inline: auto }
.phone { position: absolute; inset-block: 84px 12px; inset-inline: 0; margin: auto; inline-size: min(390px, calc(100vw - 24px)); max-block-size: 844px } .phone iframe { border: 0; inline-size: 100%; block-size: 100%; background: Canvas; display: block }
.versions { display: grid; gap: 10px }
[dir=rtl] .turns { transform: scaleX(-1) }
@media (max-width: 559px) { .panel, .left .panel { inset: auto 0 0; inline-size: 100%; block-size: 86dvh; border-end-start-radius: 0; border-end-end-radius: 0 } .bar .lead { display: none } .surface.bar > .grow { min-inline-size: 0; flex-basis: 50% } .surface.bar { flex-wrap: wrap } .form { padding-inline: 16px } .head { cursor: default } }
@media (prefers-reduced-motion: no-preference) { .rec { animation: rec 1.6s ease-in-out infinite } @keyframes rec { 50% { opacity: .35 } } }
@media (forced-colors: active) { .part, .wm .way { border: 1px solid CanvasText } .rec, .light, .meter i { forced-color-adjust: none } }
`;
