import type { GapRow } from "@waymark/schema";
import type { VNode } from "preact";
import { writtenDay } from "./day.ts";
import { whyOf } from "./model.ts";
import { gapWords as words } from "./words.ts";

/** What stands in the way first, and of what. */
export function Barrier({ row }: { row: GapRow | null }): VNode {
  const why = row === null ? undefined : whyOf(row, "barrier");
  if (row === null || row.barrier === null) {
    const text = why?.why === "estimate_first" ? words.missing.estimate_first : words.noBarrier;
    return <p class="soft">{text}</p>;
  }
  return (
    <p>
      {words.barriers[row.barrier]}
      {why?.why === "of_journey" ? <span class="small"> {words.ofJourney}</span> : null}
    </p>
  );
}

/** When the goal is reached: a date with its interval, or why there is none. */
export function ForecastText({ row }: { row: GapRow | null }): VNode {
  const { forecast } = words;
  const found = row?.forecast ?? null;
  if (found === null) {
    const hidden = row !== null && whyOf(row, "forecast")?.why === "estimate_first";
    return <p class="soft">{hidden ? words.missing.estimate_first : forecast.none}</p>;
  }
  if (found.says === "not_at_this_pace") return <p>{forecast.notAtThisPace}</p>;
  if (found.says === "too_early") return <p class="soft">{forecast.tooEarly[found.missing]}</p>;
  const [from, to] = found.interval;
  return (
    <p>
      {found.on <= new Date().toISOString().slice(0, 10) ? forecast.now : forecast.by(writtenDay(found.on))}
      <span class="small block">
        {to === null ? forecast.open(writtenDay(from)) : forecast.between(writtenDay(from), writtenDay(to))}
      </span>
    </p>
  );
}
