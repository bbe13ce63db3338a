import type { VNode } from "preact";
import { useWidth } from "../parts/use-width.ts";
import { words as shared } from "../words.ts";
import { writtenDay } from "./day.ts";
import { drawFan, type Fan } from "./fan.ts";
import { gapWords as words } from "./words.ts";

const height = 190;
const dayOf = (moment: number): string => writtenDay(new Date(moment).toISOString().slice(0, 10));
const hundred = (share: number): number => Math.round(share * 100);

/** The drawing as a sentence, with the same numbers. */
export function fanSentence({ measured, interval, goal, on, from, to }: Fan): string {
  const said = words.interval(hundred(interval[0]), hundred(interval[1]));
  const span = to === null ? words.forecast.open(dayOf(from)) : words.forecast.between(dayOf(from), dayOf(to));
  return words.fan.sentence(hundred(measured), said, hundred(goal.share), dayOf(goal.by), dayOf(on), span);
}

function Axes({ drawn }: { drawn: ReturnType<typeof drawFan> }): VNode {
  const month = new Intl.DateTimeFormat(shared.locale, { month: "short", timeZone: "UTC" });
  return (
    <>
      {drawn.shares.map(({ share, y }) => (
        <g key={share}>
          <line x1={drawn.left} y1={y} x2={drawn.right} y2={y} class="grid" />
          <text x={drawn.left - 8} y={y + 4} class="t-e">
            {shared.number(share * 100)}
          </text>
        </g>
      ))}
      {drawn.months.map(({ at, x }) => (
        <g key={at}>
          <line x1={x} y1={drawn.bottom} x2={x} y2={drawn.bottom + 4} class="ax" />
          <text x={x} y={drawn.bottom + 17} class="t-m">
            {month.format(at)}
          </text>
        </g>
      ))}
    </>
  );
}

/** When the goal is reached if it goes on like this: a dashed line to a date, and the fan of what is possible around it. */
export function FanPlot({ fan }: { fan: Fan }): VNode {
  const [box, width] = useWidth<HTMLElement>();
  const drawn = width === 0 ? null : drawFan(fan, width, height);
  return (
    <figure class="fan" ref={box}>
      <figcaption>
        <b>{words.fan.title}</b> <span class="small">{words.fan.legend}</span>
      </figcaption>
      {drawn === null ? null : (
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={fanSentence(fan)}>
          <Axes drawn={drawn} />
          <path d={drawn.fan} class="fan-area" />
          <path d={drawn.centre} class="fan-centre" />
          <path d={drawn.plan} class="fan-plan" />
          <path d={`M${drawn.flag.x} ${drawn.flag.y}V${drawn.flag.y - 18}l11 4.5l-11 4.5`} class="flag" />
          <line x1={drawn.point.x} y1={drawn.point.low} x2={drawn.point.x} y2={drawn.point.high} class="fan-interval" />
          <circle cx={drawn.point.x} cy={drawn.point.y} r="4.2" class="dot" />
          <circle cx={drawn.arrival.x} cy={drawn.arrival.y} r="4.2" class="dot hollow" />
        </svg>
      )}
      <p class="small">{fanSentence(fan)}</p>
    </figure>
  );
}
