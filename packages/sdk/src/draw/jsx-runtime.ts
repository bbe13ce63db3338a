import { type ComponentType, Drawn, type Props, type VNode } from "./node.ts";

export type { JSX } from "preact/jsx-runtime";
export { Fragment } from "./node.ts";

/** What JSX becomes where the compiler brings this in by itself. */
export function jsx<P extends object>(type: string | ComponentType<P>, given: P, key?: string | number): VNode<P> {
  const { ref, ...props } = given as Props & { ref?: Drawn["ref"] };
  return new Drawn(type as ComponentType<Props>, props, key, ref) as unknown as VNode<P>;
}

export { jsx as jsxs };
