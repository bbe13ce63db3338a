import type { Journey } from "@waymark/schema";
import { type Leaf, leafKey, leavesOf } from "./leaf.ts";
import { type PageKind, pageKindOf } from "./page-kind.ts";

/** A leaf that only the page can answer, and where it is asked. */
export interface PageLeaf {
  key: string;
  kind: PageKind;
  leaf: Leaf;
  journey: string;
  step: string;
}

/** All leaves for the page to watch: `click`, `input`, `submit`, `visible`, `gone`, `text`, `custom`. */
export function pageLeavesOf(journeys: readonly Journey[]): PageLeaf[] {
  return journeys.flatMap(({ id, steps }) =>
    steps.flatMap((step) =>
      leavesOf(step.done).flatMap((leaf) => {
        const kind = pageKindOf(leaf);
        return kind === null ? [] : [{ key: leafKey(leaf), kind, leaf, journey: id, step: step.id }];
      }),
    ),
  );
}
