import type { Page } from "playwright-core";

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Runs in the page: everything it needs is inside. */
function find([name, part]: readonly [string, string]): string[] {
  const found = document.querySelector(`${name}:not([inert])`)?.shadowRoot?.querySelector(part);
  if (!found) return [`No ${part} in ${name}.`];
  const surface: Element = found;
  const faults = new Set<string>();
  const titleOf = (of: Element): string =>
    `${of.localName}.${of.getAttribute("class") ?? ""} "${(of.textContent ?? "").slice(0, 30)}"`;
  const isSeen = (each: Element): boolean =>
    each instanceof HTMLElement && each.checkVisibility({ visibilityProperty: true }) && !each.closest(".hide");
  const all = new Set([surface, ...surface.querySelectorAll("*")].filter(isSeen));

  function checkWindow(): void {
    const { left, top, right, bottom } = surface.getBoundingClientRect();
    if (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1)
      faults.add(`The surface leaves the window: ${[left, top, right, bottom].map(Math.round).join(", ")}.`);
    for (const each of all) {
      const box = each.getBoundingClientRect();
      if (each.matches("button") && (box.left < left - 1 || box.right > right + 1))
        faults.add(`Leaves its surface: ${titleOf(each)}.`);
    }
    if (document.documentElement.scrollWidth > innerWidth) faults.add("The page scrolls sideways.");
  }

  function checkBox(each: Element): void {
    const { overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(each);
    if (textOverflow === "ellipsis" || webkitLineClamp !== "none" || each.matches("input, select, textarea")) return;
    const wide = each.scrollWidth - each.clientWidth;
    const high = each.scrollHeight - each.clientHeight;
    if (wide > 1 && /auto|scroll/.test(overflowX)) faults.add(`Scrolls sideways: ${titleOf(each)} by ${wide}.`);
    if (each === surface) return;
    if (wide > 1 && /hidden|clip/.test(overflowX)) faults.add(`Cut at its side: ${titleOf(each)} by ${wide}.`);
    if (high > 2 && /hidden|clip/.test(overflowY)) faults.add(`Cut below: ${titleOf(each)} by ${high}.`);
  }

  /** What is seen of a line of text, through everything that scrolls or cuts. */
  function clipped(rect: DOMRect, of: Element): Box {
    let { left, top, right, bottom } = rect;
    for (let at: Element | null = of; at && at !== surface.parentElement; at = at.parentElement) {
      if (getComputedStyle(at).overflowY === "visible") continue;
      const clip = at.getBoundingClientRect();
      left = Math.max(left, clip.left);
      top = Math.max(top, clip.top);
      right = Math.min(right, clip.right);
      bottom = Math.min(bottom, clip.bottom);
    }
    return { left, top, right, bottom };
  }

  function linesOf(node: Node): { node: Node; text: string; box: Box }[] {
    const of = node.parentElement;
    const text = node.textContent?.trim() ?? "";
    if (!of || !all.has(of) || text === "") return [];
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = Array.from(range.getClientRects(), (rect) => clipped(rect, of));
    return boxes
      .filter(({ left, top, right, bottom }) => right - left > 2 && bottom - top > 2)
      .map((box) => ({ node, text, box }));
  }

  function checkTexts(): void {
    const walker = document.createTreeWalker(surface, NodeFilter.SHOW_TEXT);
    const lines: ReturnType<typeof linesOf> = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) lines.push(...linesOf(node));
    /** What sticks over the rest hides it, and is meant to. */
    const isStuck = (node: Node): boolean => {
      for (let at = node.parentElement; at && at !== surface; at = at.parentElement)
        if (getComputedStyle(at).position === "sticky") return true;
      return false;
    };
    const meet = (a: Box, b: Box): boolean => {
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      // The boxes of lines reach a little over their letters.
      return across > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 5;
    };
    for (const [at, one] of lines.entries()) {
      const under = lines
        .slice(at + 1)
        .find(
          (other) => other.node !== one.node && !isStuck(one.node) && !isStuck(other.node) && meet(one.box, other.box),
        );
      if (under) faults.add(`"${one.text.slice(0, 24)}" lies on "${under.text.slice(0, 24)}".`);
    }
  }

  checkWindow();
  all.forEach(checkBox);
  checkTexts();
  return [...faults];
}

/**
 * What is wrong with how a surface of ours is laid out, each fault as a sentence: boxes that leave the window, that
 * scroll sideways or cut what is in them, and texts that lie on each other. Names that end in "..." on purpose, and lines
 * that are clamped, are no fault.
 */
export function layoutFaults(page: Page, element: string, part = ".surface"): Promise<string[]> {
  return page.evaluate(find, [element, part] as const);
}
