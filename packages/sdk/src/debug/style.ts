/** A tool beside the page: dense, monospaced where it quotes, of the system's colours. */
export const debugCss = `
:host { all: initial; display: block; position: fixed; inset: auto 12px 12px auto; z-index: 2147483647; inline-size: min(560px, calc(100vw - 24px)); block-size: min(440px, calc(100vh - 24px)); color-scheme: light dark }
* { box-sizing: border-box }
section { block-size: 100%; display: grid; grid-template-rows: auto auto minmax(0, 1fr); overflow: hidden; border: 1px solid light-dark(#c9ced6, #454c57); border-radius: 10px; background: light-dark(#fff, #17191d); color: light-dark(#1a1d21, #e8eaee); font: 13px/1.45 system-ui, sans-serif; box-shadow: 0 12px 40px rgb(0 0 0 / .28) }
header { display: flex; align-items: center; gap: 8px; padding: 8px 12px; border-block-end: 1px solid light-dark(#e3e6ea, #30353d) }
h2 { flex: 1; margin: 0; font-size: 13px; font-weight: 650 }
h3 { margin: 14px 0 4px; font-size: 13px; font-weight: 650; display: flex; gap: 8px; align-items: baseline }
h3:first-child { margin-top: 0 }
button, input, select { font: inherit; color: inherit }
button { border: 1px solid light-dark(#c9ced6, #454c57); border-radius: 6px; padding: 3px 10px; min-block-size: 26px; background: none; cursor: pointer }
button:hover { background: light-dark(#f1f3f5, #24282e) }
:focus-visible { outline: 2px solid light-dark(#0b62d6, #7db4ff); outline-offset: 1px }
[role=tablist] { display: flex; gap: 2px; padding: 6px 8px 0; border-block-end: 1px solid light-dark(#e3e6ea, #30353d); overflow-x: auto }
[role=tab] { border: 0; border-radius: 6px 6px 0 0; padding: 5px 10px; white-space: nowrap }
[role=tab][aria-selected=true] { font-weight: 650; box-shadow: inset 0 -2px light-dark(#0b62d6, #7db4ff) }
[role=tabpanel] { overflow: auto; padding: 12px }
table { inline-size: 100%; border-collapse: collapse }
th { text-align: start; font-weight: 600 }
th, td { padding: 4px 8px 4px 0; vertical-align: top; border-block-end: 1px solid light-dark(#eef0f2, #24282e); overflow-wrap: anywhere }
th:nth-child(2) { inline-size: 32% }
td:first-child { white-space: nowrap }
.has, .mono, pre, textarea { font: 12px/1.45 ui-monospace, monospace }
.yes { color: light-dark(#0a6b3d, #6fd39e) } .no { color: light-dark(#b3261e, #ff9d94) } .soft { color: light-dark(#5b626c, #a3abb6); font-weight: 400 }
ol { margin: 0; padding: 0; list-style: none } li { padding: 3px 0; display: flex; gap: 8px }
input[type=range] { inline-size: 100% }
textarea { inline-size: 100%; block-size: 250px; resize: vertical; color: inherit; background: light-dark(#f7f8f9, #101215); border: 1px solid light-dark(#c9ced6, #454c57); border-radius: 6px; padding: 8px }
p { margin: 0 0 8px }
`;
