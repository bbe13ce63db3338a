import type { VNode } from "preact";
import type { IntervalBox } from "../drawing/interval-box.ts";

/** The line of the scale with its two ends. */
export function Baseline({ from, to, y }: { from: number; to: number; y: number }): VNode {
  return (
    <>
      <line x1={from} y1={y} x2={to} y2={y} class="grid" />
      <line x1={from} y1={y - 3} x2={from} y2={y + 3} class="ax" />
      <line x1={to} y1={y - 3} x2={to} y2={y + 3} class="ax" />
    </>
  );
}

export interface BoxPlotProps {
  plot: IntervalBox;
  width: number;
  /** The same numbers in words. */
  sentence: string;
  /** False: the value itself is not shown, and the box is hatched. */
  known?: boolean;
}

/** A value as a dot on the box of its interval, with the plan above them where there is one. An open end runs out of the plot. */
export function BoxPlot({ plot, width, sentence, known = true }: BoxPlotProps): VNode {
  const { from, to, box, tick, dot } = plot;
  return (
    <svg class="plot" width={width} height="24" viewBox={`0 0 ${width} 24`} role="img" aria-label={sentence}>
      <Baseline from={from} to={to} y={12} />
      {tick === null ? null : (
        <>
          <path d={`M${tick - 4.5} 1H${tick + 4.5}L${tick} 8Z`} class="tick" />
          <line x1={tick} y1="8" x2={tick} y2="18" class="stop" />
        </>
      )}
      {box === null ? null : (
        <path
          d={`M${box.x + box.width} 7.5H${box.x}V16.5H${box.x + box.width}${box.open ? "" : "Z"}`}
          class={known ? "int" : "hatched edged"}
        />
      )}
      {known ? <circle cx={dot} cy="12" r="4.2" class="dot" /> : null}
    </svg>
  );
}

/** What was so before: a hollow dot on a thin line. Its numbers stand beside it in words. */
export function EarlierPlot({ plot: { box, dot }, width }: { plot: IntervalBox; width: number }): VNode | null {
  if (box === null) return null;
  return (
    <svg class="plot" width={width} height="12" viewBox={`0 0 ${width} 12`} aria-hidden="true">
      <line x1={box.x} y1="6" x2={box.x + box.width} y2="6" class="before" />
      <circle cx={dot} cy="6" r="3.6" class="dot hollow" />
    </svg>
  );
}
