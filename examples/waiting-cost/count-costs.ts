import type { BrowserContext } from "playwright-core";

/** What the page's own guest has cost since the counters were last read. */
export interface Costs {
  queries: number;
  callbacks: number;
  /** Frames in which something of the guest's ran, and how long the middle one and the longest of them took. */
  frames: number;
  medianMs: number;
  worstMs: number;
}

/**
 * Counts, before any script of the page runs, every search of the document, every call of an observer and every frame
 * that a script from `/sdk/` or `/waymark.js` asks for.
 */
export async function countCosts(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const costs = { queries: 0, callbacks: 0 };
    let frames: number[] = [];
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
        frames.push(performance.now() - begun);
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
        frames.sort((a, b) => a - b);
        const medianMs = frames[frames.length >> 1] ?? 0;
        const read = { ...costs, frames: frames.length, medianMs, worstMs: frames.at(-1) ?? 0 };
        Object.assign(costs, { queries: 0, callbacks: 0 });
        frames = [];
        return read;
      },
    });
  });
}
