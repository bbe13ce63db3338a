import { counts } from "../counts.ts";
import type { TextWords } from "../en.ts";

const { n, count } = counts("de-DE");
const people = (value: number): string => count(value, { one: "# Person", other: "# Personen" });

export const text: TextWords = {
  people,
  number: n,
  percent: (text) => `${text} %`,
  range: (low, high) => `${low} bis ${high}`,
  openRange: (low) => `${low} oder mehr`,
  interval90: (text) => `90-%-Intervall ${text}`,
  units: { second: "s", minute: "min", hour: "h", day: "Tage" },
  unitNames: { second: "Sekunden", minute: "Minuten", hour: "Stunden", day: "Tage" },
  justNow: "gerade eben",
  ago: (span) => `vor ${span}`,
  spans: {
    second: (value) => count(value, { one: "# Sekunde", other: "# Sekunden" }),
    minute: (value) => count(value, { one: "# Minute", other: "# Minuten" }),
    hour: (value) => count(value, { one: "# Stunde", other: "# Stunden" }),
    day: (value) => count(value, { one: "# Tag", other: "# Tagen" }),
  },
};
