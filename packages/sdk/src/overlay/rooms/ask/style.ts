/** The question and the banner, over the base sheet. */
export const askCss: string = `
.wm .scrim { display: none }
.question { inline-size: 420px } .question .head { align-items: flex-start; padding-block-end: 0 } .question .head h2 { white-space: normal }
.question .body { padding: 14px 20px 16px } .scale { display: grid; grid-template-columns: repeat(7, 1fr); gap: 6px } .wm .scale .btn { padding: 0; min-inline-size: 0; font-variant-numeric: tabular-nums }
.ends { display: flex; justify-content: space-between; gap: 16px; margin-block: 6px 12px } .ends > :last-child { text-align: end }
.banner { inline-size: min(680px, calc(100vw - 48px)); background: color-mix(in srgb, var(--waymark-wash) 100%, var(--waymark-raised)); display: flex; flex-wrap: wrap; align-items: center; gap: 8px 12px; padding: 10px 8px 10px 16px; padding-inline: 16px 8px }
.banner > .i { color: var(--waymark-accent) } .banner > .grow { flex: 1 1 240px; overflow-wrap: anywhere; text-wrap: balance } .banner .acts-of { display: flex; flex-wrap: wrap; align-items: center; gap: 4px } .wm .banner .btn.quiet { color: var(--waymark-ink) }
@media (max-width: 559px) { .question, .banner { inline-size: 100% } .banner { padding: 14px 12px calc(14px + env(safe-area-inset-bottom)) 20px; padding-inline: 20px 12px } .banner > .i { align-self: start; margin-block-start: 3px } .banner .acts-of { flex: 1 1 100% } .banner .icon { margin-inline-start: auto } .scale { gap: 4px } }
@media (forced-colors: active) { .banner { border: 1px solid CanvasText } }
`;
