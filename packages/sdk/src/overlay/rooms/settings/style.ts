/** The settings: one column of groups, rows with one control each. */
export const settingsCss = `
.settings { inline-size: 392px; max-block-size: calc(100dvh - 40px); display: flex; flex-direction: column }
.settings > .body { overflow-y: auto; overscroll-behavior: contain; min-block-size: 0; padding: 0 20px 20px }
.group { padding-block: 14px; border-block-start: 1px solid var(--waymark-line) }
.wm .group h3 { font: 600 var(--waymark-text-m) var(--waymark-font); margin-block-end: 6px }
.choice { display: flex; align-items: baseline; gap: 10px; padding: 7px 8px; margin-inline: -8px; border-radius: var(--waymark-round-s); cursor: pointer } .choice:hover { background: var(--waymark-sunken) }
.choice input { appearance: none; flex: none; inline-size: 18px; block-size: 18px; margin: 0; translate: 0 4px; border: 1.5px solid var(--waymark-edge); border-radius: 5px; background: var(--waymark-raised); cursor: pointer } .choice input[type=radio] { border-radius: 50% }
.choice input:checked { border-color: var(--waymark-accent); background: var(--waymark-accent); box-shadow: inset 0 0 0 3px var(--waymark-raised) }
.choice small { display: block; font: var(--waymark-text-s) var(--waymark-font); color: var(--waymark-soft) }
.group .row { min-block-size: 44px } .group li + li { margin-block-start: 8px } .group .row .grow { overflow-wrap: anywhere } .group p + p { margin-block-start: 6px } .group ul + p { margin-block-start: 4px }
.group .btn { white-space: normal } .group p + .btn, .choice + .btn { margin-block-start: 10px } .group .confirm { margin-block-start: 10px } .confirm .same { margin-block-start: 10px }
.settings select { font: 500 var(--waymark-text-m) var(--waymark-font); inline-size: 100%; min-block-size: 40px; border: 1px solid var(--waymark-edge); border-radius: var(--waymark-round-m) }
@media (forced-colors: active) { .choice input { appearance: auto } }
@media (max-width: 559px) { .settings { max-block-size: calc(100dvh - 24px) } .choice { padding-block: 11px } }
`;
