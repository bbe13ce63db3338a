import { number } from "./counts.ts";

/** Home, comparison, files and the printed page. */
export const report = {
  csv: "CSV",
  csvOf: (table: string): string => `${table} as CSV`,
  compare: {
    shown: "Shown",
    with: "Beside",
    nothing: "nothing",
    period: (span: string, version: number): string => `${span}, version ${number(version)}`,
    sentence: (period: string): string =>
      `Hollow, below: as it stood after ${period}. Who was counted then is counted now too; a difference is no proof of its cause.`,
    was: (text: string): string => `was ${text}`,
    hidden: "was too few to show",
    absent: "was not in it",
  },
  home: {
    name: "Home",
    nothing: "Nothing can be said yet",
    of: (journey: string, role: string): string => `${journey}, ${role}`,
    finding: (place: string, finding: string): string => `${place}: ${finding}`,
    also: "All journeys, the narrowest place first",
    choice: "What can be done",
    look: (step: string): string => `Look at “${step}” beside its numbers`,
    lookWhole: "Look at the whole picture",
    hear: (open: number): string =>
      open === 0
        ? "Read what people report as hard"
        : `Answer ${number(open)} reported ${open === 1 ? "place" : "places"}`,
    hearNote: (places: number): string =>
      places === 0
        ? "Nothing is published yet: a place is shown once five people say so."
        : `${number(places)} ${places === 1 ? "place is" : "places are"} published.`,
    meet: "Take one page to the meeting",
    meetNote: "A4, with boxes to tick and a line to sign.",
    lookNote: (stays: number): string =>
      `${number(stays)} ${stays === 1 ? "person stays" : "people stay"} there: fold its fields, coach it, or give it more time.`,
    lookWholeNote: "Each step with its interval, and what was planned.",
  },
  paper: {
    open: "Page to print",
    name: "Page for the meeting",
    print: "Print",
    back: "Back to the picture",
    step: "Step",
    time: "Time, median",
    planned: "planned",
    change: "Change it?",
    decide: "What we decide",
    options: [
      "Change the step that is marked, then look again after the next four weeks",
      "Move the date, and tell the people in the role",
      "Coach the step that is marked, two hours",
      "Leave it as it is, because",
    ] as readonly string[],
    who: "Who",
    when: "By when",
    signed: "Signed",
    reported: (places: number, open: number): string =>
      places === 0
        ? "Nothing that people reported is published yet."
        : `Reported as hard: ${number(places)} ${places === 1 ? "place" : "places"}, ${number(open)} without an answer.`,
    reading:
      "Box: 90% interval, of many made like this nine in ten hold the true value. Dot: the value. Triangle: planned. n: people counted.",
    frozen: (day: string): string => `Frozen on ${day}.`,
  },
};
