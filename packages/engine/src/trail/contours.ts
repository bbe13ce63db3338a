import { type Point, round } from "./path.ts";

/** One swing of a hill's outline: `[how often, how strong, phase, how the phase turns from ring to ring]`. */
type Swing = readonly [number, number, number, number];

/** Outlines that were chosen by eye and stay: the same journey always has the same land. */
const shapes: Record<"peak" | "knoll", readonly Swing[]> = {
  peak: [
    [2, 0.13, 1.85, -0.13],
    [3, 0.07, 2.52, 0],
  ],
  knoll: [
    [2, 0.077, -2, -0.21],
    [3, 0.071, 2.09, 0],
    [4, 0.075, -1.57, 0],
  ],
};

/** A hill as seen from above. Lengths in px. */
export interface Hill {
  at: Point;
  shape: "peak" | "knoll";
  rings: number;
  /** Mean radius of the innermost ring. Default 26.4. */
  inner?: number;
  /** From ring to ring. Default 24. */
  step?: number;
}

/** Hills are wider than deep: we look at the land from the side a little. */
const flat = 0.62;
const corners = 12;

/** The contour lines of one hill as closed SVG paths, outermost first. Always the same for the same hill. */
export function contours(hill: Hill): string[] {
  const { at, rings, inner = 26.4, step = 24 } = hill;
  return [...Array(rings).keys()].map((ring) => {
    const radius = inner + step * (rings - 1 - ring);
    const outline = [...Array(corners).keys()].map((corner): Point => {
      const angle = (corner * 2 * Math.PI) / corners;
      const swing = shapes[hill.shape].reduce(
        (sum, [times, strength, phase, turn]) => sum + strength * Math.sin(times * angle + phase + turn * ring),
        1,
      );
      return {
        x: round(at.x + radius * swing * Math.cos(angle)),
        y: round(at.y + radius * swing * Math.sin(angle) * flat),
      };
    });
    return closedCurve(outline);
  });
}

/** A smooth closed line: corners are handles, the line runs through the middles between them. */
function closedCurve(corners: readonly Point[]): string {
  const middle = (index: number): string => {
    const from = corners[(index + corners.length) % corners.length] ?? { x: 0, y: 0 };
    const to = corners[(index + 1) % corners.length] ?? { x: 0, y: 0 };
    return `${round((from.x + to.x) / 2)} ${round((from.y + to.y) / 2)}`;
  };
  return `M${middle(-1)}${corners.map(({ x, y }, index) => `Q${x} ${y} ${middle(index)}`).join("")}Z`;
}
