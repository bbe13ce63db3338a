import type { LoopFigures } from "@waymark/schema";
import { words } from "../words.ts";

/** M19 in one line, as far as it can be said. */
export function loopSentence({ reports, medianDays, answeredBy14, helped }: LoopFigures): string {
  const range = ([low, high]: [number, number | null], factor = 1): string => {
    const text = (value: number): string => words.number(Math.round(value * factor));
    return high === null ? words.openRange(text(low)) : words.voices.range(text(low), text(high));
  };
  const hundred = (share: number): string => words.number(Math.round(share * 100));
  const said = [
    medianDays && words.voices.loopMedian(words.number(medianDays.value), range(medianDays.interval)),
    answeredBy14 && words.voices.loopIn14(hundred(answeredBy14.value), range(answeredBy14.interval, 100)),
    helped && words.voices.loopHelped(hundred(helped.value), range(helped.interval, 100), helped.people),
  ].filter((each) => each !== null);
  return [words.voices.loop(reports), ...(said.length > 0 ? said : [words.voices.loopFew])].join(" ");
}
