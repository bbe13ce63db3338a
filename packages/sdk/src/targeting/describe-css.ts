import { looksGenerated } from "./looks-generated.ts";

/** Attributes that say what an element is for, in the host's own words, in whatever language the page is shown. */
const telling = [
  "name",
  "href",
  "data-action",
  "data-target",
  "data-bs-target",
  "data-name",
  "data-key",
  "autocomplete",
  "for",
  "action",
  "src",
  "type",
];

const longestValue = 80;

/** Whether an attribute's value is the host's own and stays. */
function isTelling(value: string | null): value is string {
  return (
    value !== null &&
    value.length > 1 &&
    value.length <= longestValue &&
    !/^(javascript:|blob:|data:|\/?#?$)/.test(value)
  );
}

/** Classes that a designer named and that do not say a passing state. */
function classesOf(element: Element): string[] {
  return Array.from(element.classList).filter(
    (name) =>
      !looksGenerated(name) && !/^(is-|has-)|active|open|show|hover|focus|selected|current|disabled|[:[\]/]/.test(name),
  );
}

function isAlone(selector: string, element: Element, root: ParentNode): boolean {
  const [first, second] = root.querySelectorAll(selector);
  return first === element && second === undefined;
}

/** A selector by what the element is for: an attribute, else the class that it has alone. */
export function describeCss(element: Element, root: ParentNode, apart: boolean): string | undefined {
  const tag = element.localName;
  const attributes = telling.flatMap((name) => {
    const value = element.getAttribute(name);
    return isTelling(value) && !(name === "id" && looksGenerated(value))
      ? [`${tag}[${name}="${CSS.escape(value)}"]`]
      : [];
  });
  const classes = classesOf(element).map((name) => `${tag}.${CSS.escape(name)}`);
  const alone = [...attributes, ...classes].find((selector) => isAlone(selector, element, root));
  if (alone) return alone;
  const both = attributes.flatMap((one) => classes.map((other) => one + other.slice(tag.length)));
  return both.find((selector) => isAlone(selector, element, root)) ?? (apart ? attributes[0] : undefined);
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

/** A path from the nearest thing with a name of its own. `undefined` where it would be too long to mean anything. */
export function placeCss(element: Element, root: ParentNode): string | undefined {
  const parts: string[] = [placeOf(element)];
  let at = element.parentElement;
  for (let steps = 0; at && steps < 6; steps++, at = at.parentElement) {
    const anchor =
      at.id && !looksGenerated(at.id)
        ? `#${CSS.escape(at.id)}`
        : /^(main|body|nav|header|footer|dialog|form|aside)$/.test(at.localName)
          ? at.localName
          : "";
    const selector = [anchor || placeOf(at), ...parts].join(" > ");
    if (anchor && selector.length <= 200 && isAlone(selector, element, root)) return selector;
    parts.unshift(placeOf(at));
  }
  const selector = parts.join(" > ");
  return selector.length <= 200 && isAlone(selector, element, root) ? selector : undefined;
}
