/** The library, over the sheet of rooms in the middle. */
export const libraryCss = `
.wm { grid-template: minmax(0, 1fr) / minmax(0, 1fr); place-items: start center; padding-block-start: min(12vh, 96px) }
.library { inline-size: min(100%, 640px) }
.ask { display: flex; align-items: center; gap: 14px; padding: 14px 16px 14px 24px; padding-inline: 24px 16px; border-block-end: 1px solid var(--waymark-line); flex: none }
.wm .key > .i { display: none; inline-size: 16px; block-size: 16px } .ask svg { inline-size: 18px; block-size: 18px }
.ask input { appearance: none; flex: 1; min-inline-size: 0; min-block-size: 44px; border: 0; margin: 0; padding: 0; background: none; color: inherit; font: 500 18px/calc(26/18) var(--waymark-font) }
.wm .ask input:focus-visible { outline: none } .ask input::placeholder { color: var(--waymark-soft); opacity: 1 } .ask input::-webkit-search-cancel-button { display: none }
.key { display: inline-flex; align-items: center; justify-content: center; min-inline-size: 24px; min-block-size: 24px; padding: 0 6px; border: 1px solid var(--waymark-line); border-block-end-width: 2px; border-radius: var(--waymark-round-s); background: var(--waymark-raised); font: 500 var(--waymark-text-xs) var(--waymark-font); color: var(--waymark-ink) }
.wm button.key { min-inline-size: 40px; min-block-size: 32px; font: 500 var(--waymark-text-xs) var(--waymark-font); border-color: var(--waymark-edge); cursor: pointer } button.key:hover { background: var(--waymark-sunken) }
.hits { padding: 8px 12px 12px; scroll-padding-block: 40px 12px }
.hits .eyebrow { padding: 12px 14px 6px }
.hit { display: flex; align-items: center; gap: 18px; padding: 8px 14px; min-block-size: 60px; content-visibility: auto; contain-intrinsic-block-size: auto 60px; border-radius: var(--waymark-round-m); cursor: pointer }
.hit:hover { background: var(--waymark-sunken) } .hit.on { background: var(--waymark-wash) }
.hit svg { flex: none } .wm .hit b { display: block; font: 600 15px/1.4 var(--waymark-font); overflow-wrap: anywhere } .hit mark { background: none; color: var(--waymark-accent) }
.hit small { display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; font: var(--waymark-text-m) var(--waymark-font); color: var(--waymark-soft); overflow-wrap: anywhere }
.hit .count { font: var(--waymark-text-m) var(--waymark-font); color: var(--waymark-soft); white-space: nowrap; font-variant-numeric: tabular-nums } .hit.on .count { color: var(--waymark-ink) }
.more, .none { padding: 14px 26px 18px } .none { padding-block-start: 22px }
.tips { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 4px 16px; min-block-size: 52px; padding: 6px 24px; padding-inline: 24px 14px; border-block-start: 1px solid var(--waymark-line); background: var(--waymark-paper); flex: none; font: var(--waymark-text-s) var(--waymark-font); color: var(--waymark-soft) }
.tips .keys { display: flex; align-items: center; gap: 8px } .keys > span + .key:nth-child(n + 4) { margin-inline-start: 12px } .wish { margin-inline-start: auto } .none .wish { display: block; margin-block-start: 12px }
.wm .wish .small { padding: 0 8px; margin-inline-start: -4px; color: var(--waymark-accent); text-decoration: underline; text-underline-offset: 3px; text-decoration-thickness: 1px }
.ask-for { display: grid; gap: 10px; padding: 18px 24px 20px } .ask-for .row { flex-wrap: wrap; margin-block-start: 4px } .wm .ask-for .primary { white-space: nowrap }
.ask-for textarea { display: block; inline-size: 100%; min-block-size: 84px; margin: 0; padding: 9px 12px; border: 1px solid var(--waymark-edge); border-radius: var(--waymark-round-m); background: var(--waymark-raised); color: inherit; font: var(--waymark-text-m) var(--waymark-font); resize: vertical }
@media (max-width: 559px) {
  .library { block-size: 100% } .ask-for .btn { flex: 1 1 auto } .tips { margin-block-start: auto } .wm { padding-block-start: 24px }
  .ask { padding-block: 4px; padding-inline: 16px 8px; gap: 10px } .wm button.key { min-inline-size: 44px; min-block-size: 44px } .hits { padding-inline: 6px } .hit { gap: 12px; padding-inline: 10px } .hit svg { inline-size: 56px }
}
@media (pointer: coarse), (max-width: 559px) { .tips .keys, .tips:not(:has(.wish)), .esc { display: none } .ask-for textarea { font-size: 16px } .wm button.key { border: 0 } .wm .key > .i { display: block } }
@media (forced-colors: active) { .hit.on { outline: 2px solid Highlight } .hit mark { text-decoration: underline } .key { border: 1px solid CanvasText } }
`;
