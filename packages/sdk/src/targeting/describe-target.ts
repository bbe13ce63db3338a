import type { TargetWays } from "@waymark/schema";
import { narrowSelector } from "./candidates.ts";
import { describeContainer } from "./describe-container.ts";
import { describeCss, placeCss } from "./describe-css.ts";
import { ownText, testIds } from "./evidence.ts";
import { findTarget } from "./find-target.ts";
import { looksGenerated } from "./looks-generated.ts";
import { nameOf } from "./name.ts";
import { roleOf } from "./role.ts";
import { plainText } from "./text.ts";

/** What a recorder writes down about an element, and how far it may be trusted. */
export interface Description {
  target: TargetWays;
  /** 0 to 1, of finding it back on this very page; 0 where that fails. */
  confidence: number;
  /** The next best element's confidence on this page. */
  runnerUp: number;
  /** Ways that it stands on alone: where one of these changes, the target will not be found. */
  breaks: (keyof TargetWays)[];
}

export interface DescribeOptions {
  /** Where it will be looked for. Default: the element's document. */
  root?: ParentNode;
}

/** Names longer than this are cut at a word, and `*` stands for the rest. */
const longestName = 60;

/** A name as a pattern: short, and `*` in it no star. */
function pattern(text: string): string | undefined {
  const plain = text.replace(/\s+/g, " ").trim();
  if (!plain || plain.includes("*")) return plain ? plain.replace(/\*+/g, "*") : undefined;
  return plain.length <= longestName ? plain : `${plain.slice(0, longestName).replace(/\s\S*$/, "")}*`;
}

function baseWays(element: Element): TargetWays {
  const testId = testIds.map((name) => element.getAttribute(name)).find((each) => each && !looksGenerated(each));
  const role = roleOf(element);
  const name = pattern(nameOf(element));
  const text = pattern(ownText(element));
  const worded = role !== null && name !== undefined;
  const ways: TargetWays = {};
  if (testId) ways.testId = testId;
  if (element.id && !looksGenerated(element.id)) ways.id = element.id;
  if (role !== null) ways.role = role;
  if (worded) ways.name = name;
  const field = element.matches("input,textarea,select");
  if (text && !field && text.length <= longestName && (!worded || plainText(text) !== plainText(name)))
    ways.text = text;
  return ways;
}

function meant(target: TargetWays, element: Element, root: ParentNode): boolean {
  return findTarget(target, {}, root).element === element;
}

/** A text beside it that tells later whether the page still speaks as it did. */
function neighbour(element: Element): TargetWays | undefined {
  let at: Element | null = element;
  for (let steps = 0; at && steps < 3; steps++, at = at.parentElement) {
    const beside: Element[] = at.parentElement ? Array.from(at.parentElement.children) : [];
    for (const each of beside) {
      const text = each === at || each.children.length > 0 ? "" : (each.textContent ?? "").trim();
      if (/\p{L}{3}/u.test(text) && text.length <= 40 && !/[\d*]/.test(text)) return { text };
    }
  }
  return undefined;
}

/** The ways without which the element is not found. */
function breaksOf(target: TargetWays, element: Element, root: ParentNode): (keyof TargetWays)[] {
  const keys = (Object.keys(target) as (keyof TargetWays)[]).filter((key) => key !== "near");
  return keys.filter((key) => {
    const rest: TargetWays = { ...target, [key]: undefined };
    if (key === "role") rest.name = undefined;
    return !(narrowSelector(rest) || rest.role || rest.text) || !meant(rest, element, root);
  });
}

/**
 * Writes down how to find an element again: several ways that change for different reasons, as short as they can be, each
 * free of what a build makes up, with the container or the place that tells it from its like. What it writes has been
 * found back on the page.
 *
 * @example
 * ```ts
 * describeTarget(document.querySelector("#orders tr:nth-child(2) button"));
 * // { target: { role: "button", name: "Open", css: "button.open", within: { role: "row", text: "Order 17" } }, confidence: 0.97, ... }
 * ```
 */
export function describeTarget(element: Element, options: DescribeOptions = {}): Description {
  const root = options.root ?? element.ownerDocument;
  const target = baseWays(element);
  const like = narrowLike(target, element, root);
  const container = like.length > 0 ? describeContainer(element, like) : undefined;
  if (container) target.within = container;
  const css = describeCss(element, root, container !== undefined);
  if (css) target.css = css;
  else if (!container) {
    const place = placeCss(element, root);
    if (place) target.css = place;
    const near = neighbour(element);
    if (near) target.near = near;
  }
  const finding = findTarget(target, {}, root);
  const found = finding.element === element;
  return {
    target,
    confidence: found ? finding.score : 0,
    runnerUp: finding.runnerUp,
    breaks: found ? breaksOf(target, element, root) : [],
  };
}

/** Other elements that these ways fit as well. */
function narrowLike(target: TargetWays, element: Element, root: ParentNode): Element[] {
  const selector = target.role ? `${element.localName},[role]` : element.localName;
  return Array.from(root.querySelectorAll(selector)).filter((each) => each !== element && isLike(target, each));
}

function isLike(target: TargetWays, other: Element): boolean {
  if (target.testId !== undefined && !testIds.some((name) => other.getAttribute(name) === target.testId)) return false;
  if (target.id !== undefined) return false;
  if (roleOf(other) !== (target.role ?? null)) return false;
  if (target.name !== undefined) return plainText(nameOf(other)) === plainText(target.name);
  return target.text === undefined || plainText(ownText(other)) === plainText(target.text);
}
