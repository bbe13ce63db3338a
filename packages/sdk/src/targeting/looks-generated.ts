/**
 * Whether an id or a class looks as if a program had made it up: it will be another one after the next build or render.
 * `:r1:`, `css-1x2y3z`, `ember412`, `a7f3b29c`.
 */
export function looksGenerated(token: string): boolean {
  return (
    /[:«»]|^_r_|\d{3}|^(css|sc|jss|svelte|emotion)-|__[\w-]*\d|^radix|^headlessui|^mui-\d|^react-|^ember|^ng-|^ui-id|^[\da-f-]{8,}$/i.test(
      token,
    ) ||
    // Letters and digits in turn: `x7Kq2`, `1x2y3z`.
    /[a-z]\d+[a-z]+\d|\d[a-z]+\d+[a-z]/i.test(token)
  );
}
