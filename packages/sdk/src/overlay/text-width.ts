/**
 * About how wide a name is on one line at 12 px, px. A guess from letter shapes, a little too wide rather than too
 * narrow: it decides how names share the map, and asking the browser would cost a layout per name.
 */
export function textWidth(text: string, bold = false): number {
  let width = 0;
  for (const letter of text) {
    if (/\p{M}/u.test(letter)) continue;
    if (/[\u0590-\u06ff]/.test(letter)) width += 5.4;
    else if ((letter.codePointAt(0) ?? 0) > 0x2e80) width += 12;
    else if (/[iljtfrI.,:;'’|! ]/.test(letter)) width += 3.7;
    else if (/[mwMW@%]/.test(letter)) width += 10;
    else if (/\p{Lu}/u.test(letter)) width += 8.2;
    else width += 6.6;
  }
  return Math.ceil(width * (bold ? 1.06 : 1));
}
