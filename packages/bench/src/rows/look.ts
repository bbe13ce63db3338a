import type { Box } from "../lab.ts";

/** What is wrong with a guide as it stands; `null`: nothing. */
export type Wrong = string | null;

/** All in px. */
export interface Limits {
  /** How far the middle of the highlight may be from that of its target, and how much larger it may be. */
  near: number;
  larger: number;
  /** How far the card may stand from its target. A sheet at the bottom of a small screen stands far off by intent. */
  beside: number;
}

export const limits: Limits = { near: 8, larger: 48, beside: 10_000 };

/** After its target moved a card must have followed. */
export const followed: Limits = { ...limits, beside: 80 };

/** In the page: judges card, highlight and target as they are drawn now. */
export function look({
  text,
  limits,
}: {
  text: string;
  limits: { near: number; larger: number; beside: number };
}): Wrong {
  const { bench, probe } = window;
  const middle = ({ x, y, width, height }: Box): [number, number] => [x + width / 2, y + height / 2];
  /** Every open tree: the target may be in a shadow root. */
  const findIn = (root: Document | ShadowRoot): Element | null => {
    const own = root.querySelector("#target");
    if (own) return own;
    for (const { shadowRoot } of root.querySelectorAll("*")) {
      const inside = shadowRoot && findIn(shadowRoot);
      if (inside) return inside;
    }
    return null;
  };
  const hitAt = ([x, y]: [number, number]): Element | null => {
    let hit = document.elementFromPoint(x, y);
    while (hit?.shadowRoot) {
      const inner = hit.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === hit) break;
      hit = inner;
    }
    return hit;
  };
  const isWithin = (node: Element | null, outer: Element): boolean => {
    for (let at: Node | null = node; at; at = at.parentNode ?? (at as ShadowRoot).host ?? null) {
      if (at === outer) return true;
    }
    return false;
  };
  const card = bench.card();
  if (!card || !probe.isShown(text)) return "no card";
  const target = findIn(document);
  if (!target) return "no target";
  const cardBox = probe.boxOf(card);
  const box = probe.boxOf(target);
  const [cardX, cardY] = middle(cardBox);
  if (cardX < 0 || cardY < 0 || cardX > innerWidth || cardY > innerHeight) return "card off screen";
  const [x, y] = middle(box);
  if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return "target off screen";
  if (!isWithin(hitAt([cardX, cardY]), card)) return "card under something else";
  const apartX = Math.max(0, cardBox.x - box.x - box.width, box.x - cardBox.x - cardBox.width);
  const apartY = Math.max(0, cardBox.y - box.y - box.height, box.y - cardBox.y - cardBox.height);
  // Touching is not covering: some cards stand flush with their target.
  const overX = Math.min(cardBox.x + cardBox.width, box.x + box.width) - Math.max(cardBox.x, box.x);
  const overY = Math.min(cardBox.y + cardBox.height, box.y + box.height) - Math.max(cardBox.y, box.y);
  if (overX > 1 && overY > 1) return "card covers the target";
  if (Math.hypot(apartX, apartY) > limits.beside) return "card not beside the target";
  const ring = bench.ring();
  if (!ring) return "no highlight";
  const [ringX, ringY] = middle(ring);
  const size = Math.max(Math.abs(ring.width - box.width), Math.abs(ring.height - box.height));
  if (Math.hypot(ringX - x, ringY - y) > limits.near || size > limits.larger) return "highlight off the target";
  return null;
}
