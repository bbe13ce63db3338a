/** Whether to colour: only where a person reads it, and not where they asked for none (https://no-color.org). */
export function isColoured(stream: { isTTY?: boolean | undefined } = process.stdout): boolean {
  if (process.env.NO_COLOR) return false;
  return stream.isTTY === true && process.env.TERM !== "dumb";
}

/** A line that says how far something is; to a terminal alone, since a log would keep every state of it. */
export function progress(wanted: boolean): { step(done: number, of: number): void; end(): void } {
  const shown = wanted && process.stderr.isTTY === true;
  return {
    step: (done, of) => {
      const share = of === 0 ? 1 : done / of;
      const bar = "#".repeat(Math.round(share * 30)).padEnd(30, ".");
      if (shown) process.stderr.write(`\r[${bar}] ${done} of ${of}`);
    },
    end: () => {
      if (shown) process.stderr.write("\r\u001b[K");
    },
  };
}
