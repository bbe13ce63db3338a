import { rename, rowOf, type TargetKind, wrap } from "./kind.ts";
import { hashed, rewrite, textNodes, translate } from "./words.ts";

const isField = (element: Element): boolean =>
  element.matches("input:not([type=button],[type=submit],[type=reset]),select,textarea");
const isButton = (element: Element): boolean => element.localName === "button";
const inTable = (element: Element): boolean =>
  /^(tr|tbody|table|ul|ol|select|dl|menu)$/.test(element.parentElement?.localName ?? "");

/** The words on an element, for changing them. */
function wordsOn(element: Element): Text | undefined {
  return textNodes(element)[0];
}

function labelOf(element: Element): Element | undefined {
  return Array.from((element as HTMLInputElement).labels ?? []).find((label) => textNodes(label).length > 0);
}

/** Another control of the same sort that was not there before. */
function stranger(element: Element, words: string): Element {
  const other = element.cloneNode(true) as Element;
  for (const each of [other, ...other.querySelectorAll("*")]) {
    for (const { name, value } of Array.from(each.attributes)) {
      if (name === "id" || name.startsWith("data-") || name === "href" || name === "name" || name === "for") {
        each.setAttribute(name, name === "href" ? `/${hashed(value, words)}` : hashed(value, words));
      }
    }
  }
  for (const each of [other, ...other.querySelectorAll("*")]) each.removeAttribute("aria-labelledby");
  if (!isField(other)) other.removeAttribute("value");
  rewrite(other, translate);
  const text = wordsOn(other);
  if (text) text.nodeValue = words;
  // A field is not named by what is in it.
  if (!text || isField(other) || other.matches("[role=combobox],[role=textbox]"))
    other.setAttribute("aria-label", words);
  return other;
}

function copyHidden(element: Element): void {
  const menu = element.closest("nav, form, section, ul, table") ?? element;
  const copy = (menu === element || inTable(menu) ? element : menu).cloneNode(true) as HTMLElement;
  const hidden = document.createElement("div");
  hidden.style.display = "none";
  hidden.append(copy);
  document.body.prepend(hidden);
}

function intoDialog(element: Element): Element {
  const dialog = document.createElement("dialog");
  dialog.setAttribute("open", "");
  document.body.append(dialog);
  const label = (element as HTMLInputElement).labels?.[0];
  dialog.append(label && !label.contains(element) ? label : "", label?.contains(element) ? label : element);
  return element;
}

/** A control of another make: other tag, other id and classes, the same name. */
function otherMake(element: Element, name: string): Element | undefined {
  const role = element.matches("select")
    ? "combobox"
    : element.matches("input[type=checkbox]")
      ? "switch"
      : element.matches("input,textarea")
        ? "textbox"
        : undefined;
  if (
    !role ||
    !name ||
    element.matches("[type=radio],[type=submit],[type=button],[type=reset],[type=file],[type=range]")
  )
    return undefined;
  const other = document.createElement("div");
  other.setAttribute("role", role);
  other.setAttribute("aria-label", name);
  other.setAttribute("tabindex", "0");
  other.className = `v2-${role}`;
  other.style.cssText = "min-width: 40px; min-height: 20px; display: inline-block";
  element.replaceWith(other);
  return other;
}

/** The section an element lies in: what a designer takes off the page as one. */
function sectionOf(element: Element): Element | null {
  return element.parentElement?.closest("section, article, aside, fieldset, form, nav, .card, .row, ul, table") ?? null;
}

