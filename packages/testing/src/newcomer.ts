import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** How a person presses things: by mouse, by finger, or by keyboard alone. */
export type Hand = (page: Page, at: Locator) => Promise<void>;

/** Whether the innermost focused element, through shadow trees, is this one. */
function holdsFocus(at: Locator): Promise<boolean> {
  return at.evaluate((element) => {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    return focused === element;
  });
}

/**
 * Goes to an element by Tab alone, or by Shift+Tab. Fails where it cannot be reached, or where the focus gets lost for
 * good.
 */
export async function tabTo(page: Page, at: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  const most = 250;
  for (let pressed = 0; pressed < most; pressed += 1) {
    if (await holdsFocus(at)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${at} is not reached by ${most} times ${key}.`);
}

export const byMouse: Hand = (_, at) => at.click();
export const byTouch: Hand = (_, at) => at.tap();
export const byKeyboard: Hand = async (page, at) => {
  await tabTo(page, at);
  await page.keyboard.press("Enter");
};

/** Whether an element is whole inside the window and nothing lies on it, without scrolling. */
export function inSight(at: Locator): Promise<boolean> {
  return at.evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight) return false;
    const root = element.getRootNode() as Document | ShadowRoot;
    const [across, down] = [(left + right) / 2, (top + bottom) / 2];
    // Corners may be round.
    return [
      [left + 4, down],
      [across, top + 4],
      [across, down],
      [across, bottom - 4],
      [right - 4, down],
    ].every(([x = 0, y = 0]) => {
      const hit = root.elementFromPoint(x, y);
      return hit !== null && (element.contains(hit) || hit.contains(element));
    });
  });
}

/** The panel shows the place and the one next action at once: nobody has to scroll for them. */
export async function placeInSight(page: Page): Promise<Locator> {
  const panel = page.locator("waymark-panel:not([inert])");
  const primary = panel.locator("[part~=primary]");
  await primary.waitFor();
  const place = panel.locator("[part~=card] .eyebrow").first();
  await expect.poll(() => inSight(place)).toBe(true);
  await expect.poll(() => inSight(primary)).toBe(true);
  expect(await panel.locator("[part~=primary]").count()).toBe(1);
  await expect.poll(() => inSight(panel.locator("[aria-current=step]"))).toBe(true);
  return primary;
}

/**
 * What the guide's ring stands round, once it rests there: the smallest element of the host that fills it. Where the host
 * draws that anew before it is pressed, what stands in its place is meant.
 */
export async function ringed(page: Page): Promise<Locator> {
  const mark = `data-ringed-${Math.random().toString(36).slice(2)}`;
  /** Whether the ring stands round something, and already did when it was last looked at. */
  const find = (): Promise<boolean> =>
    page.evaluate((name) => {
      const inRing = (box: DOMRect): Element | undefined => {
        const off = 6;
        const near = (element: Element): boolean => {
          const { left, top, right, bottom } = element.getBoundingClientRect();
          const edges = [
            left - box.left - off,
            top - box.top - off,
            right - box.right + off,
            bottom - box.bottom + off,
          ];
          return edges.every((edge) => Math.abs(edge) < 2);
        };
        const all = [...document.querySelectorAll("body *")].filter(near);
        // A library's ripple fills its button too: what can be worked with goes first.
        return all.findLast((each) => each.matches("a, button, input, select, textarea, [tabindex]")) ?? all.at(-1);
      };
      const marked = (): Element | null => document.querySelector(`[${name}]`);
      const ring = (): DOMRect | undefined => document.querySelector("waymark-spotlight")?.getBoundingClientRect();
      const box = ring();
      const found = box && inRing(box);
      const before = marked();
      if (found && found === before) {
        const keep = setInterval(() => {
          const now = ring();
          if (!now) clearInterval(keep);
          else if (!marked()) inRing(now)?.setAttribute(name, "");
        }, 100);
        return true;
      }
      before?.removeAttribute(name);
      found?.setAttribute(name, "");
      return false;
    }, mark);
  await expect.poll(find, { interval: 200 }).toBe(true);
  return page.locator(`[${mark}]`);
}
