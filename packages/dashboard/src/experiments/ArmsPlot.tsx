import type { ExperimentArm, ExperimentRow } from "@waymark/schema";
import type { VNode } from "preact";
import { position } from "../drawing/interval-box.ts";
import { Key } from "../parts/Key.tsx";
import { useWidth } from "../parts/use-width.ts";
import { words as shared } from "../words.ts";
import { hundred } from "./finding.ts";
import { experimentWords as words } from "./words.ts";

const laneHeight = 26;
const top = 18;
const height = top + 2 * laneHeight;
const ends = [0, 0.25, 0.5, 0.75, 1];

function armSentence(name: string, { value, interval, people }: ExperimentArm): string {
  if (value === null || interval === null) return "";
  return words.arm(name, hundred(value), hundred(interval[0]), hundred(interval[1]), people ?? 0);
}

function Lane({ arm, y, width, held }: { arm: ExperimentArm; y: number; width: number; held: boolean }): VNode | null {
  if (arm.value === null || arm.interval === null) return null;
  const at = (share: number): number => position(share, 1, 4, width - 4);
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
  const label = [armSentence(words.shown, row.shown), armSentence(words.held, row.held)].filter(Boolean).join("; ");
  return (
    <div class="arms" ref={box}>
      {width === 0 ? null : (
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
          {ends.map((share) => {
            const x = position(share, 1, 4, width - 4);
            return (
              <g key={share}>
                <line x1={x} y1={top - 4} x2={x} y2={height} class="grid" />
                <text x={x} y="10" class={share === 0 ? "t-s" : share === 1 ? "t-e" : "t-m"}>
                  {shared.number(share * 100)}
                </text>
              </g>
            );
          })}
          <Lane arm={row.shown} y={top + laneHeight / 2} width={width} held={false} />
          <Lane arm={row.held} y={top + 1.5 * laneHeight} width={width} held={true} />
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