/** Kinds of change around one element. `nameOf` is the accessible name it had. */
export function targetKinds(nameOf: (element: Element) => string): readonly TargetKind[] {
  return [
    {
      name: "wrapper added",
      change: (element) => {
        if (inTable(element)) return undefined;
        wrap(element);
        return element;
      },
    },
    {
      name: "wrapper removed",
      change: (element) => {
        const parent = element.parentElement;
        if (!parent?.matches("div, span, section, p") || parent.getAttribute("role")) return undefined;
        parent.replaceWith(...parent.childNodes);
        return element;
      },
    },
    {
      name: "three wrappers further up",
      change: (element) => {
        const parent = element.parentElement;
        if (
          !parent ||
          parent === document.body ||
          inTable(parent) ||
          parent.matches("tr, td, option, select, tbody, thead")
        )
          return undefined;
        wrap(wrap(wrap(parent)));
        return element;
      },
    },
    {
      name: "sibling inserted before",
      change: (element) => {
        if (element.closest("label")) return undefined;
        element.before(stranger(element, "Novelty"));
        return element;
      },
    },
    {
      name: "sibling inserted after",
      change: (element) => {
        if (element.closest("label")) return undefined;
        element.after(stranger(element, "Novelty"));
        return element;
      },
    },
    {
      name: "similar neighbour added",
      change: (element) => {
        const name = wordsOn(element)?.nodeValue?.trim();
        if (!name || isField(element)) return undefined;
        element.before(stranger(element, `${name} as`));
        return element;
      },
    },
    {
      name: "row inserted before",
      change: (element) => {
        const row = rowOf(element);
        if (!row) return undefined;
        row.before(stranger(row, "Fresh row"));
        return element;
      },
    },
    {
      name: "neighbouring row removed",
      change: (element) => {
        const row = rowOf(element);
        const other = row?.previousElementSibling ?? row?.nextElementSibling;
        if (!other || other.contains(element)) return undefined;
        other.remove();
        return element;
      },
    },
    {
      name: "text slightly edited",
      change: (element) => {
        const text = wordsOn(element);
        if (!text?.nodeValue || isField(element)) return undefined;
        text.nodeValue = `${text.nodeValue.trimEnd()} changes`;
        return element;
      },
    },
    {
      name: "icon added",
      change: (element) => {
        if (isField(element) || !wordsOn(element)) return undefined;
        const icon = document.createElement("i");
        icon.textContent = nameOf(element).length % 2 ? "+" : "add";
        icon.className = "material-icons";
        element.prepend(icon);
        return element;
      },
    },
    {
      name: "button becomes link",
      change: (element) => {
        if (!isButton(element)) return undefined;
        const link = rename(element, "a");
        link.setAttribute("href", "#go");
        link.removeAttribute("type");
        return link;
      },
    },
    {
      name: "button becomes div with role",
      change: (element) => {
        if (!isButton(element)) return undefined;
        const other = rename(element, "div");
        other.setAttribute("role", element.getAttribute("role") ?? "button");
        other.setAttribute("tabindex", "0");
        return other;
      },
    },
    { name: "control of another make, same name", change: (element) => otherMake(element, nameOf(element)) },
    {
      name: "aria-label added",
      change: (element) => {
        const name = nameOf(element);
        if (!name || element.hasAttribute("aria-label") || isField(element)) return undefined;
        element.setAttribute("aria-label", `${name}, opens the next page`);
        return element;
      },
    },
    {
      name: "aria-label removed",
      change: (element) => {
        if (!element.hasAttribute("aria-label")) return undefined;
        element.removeAttribute("aria-label");
        return element;
      },
    },
    {
      name: "label text changed",
      change: (element) => {
        const label = labelOf(element);
        const text = label && textNodes(label)[0];
        if (!text?.nodeValue) return undefined;
        text.nodeValue = `Your ${text.nodeValue.trim()}`;
        return element;
      },
    },
    {
      name: "link address changed",
      change: (element) => {
        if (element.localName !== "a") return undefined;
        element.setAttribute("href", `/v2/${hashed(element.getAttribute("href") ?? "", "href")}`);
        return element;
      },
    },
    {
      name: "moved to another section",
      change: (element) => {
        const sections = Array.from(
          document.querySelectorAll("main section, main article, section, .card-body, main > div, footer"),
        );
        const other = sections.find(
          (each) => !each.contains(element) && each.getClientRects().length > 0 && !each.closest("table"),
        );
        if (!other || inTable(element) || element.closest("label")) return undefined;
        other.append(element);
        return element;
      },
    },
    {
      name: "moved into a dialog",
      change: (element) => (inTable(element) ? undefined : intoDialog(element)),
    },
    {
      name: "moved into a shadow root",
      change: (element) => {
        if (inTable(element) || (element as HTMLInputElement).labels?.length) return undefined;
        const host = document.createElement("x-card");
        element.replaceWith(host);
        host.attachShadow({ mode: "open" }).append(element);
        return element;
      },
    },
    {
      name: "hidden copy added",
      change: (element) => {
        copyHidden(element);
        return element;
      },
    },
    {
      name: "seen copy added elsewhere",
      change: (element) => {
        const copy = element.cloneNode(true) as Element;
        copy.removeAttribute("id");
        document.body.append(copy);
        return element;
      },
    },
    {
      name: "disabled",
      change: (element) => {
        element.setAttribute(element.matches("button,input,select,textarea") ? "disabled" : "aria-disabled", "true");
        return element;
      },
    },
    {
      name: "gone: removed",
      change: (element) => {
        element.remove();
        return null;
      },
    },
    {
      name: "gone: hidden",
      change: (element) => {
        (element as HTMLElement).style.setProperty("display", "none", "important");
        return null;
      },
    },
    {
      name: "gone: its row removed",
      change: (element) => {
        const row = rowOf(element);
        row?.remove();
        return row ? null : undefined;
      },
    },
    {
      name: "gone: its section removed",
      change: (element) => {
        const section = sectionOf(element);
        section?.remove();
        return section ? null : undefined;
      },
    },
    {
      name: "gone: another control in its place",
      change: (element) => {
        const name = nameOf(element);
        const other = stranger(element, "Something else");
        element.replaceWith(other);
        // A field keeps the name that its label gives it: that is the same control made anew.
        if (nameOf(other) === name) return undefined;
        return null;
      },
    },
  ];
}
