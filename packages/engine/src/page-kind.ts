import type { Target } from "@waymark/schema";
import type { Leaf } from "./leaf.ts";

const pageKinds = ["click", "input", "submit", "visible", "gone", "text", "custom"] as const;
export type PageKind = (typeof pageKinds)[number];

/** The kind of a leaf that only the page can answer; `null` for the others. */
export function pageKindOf(leaf: Leaf): PageKind | null {
  return pageKinds.find((kind) => kind in leaf) ?? null;
}

/** The element a page leaf asks about; `null` where it asks about none. */
export function targetOf(leaf: Leaf): Target | null {
  for (const kind of ["click", "input", "submit", "visible", "gone"] as const) {
    if (kind in leaf) return (leaf as Record<typeof kind, Target>)[kind];
  }
  return "text" in leaf ? (leaf.in ?? null) : null;
}
