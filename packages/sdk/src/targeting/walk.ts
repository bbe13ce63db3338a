import { isElement, isOurs, parentOf } from "./tree.ts";

/** A root and the open shadow roots inside it, each when it is its turn. Our own surfaces are left out. */
function* rootsIn(root: ParentNode): Generator<ParentNode | undefined> {
  yield root;
  for (const element of root.querySelectorAll("*")) {
    if (element.shadowRoot && !isOurs(element)) yield* rootsIn(element.shadowRoot);
    yield undefined;
  }
}

/** A changed text is part of what is around it: a name is made of it up to so many steps further up. */
const namedStepsUp = 4;

/**
 * The elements below a root that a selector fits, open shadow roots included; `undefined` is a step without one, so that
 * whoever asks may pause. `entered` hears of each shadow root.
 */
export function* elementsIn(
  from: ParentNode,
  selector: string,
  entered: (root: Node) => void = () => undefined,
): Generator<Element | undefined> {
  for (const root of rootsIn(from)) {
    if (root && "host" in root) entered(root);
    for (const element of root?.querySelectorAll(selector) ?? []) yield isOurs(element) ? undefined : element;
    yield undefined;
  }
}

/** An element, or what a text stands in, with what it is part of: the elements whose name it may have changed. */
export function* partsOf(node: Node, seen: Set<Element>): Generator<Element> {
  let at = isElement(node) ? node : node.parentElement;
  for (let steps = 0; at && steps <= namedStepsUp && !seen.has(at); steps++, at = parentOf(at)) {
    seen.add(at);
    yield at;
    const control = at.localName === "label" ? (at as HTMLLabelElement).control : null;
    if (control) yield control;
  }
}
