import type { GapRow } from "@waymark/schema";
import type { VNode } from "preact";
import { Key } from "../parts/Key.tsx";
import { useWidth } from "../parts/use-width.ts";
import { words as shared } from "../words.ts";
import { lanesHeight, lanesOf, laneY, scaleOf } from "./lanes.ts";
import { whyOf } from "./model.ts";
import { gapWords as words } from "./words.ts";

const diamond = (x: number, y: number): string => `M${x} ${y - 5.4}L${x + 5.4} ${y}L${x} ${y + 5.4}L${x - 5.4} ${y}Z`;
const hundred = (share: number): number => Math.round(share * 100);

/** The drawing as a sentence, with the same numbers. */
export function lanesSentence(row: GapRow): string {
  const { expected, believed, reported, measured, interval, n } = row;
  const said = [
    expected === null ? "" : words.lanes.expected(hundred(expected)),
    believed === null ? "" : words.lanes.believed(hundred(believed)),
    reported === null ? "" : words.lanes.reported(hundred(reported)),
    measured === null || interval === null
      ? ""
      : `${words.legend.measured}: ${words.measured(hundred(measured), words.interval(hundred(interval[0]), hundred(interval[1])), n ?? 0)}`,
  ].filter(Boolean);
  return said.length === 0 ? words.lanes.nothing : said.join(", ");
}

/** Four numbers on one scale. What is not there is not drawn; why stands in words beside it. */
export function LanesPlot({ row, width }: { row: GapRow; width: number }): VNode {
  const lanes = lanesOf(row, width);
  const later = whyOf(row, "expected")?.why === "not_due";
  return (
    <svg
      class="lanes"
      width={width}
      height={lanesHeight}
      viewBox={`0 0 ${width} ${lanesHeight}`}
      role="img"
      aria-label={lanesSentence(row)}
    >
      {lanes.grid.map((x) => (
        <line key={x} x1={x} y1="0" x2={x} y2={lanesHeight} class="grid" />
      ))}
      {lanes.band === null ? null : (
        <rect x={lanes.band.x} y="1.5" width={lanes.band.width} height="39" class={later ? "band later" : "band"} />
      )}
      {lanes.post === null ? null : (
        <line x1={lanes.post} y1="1.5" x2={lanes.post} y2="40.5" class={later ? "post later" : "post"} />
      )}
      {lanes.thread.length < 2 ? null : (
        <path d={`M${lanes.thread.map(([x, y]) => `${x} ${y}`).join("L")}`} class="thread" />
      )}
      {lanes.box === null ? null : (
        <rect
          x={lanes.box.x}
          y={laneY.measured - 4.5}
          width={lanes.box.width}
          height="9"
          class={lanes.measured === null ? "hatched edged" : "int"}
        />
      )}
      {lanes.measured === null ? null : <circle cx={lanes.measured} cy={laneY.measured} r="4.2" class="dot" />}
      {lanes.reported === null ? null : <circle cx={lanes.reported} cy={laneY.reported} r="4.2" class="reported" />}
      {lanes.believed === null ? null : <path d={diamond(lanes.believed, laneY.believed)} class="believed" />}
    </svg>
  );
}

/** The heads of the columns, with the scale. What they say is said in every row, for who does not see them. */
export function Heads(): VNode {
  const [lane, width] = useWidth();
  const { columns } = words;
  return (
    <div class="gap-row gap-heads small" aria-hidden="true">
      <span class="gap-step">{columns.step}</span>
      <div class="gap-lanes" ref={lane}>
        {width === 0 ? null : (
          <svg width={width} height="16" viewBox={`0 0 ${width} 16`} aria-hidden="true">
            {scaleOf(width).map(({ x, share }) => (
              <text key={share} x={x} y="12" class={share === 1 ? "t-e" : "t-m"}>
                {shared.number(share * 100)}
              </text>
            ))}
          </svg>
        )}
      </div>
      <span>{columns.verdict}</span>
      <span>{columns.barrier}</span>
      <span>{columns.forecast}</span>
    </div>
  );
}

/** What the marks mean, in the order of the lanes. */
export function Legend(): VNode {
  const { expected, believed, measured, reported } = words.legend;
  return (
    <Key
      of={[
        ["expected", expected],
        ["believed", believed],
        ["interval", measured],
        ["reported", reported],
      ]}
    />
  );
}
