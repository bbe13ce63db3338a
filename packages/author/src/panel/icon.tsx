import type { VNode } from "preact";

const paths = {
  undo: "M6 4 3 7l3 3M3 7h6.5a3.5 3.5 0 0 1 0 7H7",
  redo: "m10 4 3 3-3 3m3-3H6.500a3.5 3.5 0 0 0 0 7H9",
  side: "M2.500 3h11v10h-11zM9.500 3v10",
  fold: "M3.500 8h9",
  close: "m4 4 8 8m0-8-8 8",
  back: "m9.500 3.500-4.500 4.500 4.500 4.500",
  plus: "M8 3v10M3 8h10",
  point: "m5 5 8 3-3.500 1.500L8 13zM2 2l1 1M6 1.500v1M1.500 6h1",
  bin: "M3 4.500h10M6.500 4.500V3h3v1.500M4.500 4.500l.5 8.500h6l.5-8.500",
  eye: "M1.500 8S4 3.500 8 3.500 14.500 8 14.500 8 12 12.500 8 12.500 1.500 8 1.500 8zM8 6.300a1.700 1.700 0 1 1 0 3.400 1.700 1.700 0 0 1 0-3.400",
  earlier: "M13 8H3m4-4L3 8l4 4",
  later: "M3 8h10M9 4l4 4-4 4",
  lines: "M5.500 4h8M5.500 8h8M5.500 12h8M2.500 4h.01M2.500 8h.01M2.500 12h.01",
  sheet: "M4 2h5.500L12.500 5v9H4zM9.500 2v3h3",
  file: "M2.500 4.500h4l1.500 1.500h5.500v7h-11z",
  record: "M8 3.500a4.500 4.500 0 1 1 0 9 4.500 4.500 0 0 1 0-9M8 7a1 1 0 1 1 0 2 1 1 0 0 1 0-2",
  key: "M9.500 6.500a3 3 0 1 1-1.200-2.400M8.900 7.900 13.500 12.500M11.500 10.500l-1.500 1.500",
  phone: "M5 2h6v12H5zM7.500 12h1",
} as const;

/** A small drawing in the colour of the words beside it. Those that point turn round in languages read from the right. */
export function Icon({ name }: { name: keyof typeof paths }): VNode {
  const turns = ["back", "earlier", "later", "undo", "redo", "side"].includes(name);
  return (
    <svg class={`i${turns ? " turns" : ""}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
