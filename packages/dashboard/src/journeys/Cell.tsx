import type { Withheld } from "@waymark/schema";
import type { VNode } from "preact";
import { position } from "../drawing/interval-box.ts";
import { Baseline, BoxPlot, EarlierPlot } from "../parts/BoxPlot.tsx";
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
      {plot === null ? null : <EarlierPlot plot={plot} width={width} />}
    </span>
  );
}

/** Between a floor and everyone: hatched, because the rest is too small to show. */
function FloorPlot({ share, width, sentence }: { share: number; width: number; sentence: string }): VNode {
  const to = width - 4;
  const x = position(share, 1, 4, to);
  return (
    <svg class="plot" width={width} height="24" viewBox={`0 0 ${width} 24`} role="img" aria-label={sentence}>
      <Baseline from={4} to={to} y={12} />
      <rect x={x} y="7.5" width={Math.max(3, to - x)} height="9" class="hatched edged" />
    </svg>
  );
}
