import { describeTarget, nameOf } from "@waymark/sdk/targeting";
import type { Seen } from "./deed.ts";

/** Names of what has none: its own text, as short as a name. */
function spoken(element: Element): string {
  const name = nameOf(element) || (element.textContent ?? "");
  return name
    .replace(/\s+/g, " ")
    .replace(/\s*\*$/, "")
    .trim()
    .slice(0, 80);
}

/** Writes down an element of the host: how it is found again, how surely, and what people call it. */
export function seeElement(element: Element): Seen {
  const frame = element.ownerDocument.defaultView?.frameElement;
  const { target, confidence, runnerUp, breaks } = describeTarget(element);
  const own = Object.fromEntries(Object.entries(target).filter(([, way]) => way !== undefined));
  const within = frame ? { ...own, frame: describeTarget(frame).target } : own;
  return { target: within, confidence, runnerUp, breaks, name: spoken(element) };
}
