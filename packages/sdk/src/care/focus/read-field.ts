import type { FieldFacts } from "@waymark/engine";
import { attempt } from "../../ports/attempt.ts";
import { elementsIn } from "../../targeting/walk.ts";
import { isDrawn, isWithin } from "./controls.ts";
import type { Field } from "./find-fields.ts";

/** What a field holds, to tell later whether it still does. Stays in memory; nobody is told. */
export function readingOf({ controls, carried }: Field): string {
  return JSON.stringify([...controls, ...carried].map(readControl));
}

function readControl(control: Element): unknown {
  const { type, checked, files, value } = control as HTMLInputElement;
  if (control.localName === "input") {
    if (type === "checkbox" || type === "radio") return checked;
    if (type === "file") return Array.from(files ?? [], ({ name, size }) => `${name} ${size}`);
    return value;
  }
  if (control.localName === "select") {
    return Array.from((control as HTMLSelectElement).options, ({ selected }) => selected);
  }
  const said = ["aria-checked", "aria-valuenow"].map((name) => control.getAttribute(name));
  const inner = [...elementsIn(control.shadowRoot ?? control, "input, select, textarea")];
  return [value, control.textContent, ...said, ...inner.map((each) => each && readControl(each))];
}

/** A component that shows nobody what it holds: whoever was in it may have changed it. */
export function isSealed({ controls }: Field): boolean {
  return controls.some((each) => each.localName.includes("-") && !each.shadowRoot && !("value" in each));
}

const matches = (control: Element, selector: string): boolean => attempt(() => control.matches(selector)) ?? false;

/** Also where the attribute has no meaning, as on a colour: its author meant it. */
const needs = "[required], [aria-required=true]";

function isRequired({ controls, carried, base, parts }: Field): boolean {
  const marked = (element: Element): boolean => matches(element, needs) || element.querySelector(needs) !== null;
  if ([...controls, ...carried, base].some(marked)) return true;
  const labels = controls.flatMap((control) => Array.from((control as HTMLInputElement).labels ?? []));
  const around = [...labels, ...parts].filter((part) => !controls.includes(part));
  // Many hosts say it with a star or a class alone.
  return around.some(
    (part) =>
      /required/i.test(part.getAttribute("class") ?? "") ||
      /[*＊]/.test(labelish(part)) ||
      part.querySelector("[class*=required i]") !== null,
  );
}

/** The text of labels inside an element; its own where it is one. */
function labelish(part: Element): string {
  const labels = part.matches("label, legend") ? [part] : [...part.querySelectorAll("label, legend, [id$=-label]")];
  return labels.map((label) => label.textContent ?? "").join(" ");
}

const wrongClass = /(^|[\s_-])(error|invalid)s?($|[\s_-])/i;

function isInvalid({ controls, carried, parts }: Field): boolean {
  const all = [...controls, ...carried];
  if (all.some((control) => (control as HTMLInputElement).validity?.valid === false)) return true;
  if (all.some((control) => /^(true|grammar|spelling)$/.test(control.getAttribute("aria-invalid") ?? ""))) return true;
  for (const part of parts) {
    for (const element of [part, ...part.querySelectorAll("[class*=error i], [class*=invalid i], [role=alert]")]) {
      const says = element.getAttribute("role") === "alert" || wrongClass.test(element.getAttribute("class") ?? "");
      const holds = controls.some((control) => isWithin(control, element));
      if (says && isDrawn(element) && (holds || (element.textContent ?? "").trim() !== "")) return true;
    }
  }
  return false;
}

/** The element that has the focus, inside shadow roots too. */
export function focusedElement(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

export function hasFocus({ controls, parts }: Field): boolean {
  const at = focusedElement();
  if (at && [...controls, ...parts].some((part) => isWithin(at, part))) return true;
  return controls.some((control) => control.getAttribute("aria-expanded") === "true");
}

/** What browsers fill in along with others: names, addresses, cards. */
const fills =
  /(^|\s)((given|family|additional)-name|name|nickname|organi[sz]ation.*|street-address|address-.*|postal-code|country.*|tel.*|email|bday.*|cc-.*|username)$/;

/** The person has edited it in this page, as the browser knows. */
const edited = ":user-valid, :user-invalid";

/** Whether the browser may have brought back what was typed before the page was loaded anew. */
function isRestored(): boolean {
  const [visit] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return visit !== undefined && visit.type !== "navigate";
}

function differsFromDefault(control: Element): boolean {
  const { type, checked, defaultChecked, value, defaultValue } = control as HTMLInputElement;
  if (control.localName === "select") {
    const options = Array.from((control as HTMLSelectElement).options);
    return (
      options.some(({ defaultSelected }) => defaultSelected) && options.some((o) => o.selected !== o.defaultSelected)
    );
  }
  if (type === "checkbox" || type === "radio") return checked !== defaultChecked;
  return defaultValue !== undefined && value !== defaultValue;
}

/** Whether the person had changed a field before the focus view came to know it. */
export function wasEdited({ controls }: Field): boolean {
  return controls.some((each) => matches(each, edited) || (isRestored() && differsFromDefault(each)));
}

/** What can be said about a field, but for what the step and the past say. */
export function factsOf(field: Field): Omit<FieldFacts, "lit" | "changed" | "seen"> {
  const { controls } = field;
  return {
    required: isRequired(field),
    invalid: isInvalid(field),
    focused: hasFocus(field),
    autofilled: controls.some((each) => matches(each, ":autofill") || matches(each, ":-webkit-autofill")),
    fillable: controls.some((each) => fills.test(each.getAttribute("autocomplete") ?? "")),
    whole: field.whole,
  };
}
