import type { ExperimentArm, ExperimentRow } from "@waymark/schema";
import type { VNode } from "preact";
import { type Axis, shareAxis } from "../drawing/axes.ts";
import { Key } from "../parts/Key.tsx";
import { useWidth } from "../parts/use-width.ts";
import { words as shared } from "../words.ts";
import { hundred } from "./finding.ts";
import { experimentWords as words } from "./words.ts";

const laneHeight = 26;
const top = 18;
const height = top + 2 * laneHeight;

function armSentence(name: string, { value, interval, people }: ExperimentArm): string {
  if (value === null || interval === null) return "";
  return words.arm(name, hundred(value), hundred(interval[0]), hundred(interval[1]), people ?? 0);
}

interface LaneProps {
  arm: ExperimentArm;
  y: number;
  axis: Axis<number>;
  held: boolean;
}

function Lane({ arm, y, axis: { at }, held }: LaneProps): VNode | null {
  if (arm.value === null || arm.interval === null) return null;
  const [low, high] = arm.interval;
  return (
    <>
      <rect x={at(low)} y={y - 5} width={Math.max(2, at(high) - at(low))} height="10" class="int" />
      <circle cx={at(arm.value)} cy={y} r="4.6" class={held ? "reported" : "dot"} />
    </>
  );
}

/** Both arms on one scale of 100 people, one below the other: where the boxes part, the journey does something. */
export function ArmsPlot({ row }: { row: ExperimentRow }): VNode {
  const [box, width] = useWidth();
  const axis = shareAxis(4, width - 4);
  const label = [armSentence(words.shown, row.shown), armSentence(words.held, row.held)].filter(Boolean).join("; ");
  return (
    <div class="arms" ref={box}>
      {width === 0 ? null : (
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
          {axis.ticks.map(({ value, at }) => (
            <g key={value}>
              <line x1={at} y1={top - 4} x2={at} y2={height} class="grid" />
              <text x={at} y="10" class={value === 0 ? "t-s" : value === 1 ? "t-e" : "t-m"}>
                {shared.number(value * 100)}
              </text>
            </g>
          ))}
          <Lane arm={row.shown} y={top + laneHeight / 2} axis={axis} held={false} />
          <Lane arm={row.held} y={top + 1.5 * laneHeight} axis={axis} held={true} />
        </svg>
      )}
    </div>
  );
}

/** What the marks mean, in the order of the lanes. */
export function ArmsKey(): VNode {
  return (
    <Key
      of={[
        ["interval", words.shown],
        ["held", words.held],
      ]}
    />
  );
}
