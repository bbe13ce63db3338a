import fc from "fast-check";

/** One field of a generated form. */
export interface FieldSpec {
  kind: string;
  wrap: string;
  required: boolean;
  rule: boolean;
  value: string;
}

/** One thing that happens to it: a value set by hand or by the host, the switch, a check, a send. */
export interface Deed {
  act: "type" | "set" | "toggle" | "check" | "tick" | "reset" | "redraw";
  field: number;
  value: string;
}

export interface FormSpec {
  fields: FieldSpec[];
  deeds: Deed[];
}

const kinds = [
  ...["text", "email", "number", "date", "color", "range", "search", "tel", "url", "password", "time", "hidden"],
  ...["checkbox", "radio", "select", "multiple", "textarea", "file", "datalist", "custom", "component"],
];
const wraps = ["div", "label", "p", "flat", "section", "fieldset", "row", "list", "bare"];
const text = fc.constantFrom("", "a", "12", "a b", "x@y.de", "2026-12-18", "<&\"'", "ü ж 漢");

export const anyForm: fc.Arbitrary<FormSpec> = fc.record({
  fields: fc.array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      wrap: fc.constantFrom(...wraps),
      required: fc.oneof({ weight: 6, arbitrary: fc.constant(false) }, fc.constant(true)),
      rule: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true)),
      value: text,
    }),
    { minLength: 5, maxLength: 16 },
  ),
  deeds: fc.array(
    fc.record({
      act: fc.constantFrom("type", "type", "set", "toggle", "toggle", "check", "tick", "reset", "redraw"),
      field: fc.nat(15),
      value: text,
    }),
    { minLength: 2, maxLength: 10 },
  ),
});

const quoted = (value: string): string => value.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");

function control({ kind, required, rule, value }: FieldSpec, n: number): string {
  const more = [
    `name="n${n}"`,
    `id="f${n}"`,
    `data-testid="f${n}"`,
    required && kind !== "hidden" ? "required" : "",
    rule ? 'pattern="[a-z]*" maxlength="3" min="5"' : "",
  ].join(" ");
  const options = ["", "a", "12"]
    .map((each) => `<option${each === value ? " selected" : ""}>${each}</option>`)
    .join("");
  if (kind === "select" || kind === "multiple")
    return `<select ${more} ${kind === "multiple" ? "multiple" : ""}>${options}</select>`;
  if (kind === "textarea") return `<textarea ${more}>${quoted(value)}</textarea>`;
  if (kind === "radio") {
    const one = (each: string, at: number): string =>
      `<label><input type="radio" ${at === 0 ? more : `name="n${n}"`} value="${at}" ${each === value ? "checked" : ""}>Choice ${at}</label>`;
    return ["", "a"].map(one).join("");
  }
  if (kind === "datalist")
    return `<input ${more} list="l${n}" value="${quoted(value)}"><datalist id="l${n}">${options}</datalist>`;
  // As component libraries do it: a box that is used, and a hidden input that is sent.
  if (kind === "custom")
    return `<div role="combobox" tabindex="0" aria-expanded="false" data-testid="f${n}" id="f${n}">${quoted(value)}</div><input aria-hidden="true" tabindex="-1" name="n${n}" value="${quoted(value)}">`;
  if (kind === "component")
    return `<x-field name="n${n}" id="f${n}" data-testid="f${n}" value="${quoted(value)}"></x-field>`;
  const checked = kind === "checkbox" && value.length % 2 === 1 ? "checked" : "";
  return `<input type="${kind}" ${more} value="${quoted(value)}" ${checked}>`;
}

function wrapped(field: FieldSpec, n: number): string {
  const inner = control(field, n);
  const label = `<label for="f${n}">Field ${n}${field.required ? " *" : ""}</label>`;
  const help = `<small id="h${n}">Help for field ${n}</small>`;
  const shapes: Record<string, string> = {
    div: `<div class="field">${label}${inner}${help}</div>`,
    label: `<label>Field ${n} ${inner}</label>`,
    p: `<p>${label} ${inner}</p>`,
    flat: `${label}${inner}`,
    section: `<section><h3>Part ${n}</h3><div>${label}${inner}</div></section>`,
    fieldset: `<fieldset><legend>Group ${n}</legend>${label}${inner}</fieldset>`,
    row: `<table><tbody><tr><th>${label}</th><td>${inner}</td></tr></tbody></table>`,
    list: `<ul><li>${label}${inner}</li></ul>`,
    bare: `Field ${n}: ${inner}<br>`,
  };
  return shapes[field.wrap] ?? inner;
}

/** The form as a page holds it. */
export function htmlOf({ fields }: FormSpec): string {
  const body = fields.map(wrapped).join("\n");
  return `<form id="any" method="post" action="/sent" target="answer">${body}<div><button type="submit">Send</button></div></form>`;
}
