import { type ComponentChild, render } from "preact";
import { lay, pxIn } from "../../anchoring/lay.ts";
import { overlaps } from "../../overlay/aside.ts";
import { findHome } from "../../overlay/home.ts";
import { layoutOf } from "../../overlay/layout.ts";
import { wear } from "../../overlay/look.ts";
import type { Wardrobe } from "../../overlay/style/sheet.ts";
import { textNeeds } from "../../overlay/text-scale.ts";
import type { Stop } from "../../ports/platform.ts";
import type { Runtime } from "../../runtime/runtime.ts";
import type { Surface } from "../../runtime/surface.ts";
import { isOurs } from "../../targeting/tree.ts";

/** Where an element of ours stands on one of the host's, px inwards from its edges; `null`: as wide as it comes. */
export interface Place {
  /** Below the top edge; negative: that far above it. */
  top: number;
  left: number | null;
  right: number | null;
}

/** An element of ours that hangs on one of the host's, above the page: nothing of the host's moves for it. */
export interface Stand {
  element: HTMLElement;
  draw(content: ComponentChild): void;
  hang(on: HTMLElement, place: Place): void;
  hide(): void;
  /** Looks whether something of the host's or of ours lies above it, and mends its place where there are no anchors. */
  look(): void;
  stop: Stop;
}

/** Insets by the edges of the anchor, or by where they are: top, right, bottom, left. */
function insets({ top, left, right }: Place, edge: (side: "top" | "right" | "left", length: number) => string): string {
  const at = (side: "right" | "left", length: number | null): string => (length === null ? "auto" : edge(side, length));
  const [from, over] = top < 0 ? ["auto", edge("top", -top)] : [edge("top", top), "auto"];
  return `${from} ${at("right", right)} ${over} ${at("left", left)}`;
}

/** Something of the host's that lies above the page there: a bar that sticks, a list that has opened, a dialog. */
function isAbove(element: Element | undefined, on: Element): boolean {
  for (let at = element ?? null; at && !at.contains(on) && !on.contains(at); at = at.parentElement) {
    if (/^(fixed|sticky)$/.test(getComputedStyle(at).position)) return true;
    if (at.matches("[role=listbox], [role=menu], [role=dialog], [role=tooltip], dialog, [popover]")) return true;
  }
  return false;
}

/** Scrolled out of the part of the page that scrolls it; what only cuts its corners scrolls nothing. */
function isClipped(y: number, on: Element): boolean {
  for (let at = on.parentElement; at && at !== document.body; at = at.parentElement) {
    if (!/auto|scroll/.test(getComputedStyle(at).overflowY)) continue;
    const { top, bottom } = at.getBoundingClientRect();
    if (y < top || y > bottom) return true;
  }
  return false;
}

/** What of ours stands above a page; what fades out is gone. */
const surfaces = ["launcher", "panel", "prompt", "report", "ask", "handover", "gains", "settings", "my-map", "library"]
  .map((name) => `waymark-${name}:not([inert])`)
  .join();

/** Narrower than this, px, what the person opens of ours has the whole window. */
const narrow = 560;

/**
 * What the person opened of ours has the place before this. What was there `before` would lie under it, as the menu that
 * stands out of its launcher; what came later lies over it by itself: it stays as long as its middle is free.
 */
function isUnderOurs(element: HTMLElement, before: ReadonlySet<Element>): boolean {
  const box = element.getBoundingClientRect();
  const middle = new DOMRect(box.x + box.width / 2, box.y + box.height / 2);
  return [...document.querySelectorAll(surfaces)].some((each) =>
    [each, ...(each.shadowRoot?.querySelectorAll(".surface") ?? [])].some((part) =>
      overlaps(part.getBoundingClientRect(), before.has(each) || innerWidth < narrow ? box : middle),
    ),
  );
}

/** Whether what was opened has come: what it lies on can only be told then. */
export function hasCome(opened: Surface["name"]): boolean {
  const wanted = opened === "launcher" ? ".surface" : ".surface, .pill";
  return [...document.querySelectorAll(surfaces)].every((each) => each.shadowRoot?.querySelector(wanted));
}

function isCovered(element: HTMLElement, on: Element): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const y = (top + bottom) / 2;
  if (isClipped(y, on)) return true;
  return [left + 4, (left + right) / 2, right - 4].some((x) =>
    isAbove(
      document.elementsFromPoint(x, y).find((each) => !isOurs(each)),
      on,
    ),
  );
}

export function createStand(name: `waymark-${string}`, runtime: Runtime, wardrobe: Wardrobe, css: string): Stand {
  if (customElements.get(name) === undefined) customElements.define(name, class extends HTMLElement {});
  const element = document.createElement(name);
  const shadow = element.shadowRoot ?? element.attachShadow({ mode: "open" });
  const root = document.createElement("div");
  root.className = "wm";
  shadow.append(root);
  element.setAttribute("popover", "manual");
  let source: HTMLElement | null = null;
  let place: Place = { top: 0, left: 0, right: null };
  let byHand = false;
  let before: ReadonlySet<Element> = new Set();

  const dress = (): void => {
    const look = runtime.$look.get();
    const { scale } = textNeeds(shadow);
    const frame = { width: 0, phone: false, scale, coarse: false };
    const { inset: _inset, ...layout } = layoutOf("anchored", frame, look.dir);
    lay(element, layout);
    root.dir = look.dir;
    root.lang = look.locale;
    wear({ element, shadow, look, wardrobe, more: [css], scale });
  };
  const put = (): void => {
    if (!source) return;
    const px = pxIn(element);
    const { top, left, right } = source.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    // From the top edge: down for `top`, up from the viewport's bottom for what stands above it.
    const from = { top: place.top < 0 ? clientHeight - top : top, left, right: clientWidth - right };
    const edge = byHand
      ? (side: "top" | "right" | "left", length: number): string => px(from[side] + length)
      : (side: "top" | "right" | "left", length: number): string => `calc(anchor(${side}) + ${px(length)})`;
    lay(element, { inset: insets(place, edge) });
  };
  const stands = (): boolean => {
    const own = element.getBoundingClientRect();
    const on = source?.getBoundingClientRect();
    return !on || Math.abs((place.top < 0 ? own.bottom : own.top) - on.top - place.top) < 2;
  };
  return {
    element,
    draw: (content) => render(content, root),
    hang: (on, at) => {
      const home = findHome(on);
      const moved = element.parentNode !== home;
      if (moved) home.append(element);
      if (moved || source !== on || !element.matches(":popover-open")) {
        const focused = shadow.activeElement;
        if (element.matches(":popover-open")) element.hidePopover();
        element.showPopover({ source: on });
        before = new Set(document.querySelectorAll(surfaces));
        if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
        byHand = false;
      }
      source = on;
      place = at;
      dress();
      put();
      if (!byHand && !stands()) {
        byHand = true;
        put();
      }
    },
    hide: () => {
      source = null;
      element.remove();
    },
    look: () => {
      if (!source) return;
      if (byHand) put();
      // A switch that was tapped keeps the focus: what the person opens next comes before it all the same.
      const working = shadow.activeElement !== null;
      const opened = runtime.$surface.get().name !== "closed";
      const under = (opened || !working) && isUnderOurs(element, before);
      element.toggleAttribute("data-under", under || (!working && isCovered(element, source)));
    },
    stop: () => {
      render(null, root);
      element.remove();
    },
  };
}
