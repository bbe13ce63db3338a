import { describeTarget } from "@waymark/sdk/targeting";
import type { Seen } from "./deed.ts";
import { spoken } from "./spoken.ts";

/** Writes down an element of the host: how it is found again, how surely, and what people call it. */
export function seeElement(element: Element): Seen {
  const frame = element.ownerDocument.defaultView?.frameElement;
  const { target, confidence, runnerUp, breaks } = describeTarget(element);
  const own = Object.fromEntries(Object.entries(target).filter(([, way]) => way !== undefined));
  const within = frame ? { ...own, frame: describeTarget(frame).target } : own;
  return { target: within, confidence, runnerUp, breaks, name: spoken(element) };
}
