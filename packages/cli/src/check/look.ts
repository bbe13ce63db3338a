import type { Target } from "@waymark/schema";
import type { JSHandle, Page } from "playwright-core";

/** What a page says of a target. */
export interface Seen {
  found: boolean;
  /** The ways that held, or why nothing was found: `none`, `weak`, `ambiguous`, `hidden`. */
  way: string;
  score: number;
  runnerUp: number;
  /** Names of elements of the same role, where the wanted one is not there. */
  alike: string[];
}

/** The SDK's targeting as it lies in the page. */
interface Targeting {
  findTarget(target: Target): { element: Element | null; score: number; way: string; runnerUp: number };
  roleOf(element: Element): string | null;
  nameOf(element: Element): string;
}

export type InPage = JSHandle<Targeting>;

/** Brings the SDK's targeting into a page, where it leaves nothing behind. */
export function bringTargeting(page: Page, source: string): Promise<InPage> {
  return page.evaluateHandle<Targeting>(source) as Promise<InPage>;
}

/** Asks once. */
export function look(targeting: InPage, target: Target): Promise<Seen> {
  return targeting.evaluate(({ findTarget, nameOf, roleOf }, wanted) => {
    const { element, score, way, runnerUp } = findTarget(wanted);
    const [first] = Array.isArray(wanted) ? wanted : [wanted];
    const alike: string[] = [];
    if (!element && first?.role) {
      for (const each of document.querySelectorAll("*")) {
        if (alike.length === 8) break;
        if (each.localName.startsWith("waymark-") || roleOf(each) !== first.role) continue;
        const name = nameOf(each).trim().slice(0, 40);
        if (name && !alike.includes(name)) alike.push(name);
      }
    }
    return { found: element !== null, score, way, runnerUp, alike };
  }, target);
}

/** Draws a frame round a target for a picture; `false` where it is not there. */
export function mark(targeting: InPage, target: Target): Promise<boolean> {
  return targeting.evaluate(({ findTarget }, wanted) => {
    const { element } = findTarget(wanted);
    if (!element) return false;
    element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    const { left, top, width, height } = element.getBoundingClientRect();
    const frame = document.createElement("waymark-mark");
    const look: Record<string, string> = {
      ...{ position: "fixed", left: `${left - 5}px`, top: `${top - 5}px`, "pointer-events": "none" },
      ...{ width: `${width + 10}px`, height: `${height + 10}px`, "box-sizing": "border-box" },
      ...{ outline: "3px solid #d4004f", "outline-offset": "0", "border-radius": "4px", "z-index": "2147483647" },
    };
    for (const [name, value] of Object.entries(look)) frame.style.setProperty(name, value, "important");
    document.documentElement.append(frame);
    return true;
  }, target);
}

/** Takes the frame away again. */
export function unmark(page: Page): Promise<void> {
  return page.evaluate(() => document.querySelector("waymark-mark")?.remove());
}
