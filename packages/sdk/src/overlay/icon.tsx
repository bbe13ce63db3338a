import type { VNode } from "../draw/draw.ts";

const paths = {
  fold: "m4 6 4 4 4-4",
  close: "m4 4 8 8m0-8-8 8",
  clock: "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM8 4.6V8l2.3 1.6",
  show: "M1.5 8S3.8 3.7 8 3.7 14.5 8 14.5 8 12.2 12.3 8 12.3 1.5 8 1.5 8ZM8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6Z",
  later: "M13.2 9.6A5.7 5.7 0 0 1 6.4 2.8a5.7 5.7 0 1 0 6.8 6.8Z",
  tick: "m3 8.6 3.3 3.3L13 4.8",
  speech: "M2.5 3.5h11v7.5H8l-3 2.5V11H2.5Z",
  skip: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM3.8 12.2l8.4-8.4",
  back: "M6 3.5 2.8 6.7 6 9.9M3 6.7h6.4a3.4 3.4 0 0 1 0 6.8H7.5",
} as const;

export type IconName = keyof typeof paths;

/** A line drawing of 16 px in the colour of its text; always beside words or a name. */
export function Icon({ name }: { name: IconName }): VNode {
  return (
    <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
