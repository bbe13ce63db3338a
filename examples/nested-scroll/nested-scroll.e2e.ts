import { describe, expect, it } from "vitest";
import { closeGuide, guideStands, ringOff, showStep, situation } from "../../packages/testing/src/index.ts";

const here = situation("nested-scroll");

const still = { context: { viewport: { width: 1000, height: 700 }, reducedMotion: "reduce" as const } };

describe("a target off screen in two scroll containers", () => {
  it("V12 scrolls it into view and says so to those who do not see it", async () => {
    const { page, errors } = await here.open(still);
    await showStep(page);
    await guideStands(page);
    const region = page.locator("waymark-launcher [aria-live]");
    await expect.poll(() => region.textContent()).toContain("scrolled");
    await closeGuide(page);
    expect(errors).toEqual([]);
  });

  it("V12 leaves a page alone where the target is in view already, and says nothing of it", async () => {
    const { page } = await here.open(still);
    await page.locator("waymark-launcher button").waitFor();
    await showStep(page, "add");
    await guideStands(page, "#add");
    const region = page.locator("waymark-launcher [aria-live]");
    await expect.poll(() => region.textContent()).toContain("Press here");
    expect(await region.textContent()).not.toContain("scrolled");
    expect(await page.evaluate(() => [scrollY, document.querySelector("#outer")?.scrollTop])).toEqual([0, 0]);
  });

  for (const motion of ["no-preference", "reduce"] as const) {
    it(`V13 scrolls smoothly only for those who do not ask for less motion: ${motion}`, async () => {
      const { page } = await here.open({
        context: { ...still.context, reducedMotion: motion },
        before: (context) =>
          context.addInitScript(() => {
            const seen: unknown[] = [];
            Object.assign(window, { scrolls: seen });
            const { scrollIntoView } = Element.prototype;
            Element.prototype.scrollIntoView = function (this: Element, how) {
              seen.push(how);
              scrollIntoView.call(this, how);
            };
          }),
      });
      await showStep(page);
      await guideStands(page);
      const how = await page.evaluate(() => (window as unknown as { scrolls: ScrollIntoViewOptions[] }).scrolls);
      expect(how.map(({ behavior }) => behavior)).toEqual([motion === "reduce" ? "instant" : "smooth"]);
    });
  }

  it("V14 no script of ours runs while containers and page scroll, and the ring is off by less than a pixel", async () => {
    const { page } = await here.open({
      ...still,
      before: (context) => context.addInitScript(countScript),
    });
    await showStep(page);
    await guideStands(page);
    const { work, worst } = await page.evaluate(scrollFrames);
    expect(worst).toBeLessThan(1);
    expect(work).toEqual({ frames: 0, rects: 0, scrolls: 0, observed: 0 });
    expect(await ringOff(page, "#target")).toBeLessThan(1);
  });
});

/** Counts what a script of ours does: frames asked for, rectangles read, scroll listeners and observers called. */
function countScript(): void {
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
    const counted =
      type === "scroll" && typeof listener === "function"
        ? (event: Event) => {
            work.scrolls += 1;
            listener.call(this, event);
          }
        : listener;
    addEventListener.call(this, type, counted, options);
  };
  for (const name of ["IntersectionObserver", "ResizeObserver", "MutationObserver"] as const) {
    const Native = window[name] as unknown as new (call: (...args: unknown[]) => void, options?: unknown) => object;
    const Counted = class extends Native {
      constructor(call: (...args: unknown[]) => void, options?: unknown) {
        super((...args) => {
          work.observed += 1;
          call(...args);
        }, options);
      }
    };
    Object.assign(window, { [name]: Counted });
  }
}

/** Scrolls both containers and the page for 60 frames and compares ring and target in each. */
async function scrollFrames(): Promise<{ work: Record<string, number>; worst: number }> {
  const { work, rectOf, nextFrame } = window as unknown as {
    work: Record<string, number>;
    rectOf: (this: Element) => DOMRect;
    nextFrame: typeof requestAnimationFrame;
  };
  const get = (selector: string): Element => document.querySelector(selector) ?? document.body;
  const [ring, target, inner, outer] = ["waymark-spotlight", "#target", "#inner", "#outer"].map(get) as [
    Element,
    Element,
    Element,
    Element,
  ];
  const frame = (): Promise<number> => new Promise((done) => nextFrame(done));
  for (let settle = 0; settle < 5; settle += 1) await frame();
  for (const name of Object.keys(work)) work[name] = 0;
  let worst = 0;
  for (let step = 0; step < 60; step += 1) {
    inner.scrollTop += step % 2 ? 3 : -1;
    outer.scrollTop += step % 3 ? 1 : -3;
    window.scrollBy(0, step < 30 ? 1 : -1);
    await frame();
    const a = rectOf.call(ring);
    const b = rectOf.call(target);
    worst = Math.max(worst, Math.abs(a.x + 6 - b.x), Math.abs(a.y + 6 - b.y), Math.abs(a.bottom - 6 - b.bottom));
  }
  return { work: { ...work }, worst };
}
