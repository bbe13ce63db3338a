import { words } from "../words.ts";

const units = { Y: "year", M: "month", W: "week", D: "day" } as const;

/** How often, in the reader's language: `P1W` is "1 week", `P2D` "2 days"; what is odd stays as it is. */
export function often(every: string): string {
  const [, count, unit] = /^P(\d+)([YMWD])$/.exec(every) ?? [];
  if (count === undefined || unit === undefined) return every;
  const name = units[unit as keyof typeof units];
  return new Intl.NumberFormat(words.locale, { style: "unit", unit: name, unitDisplay: "long" }).format(Number(count));
}
