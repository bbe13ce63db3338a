import { findTarget, type Refs } from "../../targeting/find-target.ts";
import type { Need } from "./needed.ts";

/** The fields a step names, as elements of the page. */
export interface LitFields {
  /** To be called while nothing is folded: what is folded is not found. Those that are not there are looked for on demand. */
  now(search: boolean): Element[];
  /** What the watch over the page has found. */
  learn(found: ReadonlyMap<number, Element>): void;
}

export function createLitFields({ fields }: Need, refs: Refs): LitFields {
  const known = new Map<number, Element>();
  return {
    now: (search) => {
      fields.forEach((target, index) => {
        if (known.get(index)?.isConnected) return;
        known.delete(index);
        const element = search ? findTarget(target, refs).element : null;
        if (element) known.set(index, element);
      });
      return [...known.values()];
    },
    learn: (found) => {
      for (const [index, element] of found) if (element.isConnected) known.set(index, element);
    },
  };
}
