import type { Component } from "./component.ts";
import { type ComponentChild, Drawn, listOf, type Props, type Wanted } from "./node.ts";
import { type Handlers, write, writeLate } from "./properties.ts";

export { Component } from "./component.ts";
// By this name the compiler asks for it where a key comes after properties that are spread.
export {
  type ComponentChild,
  type ComponentChildren,
  type ComponentType,
  createRef,
  Fragment,
  h as createElement,
  h,
  type Ref,
  type RefObject,
  type VNode,
} from "./node.ts";

const svgSpace = "http://www.w3.org/2000/svg";

/** Something that is on the page: an element, a text, or a component, which stands where its kids do. */
interface Made {
  is: Drawn | string;
  up: Made | null;
  kids: (Made | null)[];
  dom: Element | Text | null;
  own: Component<Props> | undefined;
  handlers: Handlers;
}

const roots = new WeakMap<Element, Made>();
const stale = new Set<Made>();
let drawn: (() => void)[] = [];

/**
 * Draws into an element, or brings what it drew there before to what is wanted now; `null` takes it away.
 * Children with a key keep their elements wherever they go, others in their place.
 */
export function render(what: ComponentChild, into: Element): void {
  const root = roots.get(into) ?? { is: "", up: null, kids: [], dom: into, own: undefined, handlers: {} };
  roots.set(into, root);
  reconcile(root, listOf([what]));
  place(root);
  tell();
}

const keyOf = (of: Made | Wanted): unknown =>
  of instanceof Drawn ? (of.key ?? undefined) : of && typeof of === "object" ? keyOf(of.is) : undefined;
const typeOf = (is: Drawn | string): unknown => (typeof is === "string" ? "" : is.type);

/** Makes the kids what is wanted: keeps those that fit, makes the others, and lets go of what nobody wants. */
function reconcile(made: Made, wanted: readonly Wanted[]): void {
  const { kids } = made;
  const left = new Set(kids);
  let byKey: Map<unknown, Made | null> | undefined;
  made.kids = wanted.map((what, index) => {
    if (what === null) return null;
    const key = keyOf(what);
    if (key !== undefined) byKey ??= new Map(kids.map((kid) => [keyOf(kid), kid]));
    const kid = key === undefined ? kids[index] : byKey?.get(key);
    const fits = kid && left.has(kid) && keyOf(kid) === key && typeOf(kid.is) === typeOf(what);
    if (!fits) return make(what, made);
    left.delete(kid);
    const before = kid.is;
    kid.is = what;
    // What was handed through is drawn already.
    if (before !== what) draw(kid, before);
    return kid;
  });
  for (const kid of left) if (kid) drop(kid, true);
}

function make(is: Drawn | string, up: Made): Made {
  const made: Made = { is, up, kids: [], dom: null, own: undefined, handlers: {} };
  if (typeof is === "string") made.dom = document.createTextNode(is);
  else if (typeof is.type === "string") {
    const inDrawing = is.type === "svg" || hostOf(made)?.namespaceURI === svgSpace;
    made.dom = inDrawing ? document.createElementNS(svgSpace, is.type) : document.createElement(is.type);
  } else if (is.type.prototype?.render) {
    made.own = new (is.type as new (props: Props) => Component<Props>)(is.props);
    made.own.drawing.again = () => later(made);
  }
  draw(made, null);
  return made;
}

function draw(made: Made, before: Drawn | string | null): void {
  const { is, dom, own } = made;
  stale.delete(made);
  if (typeof is === "string") {
    if (before !== null && before !== is) (dom as Text).data = is;
    return;
  }
  const { type, props, ref } = is;
  const last = before instanceof Drawn ? before : null;
  if (dom instanceof Element) {
    write(dom, last?.props ?? {}, props, made.handlers);
    reconcile(made, listOf(props.children));
    place(made);
    writeLate(dom, props);
  } else if (own) drawOwn(made, own, before === null);
  else reconcile(made, listOf((type as (props: Props) => ComponentChild)(props)));
  if (last?.ref === ref) return;
  refer(last?.ref, null);
  drawn.push(() => refer(ref, dom ?? own));
}

function drawOwn(made: Made, own: Component<Props>, first: boolean): void {
  const { props } = made.is as Drawn;
  const { props: propsBefore, state: stateBefore, drawing } = own;
  const { next = own.state, forced } = drawing;
  const wanted = first || forced || own.shouldComponentUpdate?.(props, next) !== false;
  Object.assign(own, { props, state: next });
  Object.assign(drawing, { next: undefined, forced: false });
  const told = drawing.told.splice(0);
  if (wanted) {
    reconcile(made, listOf(own.render(props, next) as ComponentChild));
    if (first) drawn.push(() => own.componentDidMount?.());
    else drawn.push(() => own.componentDidUpdate?.(propsBefore, stateBefore));
  }
  drawn.push(...told);
}

function refer(ref: Drawn["ref"], to: unknown): void {
  if (typeof ref === "function") ref(to);
  else if (ref) ref.current = to;
}

/** Has a component drawn again once what runs now has ended. */
function later(made: Made): void {
  if (stale.size === 0) queueMicrotask(drawStale);
  stale.add(made);
}

function drawStale(): void {
  try {
    for (const made of stale) {
      draw(made, made.is);
      let host: Made | null = made;
      while (host && !host.dom) host = host.up;
      if (host) place(host);
      tell();
    }
  } finally {
    stale.clear();
  }
}

/** Tells components and refs that all is on the page. */
function tell(): void {
  const told = drawn;
  drawn = [];
  for (const each of told) each();
}

/** The element around, if there is one already. */
function hostOf({ up }: Made): Element | null {
  return up?.dom instanceof Element ? up.dom : up && hostOf(up);
}

function* domsOf(kids: Made["kids"]): Generator<Element | Text> {
  for (const kid of kids) {
    if (kid?.dom) yield kid.dom;
    else if (kid) yield* domsOf(kid.kids);
  }
}

/** Puts what stands in an element into its order; what is in its place is not touched. */
function place({ dom, kids }: Made): void {
  let at = dom?.firstChild ?? null;
  for (const each of domsOf(kids)) {
    if (each === at) at = at.nextSibling;
    else dom?.insertBefore(each, at);
  }
}

/** @param leaves - it goes from the page by itself, not with what is around it. */
function drop({ is, dom, own, kids }: Made, leaves: boolean): void {
  if (is instanceof Drawn) refer(is.ref, null);
  if (own) {
    own.componentWillUnmount?.();
    own.drawing.again = undefined;
  }
  for (const kid of kids) if (kid) drop(kid, leaves && !dom);
  if (leaves) dom?.remove();
}
