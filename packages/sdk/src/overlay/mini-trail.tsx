import { layTrail } from "@waymark/engine/trail";
import type { VNode } from "../draw/draw.ts";
import { Flag } from "./flag.tsx";

/** A way in the height of a line: how many stations, how many settled. */
export function MiniTrail({ done, total }: { done: number; total: number }): VNode {
  const here = done < total ? done : null;
  const trail = layTrail({
    ...{ width: 76, height: 26, stations: Math.max(total, 1), here, next: null },
    ...{ amplitude: 4, rise: 3, middle: 17.5, start: 6, end: 10 },
  });
  const started = done > 0;
  return (
    <svg class={here === null ? "mini reached" : "mini"} width="76" height="26" viewBox="0 0 76 26" aria-hidden="true">
      <path class="m-bed" d={trail.between(0, total)} />
      {started && <path class="m-walked" d={trail.between(0, here ?? total)} />}
      {trail.points.map(({ x, y }, index) => {
        if (index < done) return <circle class="m-done" key={index} cx={x} cy={y} r="3" />;
        if (index === here && started) {
          return (
            <g key={index}>
              <circle class="m-here" cx={x} cy={y} r="5.5" />
              <circle class="m-eye" cx={x} cy={y} r="1.6" />
            </g>
          );
        }
        return <circle class="m-far" key={index} cx={x} cy={y} r="2.8" />;
      })}
      <Flag {...trail.destination} scale={0.5} />
    </svg>
  );
}
