import type { TargetWays } from "@waymark/schema";
import { worded } from "./candidates.ts";
import { describeContainer } from "./describe-container.ts";
import { describeCss, placeCss } from "./describe-css.ts";
import { ownText } from "./evidence.ts";
import { findTarget } from "./find-target.ts";
import { looksGenerated } from "./looks-generated.ts";
import { nameOf } from "./name.ts";
import { isKin, roleOf, roleSelector } from "./role.ts";
import { narrowSelector, testIds } from "./short-ways.ts";
import { likeness, plainText } from "./text.ts";
import { isVisible } from "./visible.ts";

/** What a recorder writes down about an element, and how far it may be trusted. */
export interface Description {
  target: TargetWays;
  /** 0 to 1, of finding it back on this very page; 0 where that fails, or where only its place tells it from its like. */
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

/** Ids are not always as unique as they should be: one that others have is no name. */
function isOwn(ways: TargetWays, root: ParentNode): boolean {
  return root.querySelectorAll(narrowSelector(ways)).length === 1;
}

function baseWays(element: Element, root: ParentNode): TargetWays {
  const testId = testIds.map((name) => element.getAttribute(name)).find((each) => each && !looksGenerated(each));
  const role = roleOf(element);
  const name = pattern(nameOf(element));
  const text = pattern(ownText(element));
  const worded = role !== null && name !== undefined && /\p{L}/u.test(name);
  const ways: TargetWays = {};
  if (testId && isOwn({ testId }, root)) ways.testId = testId;
  if (element.id && !looksGenerated(element.id) && isOwn({ id: element.id }, root)) ways.id = element.id;
  if (role !== null) ways.role = role;
  if (worded) ways.name = name;
  const field = element.matches("input,textarea,select");
  if (field && role === null && name) ways.label = name;
  if (
    text &&
    !field &&
    /\p{L}{2}/u.test(text) &&
    text.length <= longestName &&
    (!worded || plainText(text) !== plainText(name))
  )
    ways.text = text;
  return ways;
}

function meant(target: TargetWays, element: Element, root: ParentNode): boolean {
  return findTarget(target, {}, root).element === element;
}

/** How far around it a neighbour is looked for. */
const neighbourhood = 6;

/** A text beside it that tells later whether the page still speaks as it did. */
function neighbour(element: Element, name: string): TargetWays | undefined {
  let at: Element = element;
  for (let steps = 0; at.parentElement && steps < neighbourhood; steps++, at = at.parentElement) {
    const here = at;
    const leaves = Array.from(here.parentElement?.querySelectorAll(worded) ?? []);
    const texts = leaves.flatMap((leaf) =>
      here.contains(leaf) || leaf.children.length > 0 || !isVisible(leaf) ? [] : (leaf.textContent ?? "").trim(),
    );
    const text = texts.find(
      (each) => /\p{L}{3}/u.test(each) && each.length <= 40 && !/[\d*]/.test(each) && likeness(each, name) === 0,
    );
    if (text) return { text };
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
  const target = baseWays(element, root);
  const twins = twinsOf(target, element, root);
  const container = twins.length > 0 ? describeContainer(element, twins) : undefined;
  const css = describeCss(element, root);
  const place = css ? undefined : placeCss(element, root);
  if (css || place) target.css = css ?? place;
  if (container) target.within = container;
  else if (twins.length === 0) target.near = neighbour(element, nameOf(element));
  else {
    // What others say as well would lead to them when this one is gone.
    target.name = undefined;
    target.text = undefined;
  }
  const worded = target.name || target.label || target.text;
  const own = target.testId || target.id || css || (worded && (container || twins.length === 0));
  const finding = findTarget(target, {}, root);
  const found = finding.element === element;
  return {
    target,
    confidence: found && own ? finding.score : 0,
    runnerUp: finding.runnerUp,
    breaks: found ? breaksOf(target, element, root) : [],
  };
}

/** Other elements that do and say the same. */
function twinsOf({ role, name, text }: TargetWays, element: Element, root: ParentNode): Element[] {
  const selector = role ? roleSelector(role) : element.localName;
  return Array.from(root.querySelectorAll(selector)).filter((each) => {
    const own = roleOf(each);
    if (each === element || !(own === (role ?? null) || (role && isKin(role, own)))) return false;
    if (name !== undefined) return likeness(name, nameOf(each)) >= 0.9;
    return text === undefined || likeness(text, ownText(each)) >= 0.9;
  });
}
