/** What a device keeps grows in steps of this, so that its size says next to nothing. */
const step = 16_384;

/**
 * A value as text with blanks behind it: of one length, whether there is much in it or nothing, up to the next step.
 *
 * @param apart Characters that are the same for whoever reports and whoever does not: they are not rounded.
 */
export function toPadded(value: unknown, apart = 0): string {
  const text = JSON.stringify(value);
  const rest = Math.max(text.length - apart, 1);
  return text.padEnd(apart + Math.ceil(rest / step) * step);
}

/** What was kept; `undefined` where there is nothing that can be read. */
export function fromPadded(kept: unknown): unknown {
  if (typeof kept !== "string") return undefined;
  try {
    return JSON.parse(kept) as unknown;
  } catch {
    return undefined;
  }
}
