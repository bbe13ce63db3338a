import type { VNode } from "preact";
import type { Axis } from "../drawing/axes.ts";
import { words } from "../words.ts";

/** The lines of a scale of 100 across a plot, each with its number left of it. */
export function ShareGrid({ axis, left, right }: { axis: Axis<number>; left: number; right: number }): VNode {
  return (
    <>
      {axis.ticks.map(({ value, at }) => (
        <g key={value}>
          <line x1={left} y1={at} x2={right} y2={at} class="grid" />
          <text x={left - 8} y={at + 4} class="t-e">
            {words.number(value * 100)}
          </text>
        </g>
      ))}
    </>
  );
}

/** A mark below a plot, with what it stands for. */
export function Below({ x, y, text }: { x: number; y: number; text: string }): VNode {
  return (
    <>
      <line x1={x} y1={y} x2={x} y2={y + 4} class="ax" />
      <text x={x} y={y + 17} class="t-m">
        {text}
      </text>
    </>
  );
}
