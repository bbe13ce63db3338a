import { looksGenerated } from "./looks-generated.ts";

/** Attributes that say what an element is for, in the host's own words, in whatever language the page is shown. */
const telling =
  /^(name|href|autocomplete|for|action|src|value|data-(?!test|cy$|qa$|.*(state|open|active|select|order|index|idx|expand|react|v-))[a-z-]+)$/;

const longestValue = 80;

/** Whether an attribute's value is the host's own and stays. */
function isTelling(value: string): boolean {
  return (
    value !== null &&
    value.length > 1 &&
    value.length <= longestValue &&
    !/^(javascript:|blob:|data:|\/?#?$)/.test(value)
  );
}

function isAlone(selector: string, element: Element, root: ParentNode): boolean {
  const [first, second] = root.querySelectorAll(selector);
  return first === element && second === undefined;
}

/** A selector by what the element is for: an attribute, or two of them, that it has alone. */
export function describeCss(element: Element, root: ParentNode): string | undefined {
  const attributes = Array.from(element.attributes).flatMap(({ name, value }) => {
    // What stands in a text box is no part of it.
    if (name === "value" && !element.matches("[type=radio],[type=checkbox],button,option")) return [];
    const own = telling.test(name) && isTelling(value) && !looksGenerated(value.replace(/[^\w-]/g, ""));
    return own ? [`[${name}="${CSS.escape(value)}"]`] : [];
  });
  const pairs = attributes.flatMap((one, at) => attributes.slice(at + 1).map((other) => one + other));
  return [...attributes, ...pairs].find((selector) => isAlone(selector, element, root));
}

/** The element's place among its like, with how many they are: it holds only while nothing around it has changed. */
function placeOf(element: Element): string {
  const like = Array.from(element.parentElement?.children ?? []).filter(
    ({ localName }) => localName === element.localName,
  );
  const at = like.indexOf(element);
  if (like.length < 2) return element.localName;
  return `${element.localName}:nth-of-type(${at + 1}):nth-last-of-type(${like.length - at})`;
}

/** A path of this many steps says where something stands without being bound to the whole page. */
const fewSteps = 3;

/** A path from the nearest thing with a name of its own, or of a few steps. `undefined` where no short one is its alone. */
export function placeCss(element: Element, root: ParentNode): string | undefined {
  const parts: string[] = [placeOf(element)];
  let at = element.parentElement;
  for (let steps = 1; at && steps < 6; steps++, at = at.parentElement) {
    const anchor = anchorOf(at);
    parts.unshift(anchor || placeOf(at));
    const selector = parts.join(" > ");
    if (selector.length > 200) return undefined;
    if ((anchor || steps >= fewSteps) && isAlone(selector, element, root)) return selector;
    if (anchor.startsWith("#")) return undefined;
  }
  return undefined;
}

function anchorOf({ id, localName }: Element): string {
  if (id && !looksGenerated(id)) return `#${CSS.escape(id)}`;
  return /^(main|body|nav|header|footer|dialog|form|aside)$/.test(localName) ? localName : "";
}
