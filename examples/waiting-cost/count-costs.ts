import type { BrowserContext } from "playwright-core";

/** What the page's own guest has cost since the counters were last read. */
export interface Costs {
  queries: number;
  callbacks: number;
  /** Frames in which something of the guest's ran, the longest of them, and their sum, in milliseconds. */
  frames: number;
  worstMs: number;
  totalMs: number;
}

/**
 * Counts, before any script of the page runs, every search of the document, every call of an observer and every frame
 * that a script from `/sdk/` or `/waymark.js` asks for.
 */
export async function countCosts(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const zero = { queries: 0, callbacks: 0, frames: 0, worstMs: 0, totalMs: 0 };
    const costs = { ...zero };
    const isOurs = (): boolean => /\/sdk\/|\/waymark\.js/.test(new Error().stack ?? "");
    for (const proto of [Document.prototype, Element.prototype, DocumentFragment.prototype]) {
      for (const name of ["querySelector", "querySelectorAll"] as const) {
        const original = proto[name] as (selector: string) => unknown;
        Object.assign(proto, {
          [name](this: unknown, selector: string) {
            if (isOurs()) costs.queries++;
            return original.call(this, selector);
          },
        });
      }
    }
    const timed = <A extends unknown[]>(call: (...args: A) => void): ((...args: A) => void) => {
      return (...args) => {
        const begun = performance.now();
        call(...args);
        const ms = performance.now() - begun;
        costs.frames++;
        costs.totalMs += ms;
        costs.worstMs = Math.max(costs.worstMs, ms);
      };
    };
    const frame = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (call) => frame(isOurs() ? timed(call) : call);
    const Native = window.MutationObserver;
    window.MutationObserver = class extends Native {
      constructor(call: MutationCallback) {
        const ours = isOurs();
        super((records, observer) => {
          if (ours) costs.callbacks++;
          call(records, observer);
        });
      }
    };
    Object.assign(window, {
      readCosts: () => {
        const read = { ...costs };
        Object.assign(costs, zero);
        return read;
      },
    });
  });
}
