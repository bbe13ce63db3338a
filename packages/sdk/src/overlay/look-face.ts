/**
 * What another room of ours draws with, so that it looks like the guest: colours, text, buttons and the drawn way. For the
 * editor; hosts style the guest by the tokens of docs/theming.md.
 */
export { Flag } from "./flag.tsx";
export { Land } from "./land.tsx";
export { baseCss } from "./style/base.ts";
export { mapCss } from "./style/map.ts";
export { tokensCss } from "./style/tokens.ts";
export { textWidth } from "./text-width.ts";
