import { counts } from "../../words/counts.ts";
import type { ExperimentWords } from "./words.ts";

const { n, count } = counts("de-DE");
const points = (value: number): string => count(value, { one: "# Punkt", other: "# Punkte" });

export const words: ExperimentWords = {
  name: "Versuche",
  sentence: "Was ein Weg bewirkt: Menschen, die ihn sahen, neben Menschen, denen das Los nichts davon zeigte.",
  finding: {
    helps: (value) => count(value, { one: "# Weg hilft", other: "# Wege helfen" }),
    harms: (value) => count(value, { one: "# steht im Weg", other: "# stehen im Weg" }),
    notShown: (value) =>
      count(value, { one: "# zeigt bisher keinen Unterschied", other: "# zeigen bisher keinen Unterschied" }),
    all: (parts) => parts.join(", "),
    tooFew: "Zu wenige Menschen, um etwas zu sagen",
    none: "Kein Weg wird jemandem vorenthalten",
    notYet: "Zu früh: Noch ist kein Block von Wochen abgeschlossen",
    partOnly: "Versuche gelten für das ganze Projekt",
    unverified: "Die Menschen in diesem Projekt sind bei Waymark nicht angemeldet",
  },
  how: 'Geben Sie einem Weg ein Wertereignis und "holdout": 0.1 und veröffentlichen Sie ihn: Einem von zehn Menschen zeigt das Los nichts davon.',
  simulated: "Simuliert: Die Menschen hinter diesen Zahlen sind erfunden, um das Bild auszuprobieren.",
  about: (version, holdout, event, weeks) =>
    `Version ${n(version)}; ${n(holdout)} von 100 Menschen sehen nichts. Gezählt wird, wer ${event} binnen ${n(weeks)} Wochen erreichte.`,
  says: {
    helps: (value, low, high) =>
      `Er hilft: ${points(value)} mehr von 100 Menschen erreichen es, mindestens ${n(low)} (Intervall ${n(low)} bis ${n(high)}).`,
    harms: (value, low, high) =>
      `Er steht im Weg: ${points(-value)} weniger von 100 Menschen erreichen es (Intervall ${n(low)} bis ${n(high)}).`,
    not_shown: (value, low, high) =>
      `Bisher zeigt sich kein Unterschied: ${points(value)}, möglich ist alles von ${n(low)} bis ${n(high)}.`,
    too_few:
      "Bisher zu wenige Menschen. Gezeigt wird es, sobald von jeder Art fünf den Wert erreicht haben und fünf nicht.",
    uneven:
      "Hier steht keine Zahl: Die beiden Gruppen sind nicht so groß wie angegeben, also hat etwas anderes als das Los sie getrennt.",
  },
  detectable: (value) =>
    `So viele Menschen würden einen Unterschied ab ${points(value)} in vier von fünf Fällen zeigen.`,
  detectableNone: "So wenige Menschen würden keinen noch so großen Unterschied zeigen.",
  arm: (name, value, low, high, people) =>
    `${name}: ${n(value)} von 100, Intervall ${n(low)} bis ${n(high)}, ${n(people)} Menschen oder mehr`,
  shown: "Sahen den Weg",
  held: "Sahen nichts davon",
  difference: "Unterschied",
  columns: { arm: "Menschen", value: "Erreichten es, von 100", interval: "90-%-Intervall", people: "Wie viele" },
  interval: (low, high) => `${n(low)} bis ${n(high)}`,
  orMore: (value) => `${n(value)} oder mehr`,
  looking:
    "Sie dürfen bei jedem Block hinsehen und aufhören, wann Sie wollen: Diese Intervalle lassen die Wahrheit über alle Blicke zusammen in höchstens einem von zehn Versuchen aus. Dafür sind sie etwa doppelt so breit.",
};
