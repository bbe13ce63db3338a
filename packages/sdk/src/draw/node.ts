import type { ComponentChild, ComponentChildren, ComponentType, Key, Ref, VNode } from "preact";

export type { ComponentChild, ComponentChildren, ComponentType, Ref, RefObject, VNode } from "preact";

export type Props = Record<string, unknown> & { children?: ComponentChildren };

/**
 * What is to be drawn: an element or a component with its properties. A class, so that nothing which came as data, such as
 * a text that an author wrote, is ever taken for one.
 */
export class Drawn {
  constructor(
    readonly type: string | ComponentType<Props>,
    readonly props: Props,
    readonly key: Key,
    readonly ref: Ref<unknown> | undefined,
  ) {}
}

/** Describes an element or a component; JSX is written with it. */
export function h<P extends object>(
  type: string | ComponentType<P>,
  given: (P & { key?: Key }) | null,
  ...children: ComponentChild[]
): VNode<P> {
  const { key, ref, ...props }: Props & { key?: Key; ref?: Ref<unknown> } = given ?? {};
  if (children.length > 0) props.children = children;
  return new Drawn(type as ComponentType<Props>, props, key, ref) as unknown as VNode<P>;
}

/** Several things beside each other without a box around them. */
export function Fragment({ children }: Props): VNode {
  return children as VNode;
}

export function createRef<T>(): { current: T | null } {
  return { current: null };
}

/** Something to draw: described, a text, or nothing, which keeps its place among the others. */
export type Wanted = Drawn | string | null;

/** What stands between two tags, one by one. */
export function listOf(children: ComponentChildren): Wanted[] {
  return (Array.isArray(children) ? children : [children]).map((child: ComponentChild) => {
    if (child instanceof Drawn) return child;
    if (Array.isArray(child)) return new Drawn(Fragment, { children: child }, undefined, undefined);
    return typeof child === "string" || typeof child === "number" ? `${child}` : null;
  });
}
