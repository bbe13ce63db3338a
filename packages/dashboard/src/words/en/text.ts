import { number, people } from "./counts.ts";

/** Amounts, dates and spans. */
export const text = {
  people: (n: number): string => people(n),
  number: (n: number): string => number(n),
  /** A whole part of a hundred, or a range of such parts. */
  percent: (text: string): string => `${text}%`,
  range: (low: string, high: string): string => `${low} to ${high}`,
  openRange: (low: string): string => `${low} or more`,
  interval90: (text: string): string => `90% interval ${text}`,
  units: { second: "s", minute: "min", hour: "h", day: "days" },
  unitNames: { second: "seconds", minute: "minutes", hour: "hours", day: "days" },
  justNow: "just now",
  ago: (span: string): string => `${span} ago`,
  spans: {
    second: (n: number): string => (n === 1 ? "1 second" : `${n} seconds`),
    minute: (n: number): string => (n === 1 ? "1 minute" : `${n} minutes`),
    hour: (n: number): string => (n === 1 ? "1 hour" : `${n} hours`),
    day: (n: number): string => (n === 1 ? "1 day" : `${n} days`),
  },
};
