import type { BrowserContext, Page } from "playwright-core";

/** What scripts of a page did, and how far the ring was off at worst, px. */
export interface ScriptWork {
  /** Animation frames asked for. */
  frames: number;
  /** Rectangles read. */
  rects: number;
  /** Calls of scroll listeners. */
  scrolls: number;
  /** Calls of intersection, resize and mutation observers. */
  observed: number;
  worst: number;
}

/** Counts from the page's beginning on what its scripts do. For `before` of a situation; then `workWhile`. */
export async function countWork(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const work = { frames: 0, rects: 0, scrolls: 0, observed: 0 };
    const rectOf = Element.prototype.getBoundingClientRect;
    const nextFrame = requestAnimationFrame.bind(window);
    Object.assign(window, { work, rectOf, nextFrame });
    window.requestAnimationFrame = (call) => {
      work.frames += 1;
      return nextFrame(call);
    };
    Element.prototype.getBoundingClientRect = function (this: Element) {
      work.rects += 1;
      return rectOf.call(this);
    };
    const { addEventListener } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (this: EventTarget, type: string, listener, options) {
      const counts = type === "scroll" && typeof listener === "function";
      const counted = (event: Event): void => {
        work.scrolls += 1;
        if (typeof listener === "function") listener.call(this, event);
      };
      addEventListener.call(this, type, counts ? counted : listener, options);
    };
    for (const name of ["IntersectionObserver", "ResizeObserver", "MutationObserver"]) {
      const native = Reflect.get(window, name);
      const counted = new Proxy(native, {
        construct: (of, [call, options]) =>
          Reflect.construct(of, [
            (...args: unknown[]) => {
              work.observed += 1;
              call(...args);
            },
            options,
          ]),
      });
      Reflect.set(window, name, counted);
    }
  });
}

/**
 * Runs `act` in each of 60 frames, once the page has come to rest, and compares ring and target in each. `act` runs in the page; what it changes by style sheet and scroll alone is no mutation that the guide would have to look at.
 */
export async function workWhile(page: Page, act: (step: number) => void, target = "#target"): Promise<ScriptWork> {
  return page.evaluate(
    async ([source, selector]) => {
      const { work, rectOf, nextFrame } = window as unknown as {
        work: Omit<ScriptWork, "worst">;
        rectOf: () => DOMRect;
        nextFrame: typeof requestAnimationFrame;
      };
      const deep = (root: ParentNode): Element | null => {
        for (const each of root.querySelectorAll("*")) {
          if (each.matches(selector)) return each;
          const inner = each.shadowRoot && deep(each.shadowRoot);
          if (inner) return inner;
        }
        return null;
      };
      const ring = document.querySelector("waymark-spotlight");
      const element = deep(document);
      const step = new Function(`return ${source}`)() as (at: number) => void;
      const frame = (): Promise<number> => new Promise((done) => nextFrame(done));
      const sum = (): number => work.frames + work.rects + work.scrolls + work.observed;
      // On a slow machine what loads in idle time comes late: twenty frames in a row without any work are rest.
      for (let rest = 0, before = sum(); rest < 20; before = sum()) {
        await frame();
        rest = sum() === before ? rest + 1 : 0;
      }
      Object.assign(work, { frames: 0, rects: 0, scrolls: 0, observed: 0 });
      let worst = 0;
      for (let at = 0; at < 60; at += 1) {
        step(at);
        await frame();
        const a = rectOf.call(ring);
        const b = rectOf.call(element);
        worst = Math.max(
          worst,
          ...[a.x + 6 - b.x, a.y + 6 - b.y, a.right - 6 - b.right, a.bottom - 6 - b.bottom].map(Math.abs),
        );
      }
      return { ...work, worst };
    },
    [act.toString(), target] as const,
  );
}
