import { words } from "../words.ts";

export type Unit = "second" | "minute" | "hour" | "day";

const unitMs: Record<Unit, number> = { second: 1000, minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** One unit and one precision for a whole row, so that its decimals align. */
export interface TimeFormat {
  unit: Unit;
  digits: 0 | 1;
}

/** The unit in which the longest of the row stays readable; a decimal where the shortest would round to nothing. */
export function timeFormat(longestMs: number, shortestMs: number): TimeFormat {
  const unit: Unit =
    longestMs < 2 * unitMs.minute
      ? "second"
      : longestMs <= 2 * unitMs.hour
        ? "minute"
        : longestMs <= 2 * unitMs.day
          ? "hour"
          : "day";
  return { unit, digits: unit !== "second" && shortestMs < 2 * unitMs[unit] ? 1 : 0 };
}

/** The bare number: `33`, `0.4`. */
export function amount(ms: number, format: TimeFormat): string {
  const digits = { minimumFractionDigits: format.digits, maximumFractionDigits: format.digits, useGrouping: false };
  return new Intl.NumberFormat(words.locale, digits).format(ms / unitMs[format.unit]);
}

/** The number with its unit: `33 min`. */
export function amountWithUnit(ms: number, format: TimeFormat): string {
  return `${amount(ms, format)} ${words.units[format.unit]}`;
}

/** `29 to 38`, or `29 or more` where the upper end is not known. */
export function timeInterval(interval: readonly [number, number | null], format: TimeFormat): string {
  const [low, high] = interval;
  return high === null ? words.openRange(amount(low, format)) : words.range(amount(low, format), amount(high, format));
}

/** `[0.49, 0.81]` becomes `49 to 81%`. */
export function shareInterval(interval: readonly [number, number]): string {
  return words.percent(
    words.range(words.number(Math.round(interval[0] * 100)), words.number(Math.round(interval[1] * 100))),
  );
}

const nice = [1, 2, 3, 5, 6, 8, 10, 15, 20, 30, 45, 60, 80, 90, 120, 150, 200, 300, 500, 1000];

/** The end of an axis that holds `ms`: a round number of the unit, in milliseconds. */
export function axisEnd(ms: number, unit: Unit): number {
  const wanted = ms / unitMs[unit];
  const end = nice.find((candidate) => candidate >= wanted) ?? Math.ceil(wanted / 1000) * 1000;
  return end * unitMs[unit];
}
