/** What the strip wears over the base sheet. Unlike our other elements it stands in the host's own page. */
export const stripCss: string = `
:host { position: relative !important; inset: auto !important; z-index: auto !important; width: auto !important; height: auto !important; min-height: 74px !important; visibility: inherit !important; pointer-events: auto !important }
:host([hidden]) { display: none !important }
.strip { display: flex; align-items: stretch; block-size: 74px; border-radius: var(--waymark-round-m); box-shadow: 0 0 0 1px var(--waymark-line), 0 1px 2px var(--waymark-shade-1); animation: none }
.map.flat { flex: none; background: var(--waymark-paper) }
.flat .clamp { -webkit-line-clamp: 1; white-space: nowrap; text-overflow: ellipsis; display: block } .flat .goal { white-space: nowrap; overflow: hidden; text-overflow: ellipsis }
.flat .mute .st > button { inset-block-start: -22px; min-inline-size: 24px; inline-size: 24px; min-block-size: 44px; padding: 0 }
.wm .flat .st.down > .who { inset-block: -11px auto; inset-inline-start: 26px; inline-size: 22px; min-inline-size: 22px; block-size: 22px; font-size: 9px }
.side { flex: 1; min-inline-size: 0; display: flex; align-items: center; gap: 12px; padding: 0 14px; border-inline-start: 1px solid var(--waymark-line) }
.side .grow { display: grid; gap: 2px; justify-items: start } .side b { max-inline-size: 100%; overflow: hidden; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; text-wrap: balance } .slim .side b { display: block; text-overflow: ellipsis; white-space: nowrap }
.about { display: flex; align-items: center; gap: 10px; max-inline-size: 100%; overflow: hidden; white-space: nowrap } .about:empty, .about :is(.i, .ho-face) { display: none }
.side .chip { background: none; padding: 0; font: 600 var(--waymark-text-s) var(--waymark-font); min-block-size: 20px } .side .chip.today, .side .chip.overdue { background: none }
.wm .side .btn { padding: 0 12px; min-block-size: 36px; max-inline-size: 170px }
.slim { flex-direction: column } .slim .map.flat > svg { overflow: visible } .slim .s-halo { animation: none } .slim .side { border: 0; block-size: 30px; flex: none; background: var(--waymark-paper); padding-block-end: 6px } .slim .side .grow { display: flex; inline-size: 100%; align-items: center; justify-content: space-between; flex-direction: row-reverse; gap: 8px }
`;
