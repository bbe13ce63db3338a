import type { TargetWays } from "@waymark/schema";
import { isWithin, type Memo } from "./evidence.ts";
import { looksGenerated } from "./looks-generated.ts";
import { nameOf } from "./name.ts";
import { roleOf, roleSelector } from "./role.ts";
import { testIds } from "./short-ways.ts";
import { plainText } from "./text.ts";
import { parentOf } from "./tree.ts";

/** Containers that people know by their name. */
const landmarks =
  /^(region|form|dialog|alertdialog|navigation|group|article|tabpanel|table|grid|list|complementary|search|radiogroup|toolbar|menu)$/;

const longestKey = 60;

/** The containers of an element that hold none of its like, innermost first. */
function ownContainers(element: Element, like: readonly Element[]): Element[] {
  const own: Element[] = [];
  for (let at = parentOf(element); at && at.localName !== "body"; at = parentOf(at)) {
    const here = at;
    if (like.some((each) => here.contains(each))) break;
    own.push(at);
  }
  return own;
}

function named(container: Element): TargetWays | undefined {
  const testId = testIds.map((name) => container.getAttribute(name)).find((each) => each && !looksGenerated(each));
  const id = container.id && !looksGenerated(container.id) ? container.id : undefined;
  const role = roleOf(container);
  const name = role && landmarks.test(role) ? nameOf(container) : "";
  const called = role && name && name.length <= longestKey && !name.includes("*") ? { role, name } : undefined;
  if (!(testId || id || called)) return undefined;
  return { ...(testId && { testId }), ...(id && { id }), ...called };
}

/** Texts of a container that could name it: headings, links and first cells before others. */
function keyTexts(container: Element, element: Element): string[] {
  const leaves = Array.from(
    container.querySelectorAll("h1,h2,h3,h4,h5,h6,strong,b,a,th,td,label,legend,span,p,div,dt"),
  );
  const texts = leaves.flatMap((leaf) => {
    const text = (leaf.textContent ?? "").replace(/\s+/g, " ").trim();
    const apart = !leaf.contains(element) && !element.contains(leaf);
    return apart && text.length > 1 && text.length <= longestKey && /\p{L}/u.test(text) && !text.includes("*")
      ? [text]
      : [];
  });
  return [...new Set(texts)];
}

/** A container's kind: its role, or a class that a designer named. */
function kindOf(container: Element): TargetWays | undefined {
  const role = roleOf(container);
  if (role) return { role };
  const stable = Array.from(container.classList).find((name) => !looksGenerated(name) && !/[:[\]/]/.test(name));
  return stable === undefined ? undefined : { css: `${container.localName}.${CSS.escape(stable)}` };
}

/** The container that tells an element from its like: one with a name of its own, or the row that says a certain text. */
export function describeContainer(element: Element, like: readonly Element[]): TargetWays | undefined {
  const containers = ownContainers(element, like);
  const memo: Memo = new Map();
  const apart = (ways: TargetWays | undefined): ways is TargetWays =>
    ways !== undefined && isWithin(ways, element, memo) && !like.some((each) => isWithin(ways, each, memo));
  const byName = containers.map((each) => {
    const ways = named(each);
    return ways?.name ? ways : ways && withKey(ways, each, element);
  });
  const byKey = containers.reverse().map((each) => {
    const kind = kindOf(each);
    const text = kind && keyOf(each, element);
    return text === undefined ? undefined : { ...kind, text };
  });
  return [...byName, ...byKey].find(apart);
}

/** A container known by an id of its own, with what else is known of it. */
function withKey(ways: TargetWays, container: Element, element: Element): TargetWays {
  const role = roleOf(container);
  const text = keyOf(container, element);
  return { ...ways, ...(role && { role }), ...(text !== undefined && { text }) };
}

/** A text that this container has and its neighbours have not. */
function keyOf(container: Element, element: Element): string | undefined {
  const role = roleOf(container);
  const kind = role ? roleSelector(role) : container.localName;
  const beside = [
    ...(container.getRootNode() as Document).querySelectorAll(kind),
    ...(container.parentElement?.children ?? []),
  ];
  const others = beside.flatMap((each) =>
    each.contains(container) || container.contains(each) ? [] : plainText(each.textContent ?? ""),
  );
  return keyTexts(container, element).find((text) => !others.some((other) => other.includes(plainText(text))));
}
