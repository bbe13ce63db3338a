import type { VNode } from "preact";
import { minuteBars } from "../drawing/minute-bars.ts";
import { useWidth } from "../parts/use-width.ts";
import { words } from "../words.ts";

const height = 72;
/** Right of the bars, for the number at the top of the axis. Pixels. */
const margin = 44;

/** Half an hour in bars, on a scale from zero. */
export function MinuteStrip({ perMinute }: { perMinute: readonly number[] }): VNode {
  const [ref, width] = useWidth();
  const plot = Math.max(0, width - margin);
  const made = minuteBars(perMinute, plot, height);
  const sentence = words.live.minutesSentence(made.total, made.most, made.empty);
  return (
    <section class="strip">
      <h2>{words.live.minutes}</h2>
      <div ref={ref}>
        <svg
          width={width}
          height={height + 24}
          viewBox={`0 -4 ${width} ${height + 24}`}
          role="img"
          aria-label={sentence}
        >
          <line x1="0" y1="0.5" x2={plot} y2="0.5" class="grid" />
          {made.bars.map((bar) => (
            <rect key={bar.x} x={bar.x} y={bar.y} width={bar.width} height={bar.height} class="int" />
          ))}
          <line x1="0" y1={height + 0.5} x2={plot} y2={height + 0.5} class="ax" />
          <text x={plot + 8} y="5">
            {words.number(made.top)}
          </text>
          <text x={plot + 8} y={height + 4}>
            0
          </text>
          <text x="0" y={height + 17}>
            {words.live.minutesFrom}
          </text>
          <text x={plot} y={height + 17} class="t-e">
            {words.live.minutesTo}
          </text>
        </svg>
      </div>
      <p class="note">{sentence}</p>
    </section>
  );
}
