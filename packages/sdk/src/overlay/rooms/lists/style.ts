/** The menu over the launcher, and the list of records in the panel. */
export const listsCss = `
.menu { inline-size: 392px; max-block-size: calc(100dvh - 116px); display: flex; flex-direction: column; position: absolute; inset-block-end: 56px; --edge: min(0px, calc(100vw - var(--w) - 40px - var(--shift))); --w: 392px; inset-inline-end: var(--edge) } .menu.start { inset-inline: var(--edge) auto }
.menu .list { padding: 0 8px 8px; overflow-y: auto; overscroll-behavior: contain; min-block-size: 0 }
.menu .list > li + li { border-block-start: 1px solid var(--waymark-line); margin-block-start: 8px; padding-block-start: 8px }
.opt { display: grid; grid-template-columns: 76px 1fr auto; align-items: center; gap: 14px; padding: 7px 12px; border: 0; background: none; border-radius: var(--waymark-round-m); min-block-size: 50px; inline-size: 100%; text-align: inherit; cursor: pointer }
.wm .opt { font: var(--waymark-text-m) var(--waymark-font) } .opt:hover { background: var(--waymark-sunken) } .opt small { display: block; font: var(--waymark-text-s) var(--waymark-font); color: var(--waymark-soft) }
.opt > span { min-inline-size: 0; overflow-wrap: break-word } .opt .count { font: var(--waymark-text-s) var(--waymark-font); color: var(--waymark-soft); font-variant-numeric: tabular-nums; white-space: nowrap } .wm .opt .count b { color: var(--waymark-accent) }
.recs { margin-inline-start: 90px } .rec { display: flex; inline-size: 100%; align-items: center; gap: 8px; min-block-size: 44px; padding: 4px 12px; border: 0; border-radius: var(--waymark-round-s); background: none; text-align: inherit; cursor: pointer }
.rec:hover { background: var(--waymark-sunken) } .rec b { display: block } .wm .rec b { font: 500 var(--waymark-text-s) var(--waymark-font) } .rec small { display: block; font: var(--waymark-text-xs) var(--waymark-font); color: var(--waymark-soft) }
.menu .why-link { margin-inline-start: 91px } .recs .btn { margin-inline-start: 1px }
.recordlist { padding: 8px 8px 0 }
.empty { padding: 14px 20px 16px } .empty .btn { margin-block-start: 12px }
@media (max-width: 559px) { .menu { inline-size: var(--w); --w: calc(100vw - 24px); --edge: calc(0px - var(--shift)) } .opt { grid-template-columns: 56px 1fr auto; gap: 10px } .opt .mini { inline-size: 56px } .recs { margin-inline-start: 0 } .menu .why-link { margin-inline-start: 1px } }
`;
