import type { VNode } from "../../../draw/draw.ts";

const paths = {
  people:
    "M6 7.5a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6ZM1.8 13.5c0-2.5 1.8-4 4.2-4s4.2 1.5 4.2 4M10.8 3.3a2.2 2.2 0 0 1 0 4.1m1.2 2.4c1.4.6 2.2 1.9 2.2 3.7",
  eye: "M1.5 8S3.8 3.7 8 3.7 14.5 8 14.5 8 12.2 12.3 8 12.3 1.5 8 1.5 8ZM8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6Z",
  lock: "M4.5 7.2h7a1 1 0 0 1 1 1v4.6a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1V8.2a1 1 0 0 1 1-1ZM5.5 7V5a2.5 2.5 0 0 1 5 0v2",
} as const;

export type GlyphName = keyof typeof paths;

/** A line drawing of this room; always beside words or a name. */
export function Glyph({ name }: { name: GlyphName }): VNode {
  return (
    <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
