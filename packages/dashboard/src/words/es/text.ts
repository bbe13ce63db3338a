import { counts } from "../counts.ts";
import type { TextWords } from "../en.ts";

const { n, count } = counts("es-ES");
const people = (value: number): string => count(value, { one: "# persona", other: "# personas" });

export const text: TextWords = {
  people,
  number: n,
  percent: (text) => `${text} %`,
  range: (low, high) => `${low} a ${high}`,
  openRange: (low) => `${low} o más`,
  interval90: (text) => `intervalo del 90 %: ${text}`,
  units: { second: "s", minute: "min", hour: "h", day: "días" },
  unitNames: { second: "segundos", minute: "minutos", hour: "horas", day: "días" },
  justNow: "ahora mismo",
  ago: (span) => `hace ${span}`,
  spans: {
    second: (value) => count(value, { one: "# segundo", other: "# segundos" }),
    minute: (value) => count(value, { one: "# minuto", other: "# minutos" }),
    hour: (value) => count(value, { one: "# hora", other: "# horas" }),
    day: (value) => count(value, { one: "# día", other: "# días" }),
  },
};
