import { contours, type Point } from "@waymark/engine/trail";
import type { VNode } from "../draw/draw.ts";

interface LandProps {
  width: number;
  height: number;
  /** The summit near the destination and the knoll near the start. */
  peak: Point;
  knoll: Point;
}

/** The nearly invisible land under the way. */
export function Land({ width, height, peak, knoll }: LandProps): VNode {
  const rings = [
    ...contours({ at: peak, shape: "peak", rings: 6 }),
    ...contours({ at: knoll, shape: "knoll", rings: 5, inner: 25.5, step: 23.1 }),
  ];
  return (
    <svg class="land" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="xMaxYMid slice" aria-hidden="true">
      {rings.map((ring) => (
        <path class="t-hill" key={ring} d={ring} />
      ))}
    </svg>
  );
}
