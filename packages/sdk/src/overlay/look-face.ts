/**
 * What another room of ours draws with, so that it looks like the guest: colours, text, buttons and the way as styles. For the
 * editor; hosts style the guest by the tokens of docs/theming.md.
 */
export { baseCss } from "./style/base.ts";
export { mapCss } from "./style/map.ts";
export { tokensCss } from "./style/tokens.ts";
export { textWidth } from "./text-width.ts";
