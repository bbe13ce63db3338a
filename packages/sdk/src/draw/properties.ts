import type { Props } from "./node.ts";

/** Called with what was heard; the handlers of one element by the type of the event. */
export type Handlers = Record<string, ((event: Event) => void) | undefined>;

/** What is set once the children are there: the choice of a list is one of them. */
const late = ["value", "checked"];

type Fields = Record<string, unknown>;

/** All that differs between two sets of properties. */
function changed(before: Fields, after: Fields): [name: string, value: unknown][] {
  const gone = Object.keys(before).filter((name) => !(name in after));
  return [...gone, ...Object.keys(after)].flatMap((name) =>
    before[name] === after[name] ? [] : [[name, after[name]] as [string, unknown]],
  );
}

/** Writes what has changed to an element: attributes, styles one by one (a policy may forbid them as text), listeners. */
export function write(element: Element, before: Props, after: Props, handlers: Handlers): void {
  for (const [name, value] of changed(before, after)) {
    if (name === "children" || late.includes(name)) continue;
    if (name === "style") restyle(element as HTMLElement, (before.style ?? {}) as Fields, (value ?? {}) as Fields);
    else if (name.startsWith("on")) hear(element, name.slice(2).toLowerCase(), value as Handlers[string], handlers);
    else if (typeof value === "boolean" && name in element) (element as unknown as Fields)[name] = value;
    else if (value == null || (value === false && !name.includes("-"))) element.removeAttribute(name);
    else element.setAttribute(name, String(value));
  }
}

/** Writes what the person may have changed since: it is compared with what is on the page. */
export function writeLate(element: Element, props: Props): void {
  const fields = element as unknown as Fields;
  for (const name of late) if (props[name] !== undefined && fields[name] !== props[name]) fields[name] = props[name];
}

function restyle({ style }: HTMLElement, before: Fields, after: Fields): void {
  for (const [name, value] of changed(before, after)) {
    if (name.startsWith("-")) style.setProperty(name, String(value ?? ""));
    else (style as unknown as Fields)[name] = value ?? "";
  }
}

/** Listens once; who hears may change. */
function hear(element: Element, type: string, handler: Handlers[string], handlers: Handlers): void {
  if (!(type in handlers)) element.addEventListener(type, (event) => handlers[type]?.(event));
  handlers[type] = handler;
}
