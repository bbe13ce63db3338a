import type { Withheld } from "@waymark/schema";
import type { VNode } from "preact";
import { type IntervalBox, position } from "../drawing/interval-box.ts";
import type { StepCell } from "../picture/step-cells.ts";
import { dayOf } from "../text/dates.ts";
import { words } from "../words.ts";
import type { EarlierCell } from "./earlier.ts";

export interface CellProps {
  cell: StepCell;
  /** What stood here before, drawn hollow below. */
  earlier?: EarlierCell;
  width: number;
  /** The one number of its row that matters most. */
  marked: boolean;
  nextAt: string | null;
  timeZone: string;
}

/** A number with its interval and n, its plot below; or the reason where the number would be. */
export function Cell({ cell, earlier = null, width, marked, nextAt, timeZone }: CellProps): VNode {
  if (cell.kind !== "number" && cell.kind !== "at_least") {
    return (
      <>
        <Missing reason={cell.kind} firstOn={nextAt === null ? null : dayOf(nextAt, timeZone)} />
        <Earlier cell={earlier} width={width} />
      </>
    );
  }
  return (
    <>
      <span class="value-line">
        <span class={marked ? "value late warn" : "value"}>{cell.value}</span>
        <span class="small">{cell.note}</span>
      </span>
      {cell.kind === "at_least" ? <FloorPlot share={cell.share} width={width} sentence={cell.sentence} /> : null}
      {cell.kind === "number" && cell.plot !== null ? (
        <BoxPlot plot={cell.plot} width={width} sentence={cell.sentence} />
      ) : null}
      <Earlier cell={earlier} width={width} />
    </>
  );
}

/** A missing number keeps its place and says why; it never looks like zero. */
function Missing({ reason, firstOn }: { reason: Withheld; firstOn: string | null }): VNode {
  if (reason === "too_few") return <span class="few">{words.faces.tooFew}</span>;
  if (reason === "unverified") return <span class="few">{words.faces.unverified}</span>;
  return (
    <span class="few later">
      <span>
        {words.faces.notYet}
        {firstOn === null ? null : <span class="small">{words.faces.notYetOn(firstOn)}</span>}
      </span>
    </span>
  );
}

/** Before: in words, and as a hollow dot on a thin line. */
function Earlier({ cell, width }: { cell: EarlierCell; width: number }): VNode | null {
  if (cell === null) return null;
  if (cell === "absent") return <span class="small earlier">{words.compare.absent}</span>;
  if (cell.kind !== "number" && cell.kind !== "at_least")
    return <span class="small earlier">{words.compare.hidden}</span>;
  const plot = cell.kind === "number" ? cell.plot : null;
  return (
    <span class="small earlier">
      {words.compare.was(`${cell.value}, ${cell.note}`)}
      {plot === null || plot.box === null ? null : (
        <svg class="plot" width={width} height="12" viewBox={`0 0 ${width} 12`} aria-hidden="true">
          <line x1={plot.box.x} y1="6" x2={plot.box.x + plot.box.width} y2="6" class="before" />
          <circle cx={plot.dot} cy="6" r="3.6" class="dot hollow" />
        </svg>
      )}
    </span>
  );
}

function Axis({ from, to }: { from: number; to: number }): VNode {
  return (
    <>
      <line x1={from} y1="12" x2={to} y2="12" class="grid" />
      <line x1={from} y1="9" x2={from} y2="15" class="ax" />
      <line x1={to} y1="9" x2={to} y2="15" class="ax" />
    </>
  );
}

function BoxPlot({ plot, width, sentence }: { plot: IntervalBox; width: number; sentence: string }): VNode {
  const { box, tick } = plot;
  return (
    <svg class="plot" width={width} height="24" viewBox={`0 0 ${width} 24`} role="img" aria-label={sentence}>
      <Axis from={plot.from} to={plot.to} />
      {tick === null ? null : (
        <>
          <path d={`M${tick - 4.5} 1H${tick + 4.5}L${tick} 8Z`} class="tick" />
          <line x1={tick} y1="8" x2={tick} y2="18" class="stop" />
        </>
      )}
      {box === null ? null : (
        <path d={`M${box.x + box.width} 7.5H${box.x}V16.5H${box.x + box.width}${box.open ? "" : "Z"}`} class="int" />
      )}
      <circle cx={plot.dot} cy="12" r="4.2" class="dot" />
    </svg>
  );
}

/** Between a floor and everyone: hatched, because the rest is too small to show. */
function FloorPlot({ share, width, sentence }: { share: number; width: number; sentence: string }): VNode {
  const to = width - 4;
  const x = position(share, 1, 4, to);
  return (
    <svg class="plot" width={width} height="24" viewBox={`0 0 ${width} 24`} role="img" aria-label={sentence}>
      <Axis from={4} to={to} />
      <rect x={x} y="7.5" width={Math.max(3, to - x)} height="9" class="hatched edged" />
    </svg>
  );
}
