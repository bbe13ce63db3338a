import { middleCss } from "../frame.tsx";

/** What My map wears over the base sheet. */
export const myMapCss: string = `${middleCss}
.middle.my-map { inline-size: min(100%, 1016px) }
.my-map .body { background: var(--waymark-raised) }
.t-lane { fill: none; stroke: var(--waymark-contour); stroke-width: 1 }
.s-count { fill: var(--waymark-raised); stroke: var(--waymark-edge); stroke-width: 1.5 }
.d-none { fill: none; stroke: var(--waymark-plan); stroke-width: 1.8; stroke-dasharray: 3 2.1 }
.way.map { overflow: hidden; flex: none; margin-inline: auto }
.wm .way .st > button { color: var(--waymark-ink) } .wm .way .st > button[aria-pressed=true] { font-weight: 700; text-decoration: underline; text-underline-offset: 3px }
.wm .way .st > .count { inset-block: -8px auto; min-inline-size: 26px; padding: 0; font: 600 12px/16px var(--waymark-font); font-variant-numeric: tabular-nums; pointer-events: none }
.wm .way .st.side > button { translate: 0 -50%; min-block-size: 44px; max-inline-size: var(--lw); inline-size: var(--lw); text-align: inherit; padding: 0; font-weight: 600 } .way .st.side > .goal { translate: 0; text-align: inherit; padding: 0 }
.way.turned .st.side > button::before { content: ""; position: absolute; inset-block: -20px; inset-inline: calc(var(--lw) * -1 - 100px) 0 }
.way .st.up.end > *, .way .st.down.end > * { min-inline-size: 120px }
.spot-on { position: absolute; inline-size: 24px; block-size: 24px; margin: -12px; padding: 0; border: 0; border-radius: 50%; background: none; display: grid; place-items: center; translate: 0; cursor: pointer }
.wm .way .spot-on { margin: -12px } .wm .way .spot-on:focus-visible { outline: 2px solid var(--waymark-ink); outline-offset: -1px } .wm .way .spot-on.xs { font: 600 11px/1 var(--waymark-font); color: var(--waymark-soft) }
.spot-on:hover { background: var(--waymark-sunken) }
.tip { position: absolute; translate: calc(var(--dir) * -50%) calc(-100% - 16px); padding: 8px 12px; border-radius: var(--waymark-round-m); background: var(--waymark-ink); color: var(--waymark-raised); font: var(--waymark-text-xs) var(--waymark-font); max-inline-size: 190px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; pointer-events: none; box-shadow: var(--waymark-shadow-2); z-index: 1 }
.tip.under { translate: calc(var(--dir) * -50%) 18px }
.tools { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 14px; padding: 10px 16px; border-block: 1px solid var(--waymark-line) }
.tools input, .tools select { font: var(--waymark-text-s) var(--waymark-font); border: 1px solid var(--waymark-edge); border-radius: var(--waymark-round-m); block-size: 36px; margin: 0; max-inline-size: 100% }
.tools input { inline-size: 220px; padding: 0 10px; color: inherit; background: var(--waymark-raised) } .tools input::placeholder { color: var(--waymark-soft); opacity: 1 } .tools label { display: flex; align-items: center; gap: 8px; font: var(--waymark-text-s) var(--waymark-font) }
.lists { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)) } .lists section { padding: 12px 4px 8px } .lists section + section { border-inline-start: 1px solid var(--waymark-line) }
.wm .lists h3 { display: flex; align-items: center; gap: 8px; padding: 0 12px 6px; font: 600 var(--waymark-text-m) var(--waymark-font) } .lists .n { font: var(--waymark-text-s) var(--waymark-font); color: var(--waymark-soft); font-variant-numeric: tabular-nums }
.vlist { position: relative; block-size: 216px; overflow-y: auto; overscroll-behavior: contain }
.vlist ul { position: relative } .vlist li { position: absolute; inset-inline: 0; padding: 1px 4px }
.wm .vlist .rec { display: block; inline-size: 100%; block-size: 100%; min-block-size: 0; padding: 4px 8px; border: 0; background: none; border-radius: var(--waymark-round-s); text-align: inherit; cursor: pointer } .wm .vlist .rec:hover { background: var(--waymark-sunken) } .wm .vlist .rec:focus-visible { outline-offset: -2px }
.wm .vlist .rec > * { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap } .wm .vlist .rec b { font: 500 var(--waymark-text-m) var(--waymark-font) } .wm .vlist .rec small { font: var(--waymark-text-xs) var(--waymark-font); color: var(--waymark-soft) }
.empty { padding: 14px 20px 16px }
.legend { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); padding: 8px } .wm .legend .btn { white-space: normal; text-align: start; font: 500 var(--waymark-text-xs) var(--waymark-font); padding: 0 12px; gap: 8px; justify-content: flex-start } .legend b { margin-inline-start: auto } .wm .legend .btn[aria-pressed=true] { background: var(--waymark-sunken); color: var(--waymark-ink) }
.one-list .vlist { block-size: 240px; margin: 0 8px 12px }
.middle.my-day { inline-size: min(100%, 680px) } .my-day section { padding: 4px 20px 12px } .my-day .btn[part=more] { margin-inline-start: 15px }
.wm .my-day h3 { display: flex; gap: 8px; padding-block: 12px 4px; font: 600 var(--waymark-text-s) var(--waymark-font); letter-spacing: 0; color: var(--waymark-soft) } .my-day .n { font-variant-numeric: tabular-nums }
.day-row { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 12px; padding-block: 8px } .day-row + .day-row { border-block-start: 1px solid var(--waymark-line) }
.day-row > .grow { flex: 1 1 200px } .day-row b, .day-row small { display: block; overflow-wrap: anywhere } .wm .day-row b { font: 600 var(--waymark-text-m) var(--waymark-font) } .day-row small { font: var(--waymark-text-s) var(--waymark-font); color: var(--waymark-soft) }
.when { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; gap: 6px } .wm .when .btn { padding: 0 12px; text-align: center; white-space: normal; min-inline-size: 0 }
.day-foot { justify-content: flex-end; align-items: center; gap: 8px; padding: 10px 20px; background: var(--waymark-paper) } [dir=rtl] .turn { transform: scaleX(-1) } .day-way { display: grid; padding: 0 20px 12px }
@media (max-width: 860px) and (min-width: 560px) { .lists { grid-template-columns: repeat(2, minmax(0, 1fr)) } .lists section:nth-child(3) { border-inline-start: 0 } .vlist { block-size: 144px } }
@media (max-width: 559px) { .when { flex: 1 1 100% } .day-foot .btn { flex: 1 1 auto } .tools input { inline-size: 100%; block-size: 44px; font-size: 16px } .tools select { block-size: 44px } }
@media (forced-colors: active) { .t-lane { stroke: none } .tip { border: 1px solid CanvasText } .d-none { stroke: CanvasText } }
`;
