/** Styles of My gains, over the base sheet. */
export const gainsCss = `
.gains { inline-size: 392px; max-block-size: calc(100dvh - 40px); display: flex; flex-direction: column }
.gains .body { overflow-y: auto; overscroll-behavior: contain; min-block-size: 0; padding: 0 20px 20px }
.gains .head { align-items: flex-start; padding-block: 16px 6px }
.net { display: flex; align-items: baseline; flex-wrap: wrap; gap: 2px 8px; margin-block-end: 4px }
.net b { font: 700 34px/40px var(--waymark-font); letter-spacing: -.02em; font-variant-numeric: tabular-nums }
.balance { position: relative; margin-block: 4px 0; padding-block-end: 14px; font: var(--waymark-text-xs) var(--waymark-font); color: var(--waymark-soft) }
.balance svg { display: block; overflow: visible }
.wm[dir=rtl] .balance svg { transform: scaleX(-1) }
.balance span { position: absolute; white-space: nowrap }
.balance .axis { text-align: end; translate: 0 -50%; inset-inline-start: 0; font-variant-numeric: tabular-nums }
.balance .paid { color: var(--waymark-ink); font-weight: 600 } .balance .line { position: static; display: block; padding-block-end: 22px }
.balance .week { inset-block-end: 0 }
.balance .gained { fill: var(--waymark-wash) } .balance .hatching { stroke: var(--waymark-edge); stroke-width: 1.4; fill: none }
.balance .zero { stroke: var(--waymark-edge); fill: none } .balance .stem { stroke: var(--waymark-ink); stroke-width: 1.4; stroke-dasharray: 2 4; fill: none }
.balance .course { stroke: var(--waymark-accent); stroke-width: 3; stroke-linejoin: round; stroke-linecap: round; fill: none }
.balance .whisker { stroke: var(--waymark-ink); stroke-width: 1.6; fill: none }
.balance .now { fill: var(--waymark-accent) } .balance .crossed { fill: var(--waymark-raised); stroke: var(--waymark-accent); stroke-width: 3 }
.rows { border-block-start: 1px solid var(--waymark-line); margin-block-start: 14px !important; padding-block-start: 10px !important }
.rows > div { display: flex; gap: 16px; padding-block: 4px; color: var(--waymark-soft) } .rows > .ink { color: var(--waymark-ink) }
.rows dt { flex: 1; min-inline-size: 0; overflow-wrap: anywhere } .rows dd { font-variant-numeric: tabular-nums; white-space: nowrap }
.measure { margin-block-start: 8px !important }
.known { display: flex; align-items: center; gap: 12px; margin-block-start: 14px; padding: 12px 14px; border-radius: var(--waymark-round-m); background: var(--waymark-paper); font: var(--waymark-text-s) var(--waymark-font) }
.known svg { inline-size: 18px; block-size: 18px; flex: none; overflow: visible } .known circle { fill: none; stroke: var(--waymark-accent); stroke-width: 4 }
.wait { padding-block: 6px }
@media (max-width: 559px) { .gains { inline-size: 100%; max-block-size: calc(100dvh - 24px) } }
@media (forced-colors: active) { .balance path, .balance circle { forced-color-adjust: auto } .known { border: 1px solid CanvasText } }
`;
