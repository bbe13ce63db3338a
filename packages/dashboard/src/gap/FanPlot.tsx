import type { VNode } from "preact";
import { Below, ShareGrid } from "../parts/Grid.tsx";
import { useWidth } from "../parts/use-width.ts";
import { words as shared } from "../words.ts";
import { writtenDay } from "./day.ts";
import { type DrawnFan, drawFan, type Fan } from "./fan.ts";
import { gapWords as words } from "./words.ts";

const height = 210;
const dayOf = (moment: number): string => writtenDay(new Date(moment).toISOString().slice(0, 10));
const hundred = (share: number): number => Math.round(share * 100);
const interval = ([low, high]: [number, number]): string => words.interval(hundred(low), hundred(high));

/** What each block showed, in words. */
function courseSentence({ course }: Fan): string {
  const said = course.map(({ at, measured, interval: ends, earlier }) =>
    words.fan.point(dayOf(at), measured === null ? null : hundred(measured), interval(ends), earlier),
  );
  return said.length === 0 ? "" : words.fan.course(said);
}

/** The drawing as a sentence, with the same numbers. */
export function fanSentence(fan: Fan): string {
  const { goal, ahead } = fan;
  const way = courseSentence(fan);
  if (ahead === null || goal === null) return way;
  const { measured, interval: ends, on, from, to } = ahead;
  const span = to === null ? words.forecast.open(dayOf(from)) : words.forecast.between(dayOf(from), dayOf(to));
  const then = words.fan.sentence(
    hundred(measured),
    interval(ends),
    hundred(goal.share),
    dayOf(goal.by),
    dayOf(on),
    span,
  );
  return [way, then].filter(Boolean).join(" ");
}

/** What was measured: a dot on its interval; hollow where it was of an earlier version, the interval alone where no more is shown. */
function Point({ point: { x, y, low, high, earlier } }: { point: DrawnFan["course"][number] }): VNode {
  return (
    <>
      <line x1={x} y1={low} x2={x} y2={high} class={earlier || y === null ? "fan-interval thin" : "fan-interval"} />
      {y === null ? null : <circle cx={x} cy={y} r={earlier ? 3.6 : 4.2} class={earlier ? "dot hollow" : "dot"} />}
    </>
  );
}

/** The way of a step through its blocks against the plan, and when the goal is reached if it goes on like this. */
export function FanPlot({ fan }: { fan: Fan }): VNode {
  const [box, width] = useWidth<HTMLElement>();
  const drawn = width === 0 ? null : drawFan(fan, width, height);
  const month = new Intl.DateTimeFormat(shared.locale, { month: "short", day: "numeric", timeZone: "UTC" });
  const sentence = fanSentence(fan);
  return (
    <figure class="fan" ref={box}>
      <figcaption>
        <b>{fan.ahead === null ? words.fan.soFar : words.fan.title}</b> <span class="small">{words.fan.legend}</span>
      </figcaption>
      {drawn === null ? null : (
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={sentence}>
          <ShareGrid axis={drawn.y} left={drawn.left} right={drawn.right} />
          {drawn.x.ticks.map(({ value, at }) => (
            <Below key={at} x={at} y={drawn.bottom} text={month.format(value)} />
          ))}
          {drawn.ahead === null ? null : <path d={drawn.ahead.fan} class="fan-area" />}
          {drawn.ahead === null ? null : <path d={drawn.ahead.centre} class="fan-centre" />}
          {drawn.plan === null ? null : <path d={drawn.plan} class="fan-plan" />}
          {drawn.flag === null ? null : (
            <path d={`M${drawn.flag.x} ${drawn.flag.y}V${drawn.flag.y - 18}l11 4.5l-11 4.5`} class="flag" />
          )}
          {drawn.course.map((point) => (
            <Point key={point.x} point={point} />
          ))}
          {drawn.ahead === null ? null : (
            <circle cx={drawn.ahead.arrival.x} cy={drawn.ahead.arrival.y} r="4.2" class="dot hollow" />
          )}
        </svg>
      )}
      <p class="small">{sentence}</p>
    </figure>
  );
}
