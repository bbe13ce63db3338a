import { looksGenerated } from "../../targeting/looks-generated.ts";
import { controlsIn, isDrawn, isWithin } from "./controls.ts";
import { around, climb, fixed, type Inside, insideOf } from "./wrap.ts";

/** One thing a form asks for: a control, or several that are one question. */
export interface Field {
  /** Knows the field again when the page draws it anew. */
  key: string;
  /** What the person uses. */
  controls: readonly Element[];
  /** What only carries its value. */
  carried: readonly Element[];
  /** Its label's text, without the star. */
  label: string;
  /** Where its name is written; `null` where none is seen, or one of several controls would be meant. */
  title: HTMLElement | null;
  /** What it is called in the form, for telemetry; never what is in it. */
  name: string;
  /** The outermost element that holds this field alone. */
  base: Element;
  /** All that belongs to it: the base, labels and help that stand elsewhere. */
  parts: readonly Element[];
  /** Label, control and help can be taken away as one. */
  whole: boolean;
}

/** The fields of a form, and what lies in what. */
export interface Survey {
  fields: readonly Field[];
  inside: Inside;
}

const choice = (control: Element): string =>
  control.localName === "input" ? (control as HTMLInputElement).type : (control.getAttribute("role") ?? "");

/** Controls that are one question have the same group. */
function groupOf(control: Element, all: readonly Element[], form: Element): unknown {
  const kind = choice(control);
  if (!/^(radio|checkbox|switch|spinbutton)$/.test(kind)) return control;
  const box = control.closest("[role=radiogroup], fieldset, [role=group]");
  if (box && form.contains(box) && box !== form) {
    const others = all.filter((each) => box.contains(each));
    if (others.length > 1 && others.every((each) => choice(each) === kind)) return box;
  }
  const name = control.getAttribute("name");
  return name && kind !== "spinbutton" ? `${kind} ${name}` : control;
}

function referred(control: Element, attribute: string): Element[] {
  const root = control.getRootNode() as Document | ShadowRoot;
  const ids = (control.getAttribute(attribute) ?? "").split(/\s+/).filter(Boolean);
  return ids.flatMap((id) => root.getElementById?.(id) ?? []);
}

const labelsOf = (control: Element): Element[] => [
  ...((control as HTMLInputElement).labels ?? []),
  ...referred(control, "aria-labelledby"),
];

/** Elements outside the base that a control names, each with what holds it alone. */
function outside(elements: readonly Element[], base: Element, form: Element): Element[] {
  const found = elements.filter((each) => !isWithin(each, base) && isWithin(each, form) && isDrawn(each));
  return [...new Set(found)].map((each) => {
    let at = each;
    for (let up = at.parentElement; up && up !== form && up.childNodes.length === 1; up = up.parentElement) at = up;
    return at;
  });
}

const hasText = (node: Node | null): boolean => (node?.textContent ?? "").trim() !== "";

/** Whether text that nobody has linked could be this field's, and would be left behind. */
function leavesText(base: Element, bare: boolean, inside: Inside): boolean {
  for (const sibling of base.parentElement?.childNodes ?? []) {
    if (sibling === base || !hasText(sibling)) continue;
    if (sibling.nodeType === Node.TEXT_NODE) return true;
    const other = sibling as Element;
    if (!bare && other.nodeType === Node.ELEMENT_NODE && !inside.has(other) && !other.matches("button, a")) return true;
  }
  return false;
}

function isWhole(
  base: Element,
  controls: readonly Element[],
  labels: readonly Element[],
  outer: readonly Element[],
  inside: Inside,
): boolean {
  if ([base, ...outer].some((part) => fixed.test(part.localName))) return false;
  if (outer.some((part) => inside.has(part) || controls.some((control) => isWithin(control, part)))) return false;
  const bare = controls.includes(base);
  const drawn = labels.filter(isDrawn);
  if (drawn.length > 0) return !bare || !leavesText(base, true, inside);
  if (bare) return false;
  const words = (base.textContent ?? "").trim().length;
  const inControls = controls.reduce((sum, control) => sum + (control.textContent ?? "").trim().length, 0);
  return words > inControls || !leavesText(base, false, inside);
}

const clean = (text: string): string => text.replace(/[*＊]/g, "").replace(/\s+/g, " ").trim();

function labelText(controls: readonly Element[], labels: readonly Element[]): string {
  const [first] = controls;
  for (const label of labels) {
    const copy = label.cloneNode(true) as Element;
    for (const inner of copy.querySelectorAll("input, select, textarea, [contenteditable], [role]")) inner.remove();
    if (hasText(copy)) return clean(copy.textContent ?? "");
  }
  const said = first?.getAttribute("aria-label") ?? first?.getAttribute("placeholder") ?? "";
  return clean(said);
}

/** The drawn label of one control; of several that are one question its legend. */
function titleOf(controls: readonly Element[], labels: readonly Element[], base: Element): HTMLElement | null {
  const found = controls.length > 1 ? base.querySelector("legend") : labels.find(isDrawn);
  return found instanceof HTMLElement ? found : null;
}

function nameOf(controls: readonly Element[], label: string): string {
  const names = controls.map((each) => each.getAttribute("name") ?? "").filter((name) => name && !looksGenerated(name));
  return (names[0] ?? label).slice(0, 64);
}

/** Looks a form through: its fields, in the order of the page. Reads styles, never the layout. */
export function findFields(form: Element): Survey {
  const { used, carried } = controlsIn(form);
  const inside = insideOf(form, used);
  const groups = new Map<unknown, Element[]>();
  for (const control of used) {
    const group = groupOf(control, used, form);
    groups.set(group, [...(groups.get(group) ?? []), control]);
  }
  const seen = new Map<string, number>();
  const fields = [...groups.values()].map((controls): Field => {
    const labels = [...new Set(controls.flatMap(labelsOf))];
    const start = around(controls, form);
    const base = start ? climb(start, form, inside, new Set(controls)) : (controls[0] as Element);
    const mine = carried.filter((each) => isWithin(each, base));
    const outer = outside(labels, base, form);
    const help = outside(
      controls.flatMap((each) => referred(each, "aria-describedby")),
      base,
      form,
    );
    const alone = help.filter((each) => !inside.has(each) && !fixed.test(each.localName));
    const label = labelText(controls, labels);
    const name = nameOf([...controls, ...mine], label);
    const kind = `${controls[0]?.localName} ${choice(controls[0] as Element)} ${name} ${label}`;
    const nth = seen.get(kind) ?? 0;
    seen.set(kind, nth + 1);
    return {
      key: `${kind} ${nth}`,
      controls,
      carried: mine,
      label,
      title: titleOf(controls, labels, base),
      name,
      base,
      parts: [base, ...outer, ...alone],
      whole: start !== null && isWhole(base, controls, labels, outer, inside),
    };
  });
  return { fields, inside };
}

/** What to fold for a set of fields: what holds nothing but folded fields goes as a whole, in the order of the page. */
export function partsToFold(form: Element, { fields, inside }: Survey, folded: readonly Field[]): Element[] {
  const mine = new Set(folded.flatMap(({ controls }) => controls));
  const parts = folded.flatMap((field) => [climb(field.base, form, inside, mine), ...field.parts.slice(1)]);
  const kept = fields.filter((field) => !folded.includes(field)).flatMap(({ parts: own }) => own);
  const free = [...new Set(parts)].filter((part) => !kept.some((other) => isWithin(other, part)));
  const outermost = free.filter((part) => !free.some((other) => other !== part && isWithin(part, other)));
  return outermost.sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
}
