import type { Figure } from "@waymark/schema";
import type { VNode } from "preact";
import { intervalBox } from "../drawing/interval-box.ts";
import { intervalText, type Scale } from "./scale.ts";
import { figureWords as words } from "./words.ts";

export interface FigureCellProps {
  name: string;
  figure: Figure;
  scale: Scale;
  /** What stood here in the block it is laid beside; left out where it is laid beside nothing. */
  before?: Figure | null | undefined;
  marked?: boolean;
}

const width = 148;

/** The value with its interval, a dot on a box; where only the interval is known, the box is hatched. */
function Plot({ name, figure, scale }: Pick<FigureCellProps, "name" | "figure" | "scale">): VNode | null {
  const { value, interval } = figure;
  if (interval === null) return null;
  const { from, to, dot, box } = intervalBox({
    value: value ?? interval[0],
    interval,
    tick: null,
    end: scale.end,
    width,
  });
  const text = intervalText(interval, scale);
  const said = value === null ? words.missing[figure.why ?? "too_few"] : scale.write(value);
  return (
    <svg
      class="plot"
      width={width}
      height="18"
      viewBox={`0 0 ${width} 18`}
      role="img"
      aria-label={words.plot(name, said, text)}
    >
      <line x1={from} y1="9" x2={to} y2="9" class="grid" />
      <line x1={from} y1="6" x2={from} y2="12" class="ax" />
      <line x1={to} y1="6" x2={to} y2="12" class="ax" />
      {box === null ? null : (
        <path
          d={`M${box.x + box.width} 4.5H${box.x}V13.5H${box.x + box.width}${box.open ? "" : "Z"}`}
          class={value === null ? "hatched edged" : "int"}
        />
      )}
      {value === null ? null : <circle cx={dot} cy="9" r="4.2" class="dot" />}
    </svg>
  );
}

function Before({ before, scale }: { before: Figure | null; scale: Scale }): VNode {
  if (before === null || before.value === null || before.interval === null)
    return <span class="small earlier">{words.wasHidden}</span>;
  const { dot, box } = intervalBox({
    value: before.value,
    interval: before.interval,
    tick: null,
    end: scale.end,
    width,
  });
  return (
    <span class="small earlier">
      {words.was(scale.write(before.value))} ({intervalText(before.interval, scale)})
      {box === null ? null : (
        <svg class="plot" width={width} height="12" viewBox={`0 0 ${width} 12`} aria-hidden="true">
          <line x1={box.x} y1="6" x2={box.x + box.width} y2="6" class="before" />
          <circle cx={dot} cy="6" r="3.6" class="dot hollow" />
        </svg>
      )}
    </span>
  );
}

/** Each kind of missing has a face of its own: not shown is hatched, not yet is dashed, what cannot be is plain. */
function faceOf(why: Figure["why"]): string {
  if (why === "no_headcount") return "soft";
  return why === "not_yet" || why === "not_reached" ? "few later" : "few";
}

/** A figure with its interval and the people behind it, or the reason where it would stand. */
export function FigureCell({ name, figure, scale, before, marked = false }: FigureCellProps): VNode {
  const { value, interval, n, why } = figure;
  return (
    <div class="figure">
      {value === null || interval === null ? (
        <span class={faceOf(why)}>{words.missing[why ?? "too_few"]}</span>
      ) : (
        <span class="value-line">
          <span class={marked ? "value late warn" : "value"}>{scale.write(value)}</span>
          <span class="small">
            {n === null ? intervalText(interval, scale) : words.note(intervalText(interval, scale), n)}
          </span>
        </span>
      )}
      <Plot name={name} figure={figure} scale={scale} />
      {before === undefined ? null : <Before before={before} scale={scale} />}
    </div>
  );
}

/** What the marks mean. */
export function FigureLegend(): VNode {
  return (
    <ul class="key">
      <li>
        <svg width="22" height="16" viewBox="0 0 22 16" aria-hidden="true">
          <rect x="1" y="3.5" width="20" height="9" class="int" />
          <circle cx="11" cy="8" r="4.2" class="dot" />
        </svg>
        {words.legend.interval}
      </li>
      <li>
        <svg width="22" height="16" viewBox="0 0 22 16" aria-hidden="true">
          <rect x="1" y="3.5" width="20" height="9" class="hatched edged" />
        </svg>
        {words.legend.hatch}
      </li>
    </ul>
  );
}
