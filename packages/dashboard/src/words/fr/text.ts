import { counts } from "../counts.ts";
import type { TextWords } from "../en.ts";

const { n, count } = counts("fr-FR");
const people = (value: number): string => count(value, { one: "# personne", other: "# personnes" });

export const text: TextWords = {
  people,
  number: n,
  percent: (text) => `${text} %`,
  range: (low, high) => `${low} à ${high}`,
  openRange: (low) => `${low} ou plus`,
  interval90: (text) => `intervalle à 90 % : ${text}`,
  units: { second: "s", minute: "min", hour: "h", day: "jours" },
  unitNames: { second: "secondes", minute: "minutes", hour: "heures", day: "jours" },
  justNow: "à l’instant",
  ago: (span) => `il y a ${span}`,
  spans: {
    second: (value) => count(value, { one: "# seconde", other: "# secondes" }),
    minute: (value) => count(value, { one: "# minute", other: "# minutes" }),
    hour: (value) => count(value, { one: "# heure", other: "# heures" }),
    day: (value) => count(value, { one: "# jour", other: "# jours" }),
  },
};
