import type { TargetWays } from "@waymark/schema";
import { computeAccessibleName, getRole } from "dom-accessibility-api";
import { matchGlob, plainText } from "./text.ts";
import { queryDeep } from "./tree.ts";

/** One way of recognising an element. */
export interface Way {
  name: keyof TargetWays;
  /** How much the way says when it holds, 0 to 1. */
  weight: number;
  /** Elements worth a look; `null` when the way cannot search. */
  candidates(wanted: TargetWays, root: ParentNode): Element[];
  holds(wanted: TargetWays, element: Element): boolean;
}

const testIds = ["data-testid", "data-test-id", "data-test", "data-cy", "data-qa"];

/** Selectors of the elements that carry a role by themselves, for the search; `getRole` decides. */
const roleSelectors: Record<string, string> = {
  button: "button,input[type=button],input[type=submit],input[type=reset],summary",
  link: "a[href],area[href]",
  textbox: "input,textarea",
  searchbox: "input[type=search]",
  combobox: "select,input[list]",
  listbox: "select",
  option: "option",
  checkbox: "input[type=checkbox]",
  radio: "input[type=radio]",
  spinbutton: "input[type=number]",
  slider: "input[type=range]",
  heading: "h1,h2,h3,h4,h5,h6",
  dialog: "dialog",
  form: "form",
  list: "ul,ol,menu",
  listitem: "li",
  table: "table",
  row: "tr",
  cell: "td",
  columnheader: "th",
  img: "img,svg",
  navigation: "nav",
  main: "main",
  article: "article",
  region: "section",
  banner: "header",
  contentinfo: "footer",
  complementary: "aside",
};

const quote = (text: string): string => CSS.escape(text);

function ownText(element: Element): string {
  return element instanceof HTMLInputElement ? element.value : (element.textContent ?? "");
}

function labelTexts(element: Element): string[] {
  const labels = (element as HTMLInputElement).labels;
  const texts = labels ? Array.from(labels, (label) => label.textContent ?? "") : [];
  const by = element.getAttribute("aria-labelledby");
  const root = element.getRootNode() as Document | ShadowRoot;
  for (const id of by?.split(/\s+/) ?? []) texts.push(root.getElementById(id)?.textContent ?? "");
  const own = element.getAttribute("aria-label") ?? element.getAttribute("placeholder");
  if (own) texts.push(own);
  return texts;
}

/** Marks that forms add to a label and people do not read as part of it. */
const bare = (label: string): string => label.replace(/[\s*:\u2009]+$/, "");

/** A selector the author mistyped finds nothing; the lint says so, the page does not break. */
function safely<T>(call: () => T, otherwise: T): T {
  try {
    return call();
  } catch {
    return otherwise;
  }
}

export const ways: readonly Way[] = [
  {
    name: "testId",
    weight: 1,
    candidates: ({ testId = "" }, root) =>
      queryDeep(root, testIds.map((name) => `[${name}="${quote(testId)}"]`).join()),
    holds: ({ testId }, element) => testIds.some((name) => element.getAttribute(name) === testId),
  },
  {
    name: "id",
    weight: 0.8,
    candidates: ({ id = "" }, root) => queryDeep(root, `#${quote(id)}`),
    holds: ({ id }, element) => element.id === id,
  },
  {
    name: "role",
    weight: 0.9,
    candidates: ({ role = "" }, root) =>
      queryDeep(root, [`[role~="${quote(role)}"]`, roleSelectors[role]].filter(Boolean).join()),
    holds: ({ role, name }, element) =>
      getRole(element) === role && (name === undefined || matchGlob(name, computeAccessibleName(element))),
  },
  {
    name: "label",
    weight: 0.9,
    candidates: (_, root) =>
      queryDeep(root, "input,textarea,select,button,[aria-label],[aria-labelledby],[contenteditable]"),
    holds: ({ label = "" }, element) => labelTexts(element).some((text) => matchGlob(bare(label), bare(text))),
  },
  {
    name: "text",
    weight: 0.7,
    candidates: ({ text = "" }, root) => {
      const part = plainText(text).split("*")[0] ?? "";
      const all = queryDeep(root, "a,button,h1,h2,h3,h4,h5,h6,p,span,div,li,td,th,label,summary,option,[role]");
      return all.filter((element) => plainText(ownText(element)).includes(part));
    },
    // The innermost element with the text is meant, not every box around it.
    holds: ({ text = "" }, element) =>
      matchGlob(text, ownText(element)) &&
      !Array.from(element.children).some((child) => matchGlob(text, ownText(child))),
  },
  {
    name: "css",
    weight: 0.6,
    candidates: ({ css = "" }, root) => safely(() => queryDeep(root, css), []),
    holds: ({ css = "" }, element) => safely(() => element.matches(css), false),
  },
];
