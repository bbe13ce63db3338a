import type { TargetWays } from "@waymark/schema";
import { testIds } from "./evidence.ts";
import { looksGenerated } from "./looks-generated.ts";
import { nameOf } from "./name.ts";
import { roleOf } from "./role.ts";
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
  if (testId) return { testId };
  if (container.id && !looksGenerated(container.id)) return { id: container.id };
  const role = roleOf(container);
  const name = role && landmarks.test(role) ? nameOf(container) : "";
  return role && name && name.length <= longestKey && !name.includes("*") ? { role, name } : undefined;
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

/** A container's kind: its role, or what it is in its parent. */
function kindOf(container: Element): TargetWays {
  const role = roleOf(container);
  if (role) return { role };
  const stable = Array.from(container.classList).find((name) => !looksGenerated(name) && !/[:[\]/]/.test(name));
  return { css: stable ? `${container.localName}.${CSS.escape(stable)}` : container.localName };
}

/** The container that tells an element from its like: one with a name of its own, else the row that says a certain text. */
export function describeContainer(element: Element, like: readonly Element[]): TargetWays | undefined {
  const containers = ownContainers(element, like);
  for (const container of containers) {
    const ways = named(container);
    if (ways) return ways;
  }
  const outermost = containers.at(-1);
  if (!outermost) return undefined;
  const beside = Array.from(outermost.parentElement?.children ?? []).filter((each) => each !== outermost);
  const others = beside.map((each) => plainText(each.textContent ?? ""));
  const key = keyTexts(outermost, element).find((text) => !others.some((other) => other.includes(plainText(text))));
  return key ? { ...kindOf(outermost), text: key } : undefined;
}
