/** Roles that elements carry by themselves (HTML-AAM), by local name. */
const byName: Readonly<Record<string, string>> = {
  a: "link",
  area: "link",
  article: "article",
  aside: "complementary",
  button: "button",
  datalist: "listbox",
  details: "group",
  dialog: "dialog",
  fieldset: "group",
  figure: "figure",
  footer: "contentinfo",
  form: "form",
  h1: "heading",
  h2: "heading",
  h3: "heading",
  h4: "heading",
  h5: "heading",
  h6: "heading",
  header: "banner",
  hr: "separator",
  img: "img",
  li: "listitem",
  main: "main",
  menu: "list",
  meter: "meter",
  nav: "navigation",
  ol: "list",
  optgroup: "group",
  option: "option",
  output: "status",
  progress: "progressbar",
  search: "search",
  section: "region",
  select: "combobox",
  summary: "button",
  table: "table",
  tbody: "rowgroup",
  td: "cell",
  textarea: "textbox",
  tfoot: "rowgroup",
  th: "columnheader",
  thead: "rowgroup",
  tr: "row",
  ul: "list",
};

/** Types of `input` that are no text boxes. */
const byType: Readonly<Record<string, string>> = {
  button: "button",
  checkbox: "checkbox",
  image: "button",
  number: "spinbutton",
  radio: "radio",
  range: "slider",
  reset: "button",
  search: "searchbox",
  submit: "button",
};

/** Roles that one control is given for another when a page is rebuilt: a button becomes a link, a select a combobox. */
const kin = [
  "button link menuitem tab switch",
  "textbox searchbox combobox spinbutton listbox",
  "checkbox switch radio menuitemcheckbox",
];

/** A role with those that a page that is rebuilt gives for it. */
export function kinOf(role: string): string[] {
  return kin.map((group) => group.split(" ")).find((group) => group.includes(role)) ?? [role];
}

/** Whether a page that is rebuilt gives one of these roles for the other. */
export function isKin(one: string, other: string | null): boolean {
  return other !== null && kinOf(one).includes(other);
}

/** Types of `input` without a role; an unknown type is a text box. */
const roleless = /^(color|date|datetime-local|file|hidden|month|password|time|week)$/;

function inputRole(input: Element): string | null {
  const type = input.getAttribute("type")?.toLowerCase() ?? "text";
  const listed = input.hasAttribute("list");
  if (type === "search" && !listed) return "searchbox";
  if (Object.hasOwn(byType, type) && type !== "search") return byType[type] ?? null;
  if (roleless.test(type)) return null;
  return listed ? "combobox" : "textbox";
}

/** The ARIA role of an element, written or its own; `null` where it has none. */
export function roleOf(element: Element): string | null {
  const written = element.getAttribute("role")?.trim().split(/\s+/)[0];
  // What can be focused keeps its own role, whatever is written (ARIA, conflict resolution).
  if (written && !(/^(none|presentation)$/.test(written) && element.matches("a[href],button,input,select,textarea")))
    return written;
  const name = element.localName;
  if (name === "input") return inputRole(element);
  if ((name === "a" || name === "area") && !element.hasAttribute("href")) return null;
  if (name === "img" && element.getAttribute("alt") === "") return "presentation";
  if (name === "select" && (element.hasAttribute("multiple") || Number(element.getAttribute("size")) > 1)) {
    return "listbox";
  }
  return Object.hasOwn(byName, name) ? (byName[name] ?? null) : null;
}

/** A selector of all elements that may carry a role or one of its kin; `roleOf` decides. */
export function roleSelector(role: string): string {
  const names = Object.keys(byName).filter((name) => byName[name] === role || isKin(role, byName[name] ?? null));
  const input = /box|button|switch|radio|slider/.test(role) || isKin(role, "button");
  return [...names, ...(input ? ["input"] : []), "[role]"].join();
}
