import { counts } from "../counts.ts";
import type { ReportWords } from "../en.ts";

const { n, count } = counts("de-DE");

export const report: ReportWords = {
  csv: "CSV",
  csvOf: (table) => `${table} als CSV`,
  compare: {
    shown: "Gezeigt",
    with: "Daneben",
    nothing: "nichts",
    period: (span, version) => `${span}, Version ${n(version)}`,
    sentence: (period) =>
      `Hohl, darunter: der Stand nach ${period}. Wer damals gezählt wurde, zählt auch jetzt; ein Unterschied beweist keine Ursache.`,
    was: (text) => `vorher ${text}`,
    hidden: "vorher zu wenige zum Zeigen",
    absent: "war nicht dabei",
  },
  home: {
    name: "Überblick",
    nothing: "Noch lässt sich nichts sagen",
    of: (journey, role) => `${journey}, ${role}`,
    finding: (place, finding) => `${place}: ${finding}`,
    also: "Alle Wege, die engste Stelle zuerst",
    choice: "Was man tun kann",
    look: (step) => `„${step}“ mit seinen Zahlen ansehen`,
    lookWhole: "Das ganze Bild ansehen",
    hear: (open) =>
      open === 0
        ? "Lesen, was als schwer gemeldet wird"
        : count(open, { one: "# gemeldete Stelle beantworten", other: "# gemeldete Stellen beantworten" }),
    hearNote: (places) =>
      places === 0
        ? "Noch ist nichts veröffentlicht: eine Stelle erscheint, sobald fünf sie nennen."
        : count(places, { one: "# Stelle ist veröffentlicht.", other: "# Stellen sind veröffentlicht." }),
    meet: "Eine Seite zur Besprechung mitnehmen",
    meetNote: "A4, mit Kästchen und einer Zeile für die Unterschrift.",
    lookNote: (stays) =>
      `${count(stays, { one: "# Person bleibt", other: "# Personen bleiben" })} dort: Felder einklappen, üben, oder mehr Zeit geben.`,
    lookWholeNote: "Jeder Schritt mit seinem Intervall und dem, was geplant war.",
  },
  paper: {
    open: "Seite zum Drucken",
    name: "Seite für die Besprechung",
    print: "Drucken",
    back: "Zurück zum Bild",
    step: "Schritt",
    time: "Zeit, Median",
    planned: "geplant",
    change: "Ändern?",
    decide: "Was wir entscheiden",
    options: [
      "Den markierten Schritt ändern und nach den nächsten vier Wochen wieder hinsehen",
      "Den Termin verschieben und es den Personen in der Rolle sagen",
      "Den markierten Schritt üben, zwei Stunden",
      "So lassen, weil",
    ],
    who: "Wer",
    when: "Bis wann",
    signed: "Unterschrift",
    reported: (places, open) =>
      places === 0
        ? "Noch ist nichts veröffentlicht, was gemeldet wurde."
        : `Als schwer gemeldet: ${count(places, { one: "# Stelle", other: "# Stellen" })}, ${n(open)} ohne Antwort.`,
    reading:
      "Kasten: 90-%-Intervall, von vielen so gemachten enthalten neun von zehn den wahren Wert. Punkt: der Wert. Dreieck: geplant. n: gezählte Personen.",
    frozen: (day) => `Festgehalten am ${day}.`,
  },
};
