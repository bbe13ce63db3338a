import { roleOf } from "./role.ts";
import { isElement } from "./tree.ts";

/** Roles whose name comes from what is inside them (ARIA, "Name From: contents"). */
const fromContent =
  /^(button|cell|checkbox|columnheader|gridcell|heading|link|menuitem(checkbox|radio)?|option|radio|row|rowheader|switch|tab|tooltip|treeitem)$/;

/** Elements whose own child names them. */
const captions: Readonly<Record<string, string>> = { fieldset: "legend", table: "caption" };

/** One round of naming: what has been visited, and whether hidden parts count because they were referred to. */
interface Round {
  seen: Set<Element>;
  /** Inside `aria-labelledby`: it is not followed again. */
  referred: boolean;
  /** Below the element that is named. */
  inside: boolean;
}

function attribute(element: Element, name: string): string {
  return element.getAttribute(name)?.trim() ?? "";
}

function isHidden(element: Element): boolean {
  if (element.getAttribute("aria-hidden") === "true") return true;
  const { display, visibility } = getComputedStyle(element);
  return display === "none" || (visibility !== "" && visibility !== "visible");
}

/** What a control inside a label says: its value. */
function controlValue(element: Element, role: string | null): string | null {
  if (/^(textbox|searchbox)$/.test(role ?? "")) {
    return "value" in element ? String(element.value) : (element.textContent ?? "");
  }
  if (role === "combobox" || role === "listbox") {
    if ("value" in element && element.localName !== "select") return String(element.value);
    const chosen = element.querySelectorAll("option:checked,[aria-selected=true]");
    return Array.from(chosen)
      .map((option) => option.textContent ?? "")
      .join(" ");
  }
  if (/^(spinbutton|slider|meter|progressbar|scrollbar)$/.test(role ?? "")) {
    const said = attribute(element, "aria-valuetext") || attribute(element, "aria-valuenow");
    return said || ("value" in element ? String(element.value) : null);
  }
  return null;
}

/** The texts of an element's labels. */
export function labelsOf(element: Element): string[] {
  const { labels } = element as HTMLInputElement;
  return labels
    ? Array.from(labels).map((label) => compute(label, { seen: new Set([element]), referred: true, inside: true }))
    : [];
}

function nativeName(element: Element, round: Round): string {
  const type = element.localName === "input" ? (element as HTMLInputElement).type : "";
  if (/^(button|submit|reset)$/.test(type)) {
    const value = attribute(element, "value");
    return value || (type === "submit" ? "Submit" : type === "reset" ? "Reset" : "");
  }
  const labels = round.inside ? [] : labelsOf(element).filter(Boolean);
  if (labels.length > 0) return labels.join(" ");
  if (type === "image") return attribute(element, "alt") || attribute(element, "title") || "Submit";
  if (/^(img|area)$/.test(element.localName)) return attribute(element, "alt");
  const caption = captions[element.localName] ?? (element.localName === "svg" ? "title" : undefined);
  const own = caption && Array.from(element.children).find(({ localName }) => localName === caption);
  return own ? compute(own, { ...round, inside: true }) : "";
}

function childrenOf(element: Element): Node[] {
  const given = element.localName === "slot" ? (element as HTMLSlotElement).assignedNodes() : [];
  if (given.length > 0) return given;
  const owned = attribute(element, "aria-owns").split(/\s+/).filter(Boolean);
  const root = element.getRootNode() as Document;
  return [...(element.shadowRoot ?? element).childNodes, ...owned.flatMap((id) => root.getElementById?.(id) ?? [])];
}

function contentOf(element: Element, round: Round): string {
  let text = "";
  for (const child of childrenOf(element)) {
    if (isElement(child)) {
      const part = compute(child, { ...round, inside: true });
      // A block stands apart from the text around it.
      text += part && getComputedStyle(child).display !== "inline" ? ` ${part} ` : part;
      if (child.localName === "br") text += " ";
    } else if (child.nodeType === Node.TEXT_NODE) text += child.textContent ?? "";
  }
  return text;
}

function compute(element: Element, round: Round): string {
  if (round.seen.has(element)) return "";
  round.seen.add(element);
  const hidden = isHidden(element);
  if (hidden && !round.referred && round.inside) return "";
  const by = round.referred ? "" : attribute(element, "aria-labelledby");
  const root = element.getRootNode() as Document;
  const referred = by.split(/\s+/).flatMap((id) => (by && root.getElementById?.(id)) || []);
  if (referred.length > 0) {
    const seen = round.inside ? round.seen : new Set<Element>();
    const parts = referred.map((each) => compute(each, { seen, referred: true, inside: each !== element }));
    const whole = parts.filter(Boolean).join(" ");
    if (whole) return whole;
  }
  const role = roleOf(element);
  const value = round.inside ? controlValue(element, role) : null;
  if (value !== null) return value;
  const said = attribute(element, "aria-label");
  if (said) return said;
  const presentational = role === "none" || role === "presentation";
  const native = presentational ? "" : nativeName(element, round);
  if (native) return native;
  if (round.inside || round.referred || fromContent.test(role ?? "")) {
    const content = contentOf(element, { ...round, referred: round.referred && hidden }).trim();
    if (content) return content;
  }
  return presentational ? "" : attribute(element, "title") || attribute(element, "placeholder");
}

/**
 * The accessible name of an element, by the steps of the W3C computation (accname 1.2), without generated content
 * (`::before`): an icon font's letter is no word of the name.
 */
export function nameOf(element: Element): string {
  return compute(element, { seen: new Set(), referred: false, inside: false }).replace(/\s+/g, " ").trim();
}
