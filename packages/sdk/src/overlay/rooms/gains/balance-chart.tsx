import type { Balance } from "@waymark/engine";
import type { VNode } from "preact";
import type { Runtime } from "../../../runtime/runtime.ts";
import { minutes, signed } from "./amounts.ts";
import { balanceChart } from "./chart.ts";

interface BalanceChartProps {
  balance: Balance;
  runtime: Runtime;
  /** "Eight weeks". */
  weeks: string;
  /** What the list below says it is, in minutes. */
  net: number;
  width: number;
  /** Letters are too large for words on the drawing. */
  coarse: boolean;
}

const toMinutes = (ms: number): number => Math.floor(ms / 60_000);

/** The course of the balance: one picture with one sentence as its name; the list below holds the same numbers. */
export function BalanceChart({ balance, runtime, weeks, net, width, coarse }: BalanceChartProps): VNode {
  const { say } = runtime;
  const { locale } = runtime.$look.get();
  const chart = balanceChart(balance, width);
  const { left, right, zero, end, whisker, crossing } = chart;
  const low = Math.min(0, ...balance.points.map(({ netMs }) => toMinutes(netMs)));
  const day = balance.paidBack === null ? null : dayOf(locale, balance.paidBack);
  const paid = day === null ? null : say("gains.paid", { day });
  const sentence = say("gains.chart", { weeks, low: minutes(locale, low), net: minutes(locale, net) });
  const last = balance.points.length - 1;
  return (
    <div class="balance" role="img" aria-label={paid ? `${sentence} ${paid}.` : sentence}>
      <svg viewBox={`0 0 ${width} ${chart.height}`} width={width} height={chart.height} aria-hidden="true">
        <defs>
          <pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path class="hatching" d="M0 0V7" />
          </pattern>
          <clipPath id="above">
            <rect x="0" y="0" width={width} height={zero} />
          </clipPath>
          <clipPath id="below">
            <rect x="0" y={zero} width={width} height={chart.height - zero} />
          </clipPath>
        </defs>
        <path class="gained" d={chart.area} clip-path="url(#above)" />
        <path d={chart.area} fill="url(#hatch)" clip-path="url(#below)" />
        <path class="zero" d={`M${left} ${zero}H${right + 8}`} />
        {crossing !== null && <path class="stem" d={`M${crossing} ${zero - 10}V${Math.max(zero - 58, 30)}`} />}
        <path class="course" d={chart.line} />
        {whisker && (
          <path
            class="whisker"
            d={`M${end.x - 5} ${whisker.top}h10M${end.x} ${whisker.top}V${whisker.bottom}M${end.x - 5} ${whisker.bottom}h10`}
          />
        )}
        <circle class="now" cx={end.x} cy={end.y} r="5.5" />
        {crossing !== null && <circle class="crossed" cx={crossing} cy={zero} r="6" />}
      </svg>
      <div aria-hidden="true">
        {chart.labels.map(({ ms, y }) => (
          <span class="axis" key={ms} style={{ insetBlockStart: `${y}px`, inlineSize: `${left - 10}px` }}>
            {signed(locale, ms === balance.points[last]?.netMs ? net : toMinutes(ms))}
          </span>
        ))}
        {crossing !== null && (
          <span
            class={coarse ? "paid line" : "paid"}
            style={{
              insetBlockStart: `${Math.max(zero - 80, 8)}px`,
              // It ends at its stem: the way goes up beyond.
              insetInlineEnd: `${Math.min(width - crossing - 8, width - 140)}px`,
            }}
          >
            {paid}
          </span>
        )}
        <span class="week" style={{ insetInlineStart: `${left}px` }}>
          {say("gains.week", { n: numberOf(locale, 1) })}
        </span>
        {last > 1 && (
          <span class="week" style={{ insetInlineEnd: `${width - right}px` }}>
            {say("gains.week", { n: numberOf(locale, last) })}
          </span>
        )}
      </div>
    </div>
  );
}

const numberOf = (locale: string, n: number): string => new Intl.NumberFormat(locale).format(n);

function dayOf(locale: string, at: number): string {
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "short" }).format(at);
}
