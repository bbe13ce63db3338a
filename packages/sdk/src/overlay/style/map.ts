/** The drawing in three layers, land, road and marks, and the names over it. */
export const mapCss = `
.map { block-size: var(--h); position: relative; background: var(--waymark-paper); overflow: clip }
.map > svg { position: absolute; inset: 0; inline-size: 100%; block-size: 100% }
.map > .land { mask-image: linear-gradient(#000 62%, transparent) }
[dir=rtl] .map > svg, [dir=rtl] .mini { transform: scaleX(-1) }
.t-hill { fill: var(--waymark-hill); stroke: var(--waymark-contour) }
.t-bed { fill: none; stroke: var(--waymark-bed); stroke-width: 13; stroke-linecap: round }
.t-walked { fill: none; stroke: var(--waymark-accent); stroke-width: 4; stroke-linecap: round }
.t-next { fill: none; stroke: var(--waymark-accent); stroke-width: 2.5; stroke-dasharray: 7 6; stroke-linecap: round }
.t-far { fill: none; stroke: var(--waymark-edge); stroke-width: 2.5; stroke-dasharray: .1 7; stroke-linecap: round }
.s-done { fill: var(--waymark-accent); stroke: var(--waymark-paper); stroke-width: 2.5 }
.s-halo { fill: var(--waymark-halo) } .s-here { fill: var(--waymark-accent); stroke: var(--waymark-raised); stroke-width: 3 } .s-eye { fill: var(--waymark-on-accent) }
.s-next { fill: var(--waymark-raised); stroke: var(--waymark-accent); stroke-width: 2.5 }
.s-far, .s-skipped { fill: var(--waymark-raised); stroke: var(--waymark-edge); stroke-width: 2; stroke-linecap: round }
.s-goal { fill: var(--waymark-raised); stroke: var(--waymark-accent); stroke-width: 2; stroke-linejoin: round } .reached .s-goal { fill: var(--waymark-accent) }
.s-pole { stroke: var(--waymark-ink); stroke-width: 2; stroke-linecap: round } .s-knoll { fill: var(--waymark-bed) }
.st { position: absolute }
.st > * { position: absolute; inline-size: max-content; min-inline-size: 44px; max-inline-size: calc(var(--lw) + 10px); inset-inline-start: 0; translate: calc(var(--dir) * -50%); padding: 0 5px; border: 0; background: none; text-align: center; border-radius: var(--waymark-round-m); text-wrap: balance }
.wm .st > button { cursor: pointer; font: 500 var(--waymark-text-xs) var(--waymark-font); color: var(--waymark-soft) }
.st.up > * { inset-block-end: -16px; padding-block-end: var(--gap) } .st.down > * { inset-block-start: -16px; padding-block-start: var(--gap) }
.wm .st > .who { inline-size: 28px; min-inline-size: 28px; block-size: 28px; padding: 0; border: 1.5px solid var(--waymark-edge); border-radius: 50%; background: var(--waymark-raised); display: grid; place-items: center; font: 600 10px/1 var(--waymark-font); letter-spacing: 0; inset-inline-start: 0; translate: calc(var(--dir) * -50%) } .wm .st.up > .who { inset-block: 18px auto } .wm .st.down > .who { inset-block: auto 18px }
.st.start > * { inset-inline-start: calc(var(--edge) - 5px); translate: 0; text-align: inherit } .st.end > * { inset-inline-start: auto; inset-inline-end: calc(var(--edge) - 5px); translate: 0; text-align: right } [dir=rtl] .st.end > * { text-align: left }
.wm .st.here > button { color: var(--waymark-ink); font-weight: 700 } .wm .st.next > button, .wm .st > button:hover, .wm .st.chosen > button { color: var(--waymark-ink) }
.st.chosen:not(.here) .clamp { text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 3px }
.goal { pointer-events: none; color: var(--waymark-ink); font: 600 var(--waymark-text-xs) var(--waymark-font) } .goal small { display: block; font: 500 var(--waymark-text-xs) var(--waymark-font); color: var(--waymark-soft) }
.map.list { block-size: auto; padding: 4px 10px 12px } .map.list > svg, .map.list + .card::before { display: none } .map.list .st, .wm .list .st > * { position: static; translate: none; max-inline-size: none; inline-size: 100%; text-align: inherit; padding: 6px 10px } .map.list .st { display: flex; flex-direction: row-reverse; align-items: center; padding: 0 } .wm .map.list .st > .who { inline-size: 28px; flex: none; margin-inline-end: 10px; padding: 0 } .wm .list .st > button { min-block-size: 44px } .list .clamp { display: inline } .map.list .hide { position: static; inline-size: auto; block-size: auto; clip-path: none; white-space: normal }
.clamp, .head h2 { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; overflow-wrap: break-word; hyphens: auto }
.mini { overflow: visible; flex: none }
.m-bed { fill: none; stroke: var(--waymark-bed); stroke-width: 4; stroke-linecap: round } .m-walked { fill: none; stroke: var(--waymark-accent); stroke-width: 2.5; stroke-linecap: round }
.m-done, .m-eye { fill: var(--waymark-accent) } .m-here { fill: var(--waymark-accent); stroke: var(--waymark-raised); stroke-width: 2 } .m-eye { fill: var(--waymark-on-accent) } .m-far { fill: var(--waymark-raised); stroke: var(--waymark-edge); stroke-width: 1.5 }
@media (prefers-reduced-motion: no-preference) {
  .s-halo { transform-box: fill-box; transform-origin: center; animation: breathe 3.2s var(--waymark-ease) 2 }
  @keyframes breathe { 50% { transform: scale(1.25); opacity: .5 } }
  .walk { stroke-dasharray: 1; animation: walk var(--waymark-walk) var(--waymark-ease) .3s both }
  @keyframes walk { from { stroke-dashoffset: 1 } }
  .reached .s-goal { transition: fill var(--waymark-calm) 1.1s }
}
`;
