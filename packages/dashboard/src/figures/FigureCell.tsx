import type { Figure } from "@waymark/schema";
import type { VNode } from "preact";
import { type IntervalBox, intervalBox } from "../drawing/interval-box.ts";
import { BoxPlot, EarlierPlot } from "../parts/BoxPlot.tsx";
import { Key } from "../parts/Key.tsx";
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

const boxOf = ({ value, interval }: Figure, { end }: Scale): IntervalBox =>
  intervalBox({ value: value ?? interval?.[0] ?? 0, interval, tick: null, end, width });

/** The value with its interval; where only the interval is known it is hatched. */
function Plot({ name, figure, scale }: Pick<FigureCellProps, "name" | "figure" | "scale">): VNode | null {
  const { value, interval } = figure;
  if (interval === null) return null;
  const said = value === null ? words.missing[figure.why ?? "too_few"] : scale.write(value);
  const sentence = words.plot(name, said, intervalText(interval, scale));
  return <BoxPlot plot={boxOf(figure, scale)} width={width} sentence={sentence} known={value !== null} />;
}

function Before({ before, scale }: { before: Figure | null; scale: Scale }): VNode {
  if (before === null || before.value === null || before.interval === null)
    return <span class="small earlier">{words.wasHidden}</span>;
  return (
    <span class="small earlier">
      {words.was(scale.write(before.value))} ({intervalText(before.interval, scale)})
      <EarlierPlot plot={boxOf(before, scale)} width={width} />
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
    <Key
      of={[
        ["interval", words.legend.interval],
        ["hidden", words.legend.hatch],
      ]}
    />
  );
}
