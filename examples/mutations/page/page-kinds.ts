import { type PageKind, rename, same } from "./kind.ts";
import { hashed, hashOf, rewrite, textNodes, translate } from "./words.ts";

const testIds = ["data-testid", "data-test-id", "data-test", "data-cy", "data-qa"];
const references = ["for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "list", "headers"];

function hashIds(body: HTMLElement): void {
  const fresh = (ids: string): string =>
    ids
      .split(/\s+/)
      .filter(Boolean)
      .map((id) => hashed(id, "ids"))
      .join(" ");
  for (const element of body.querySelectorAll("*")) {
    for (const name of ["id", ...references]) {
      const value = element.getAttribute(name);
      if (value) element.setAttribute(name, fresh(value));
    }
  }
}

/** Styles by class are gone then, as they would be under other names; what they hid stays hidden. */
function hashClasses(body: HTMLElement): void {
  const all = Array.from(body.querySelectorAll<HTMLElement>("[class]"));
  const hidden = all.filter((element) => element.getClientRects().length === 0);
  for (const element of all) {
    const names = Array.from(element.classList, (name) => `css-${hashed(name, "classes")}`);
    element.setAttribute("class", names.join(" "));
  }
  for (const element of hidden) element.style.display = "none";
}

function eachTestId(body: HTMLElement, change: (element: Element, name: string, value: string) => void): number {
  let count = 0;
  for (const name of testIds) {
    for (const element of body.querySelectorAll(`[${name}]`)) {
      change(element, name, element.getAttribute(name) ?? "");
      count++;
    }
  }
  return count;
}

function reverseLists(body: HTMLElement): void {
  for (const list of body.querySelectorAll("ul, ol, tbody, [role=list], [role=listbox]")) {
    list.append(...Array.from(list.children).reverse());
  }
}

function removeSections(body: HTMLElement): Set<Element> {
  const sections = Array.from(body.querySelectorAll("section, aside, article, fieldset, .card, main > div"));
  const innermost = sections.filter((each) => !sections.some((other) => other !== each && each.contains(other)));
  const gone = new Set(innermost.filter((_, at) => at % 3 === 0));
  for (const each of gone) each.remove();
  return gone;
}

/** Builds everything anew, as a framework does with other keys: no node is the one it was. */
function rebuild(body: HTMLElement): (element: Element) => Element | null {
  const before = Array.from(body.querySelectorAll("*"));
  const copy = Array.from(body.children, (child) => child.cloneNode(true));
  body.replaceChildren(...copy);
  const after = Array.from(body.querySelectorAll("*"));
  return (element) => after[before.indexOf(element)] ?? null;
}

/** One word in four texts is another one. */
function touchTexts(body: HTMLElement): void {
  for (const node of textNodes(body)) {
    const text = node.nodeValue ?? "";
    if (hashOf(text) % 4 === 0) node.nodeValue = `${text} now`;
  }
}

const isLayout = (element: Element): boolean => !element.closest("svg, select, table");

function renameAll(body: HTMLElement, from: string, to: string): void {
  for (const element of Array.from(body.querySelectorAll(from)).filter(isLayout)) rename(element, to);
}

const plain = (name: string, change: (body: HTMLElement) => void): PageKind => ({
  name,
  change: (body) => {
    change(body);
    return same;
  },
});

export const pageKinds: readonly PageKind[] = [
  plain("nothing changed", () => undefined),
  plain("ids hashed anew", hashIds),
  plain("classes hashed", hashClasses),
  plain("classes added", (body) => {
    for (const element of body.querySelectorAll("[class]:not(svg, svg *)")) element.classList.add("theme-b", "is-new");
  }),
  {
    name: "test ids removed",
    change: (body) => (eachTestId(body, (element, name) => element.removeAttribute(name)) ? same : undefined),
  },
  {
    name: "test ids renamed",
    change: (body) =>
      eachTestId(body, (element, name, value) => element.setAttribute(name, `v2-${hashed(value, "t")}`))
        ? same
        : undefined,
  },
  plain("list reordered", reverseLists),
  plain("all texts translated", (body) => rewrite(body, translate)),
  plain("case changed", (body) => rewrite(body, (text) => text.toUpperCase())),
  plain("whitespace changed", (body) => rewrite(body, (text) => `\n  ${text.replace(/ /g, "\n    ")} `)),
  plain("numbers changed", (body) =>
    rewrite(body, (text) => text.replace(/\d+/g, (number) => String((Number(number) * 3 + 7) % 1000))),
  ),
  plain("placeholders changed", (body) => {
    for (const field of body.querySelectorAll("[placeholder]")) field.setAttribute("placeholder", "Type here");
  }),
  plain("attribute order reversed", (body) => {
    for (const element of body.querySelectorAll("*")) {
      const all = Array.from(element.attributes, ({ name, value }) => [name, value] as const).reverse();
      for (const [name] of all) element.removeAttribute(name);
      for (const [name, value] of all) element.setAttribute(name, value);
    }
  }),
  plain("div becomes section", (body) => renameAll(body, "div:not([role])", "section")),
  plain("section becomes div", (body) => renameAll(body, "section, article, aside", "div")),
  {
    name: "sections removed",
    change: (body) => {
      removeSections(body);
      return (element) => (element.isConnected ? element : null);
    },
  },
  { name: "everything rendered anew", change: rebuild },
  plain("redesign: ids, classes, tags", (body) => {
    hashIds(body);
    hashClasses(body);
    renameAll(body, "div:not([role])", "section");
  }),
  plain("redesign: classes, tags, order, some words", (body) => {
    hashClasses(body);
    renameAll(body, "section, article, aside", "div");
    reverseLists(body);
    touchTexts(body);
  }),
];
