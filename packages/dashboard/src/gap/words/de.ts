import { counts } from "../../words/counts.ts";
import type { GapWords } from "./words.ts";

const { n, count } = counts("de-DE");
const points = (value: number): string => count(value, { one: "# Punkt", other: "# Punkte" });

export const words: GapWords = {
  name: "Abstand",
  sentence:
    "Wie viele von 100 Personen einen Schritt allein schaffen. Zurück heißt: Das ganze Intervall liegt links vom hellen Band, dem Plan plus und minus 10. Je gerader der Faden einer Zeile, desto mehr stimmen Annahme, Messung und Bericht überein.",
  finding: {
    behind: (value) => count(value, { one: "# Schritt liegt zurück", other: "# Schritte liegen zurück" }),
    ahead: (value) => count(value, { one: "# ist voraus", other: "# sind voraus" }),
    onPlan: (value) => count(value, { one: "# ist im Plan", other: "# sind im Plan" }),
    unclear: (value) => count(value, { one: "# ist zu dünn belegt", other: "# sind zu dünn belegt" }),
    all: (parts) => parts.join(", "),
    noPlan: "Noch wird nichts erwartet",
    notYet: "Zu früh: Noch lässt sich keine Zahl zeigen",
    estimateFirst: "Zuerst die eigene Einschätzung",
    noJourney: "Noch ist kein Weg veröffentlicht",
  },
  simulated: "Simuliert: Die Personen hinter diesen Zahlen sind erfunden, um das Bild auszuprobieren.",
  order: { label: "Reihenfolge", journey: "Nach Weg", widest: "Größter Abstand zuerst" },
  legend: {
    expected: "erwartet, ±10",
    believed: "von Führungskräften angenommen",
    reported: "berichtet (wie leicht es ist)",
    measured: "gemessenes Können, 90-%-Intervall",
  },
  columns: { step: "Schritt", verdict: "Urteil", barrier: "Erste Hürde", forecast: "Prognose" },
  goal: (share, day) => `Ziel ${n(share)} von 100 bis ${day}`,
  noGoal: "noch kein Ziel",
  weakest: (step) => `schwächster Schritt: ${step}`,
  verdicts: {
    behind: (value) => `${points(value)} zurück`,
    ahead: (value) => `${points(value)} voraus`,
    behindUnknown: "Zurück",
    aheadUnknown: "Voraus",
    on_plan: "Kein klarer Abstand",
    unclear: "Unklar",
    none: "Noch nichts zu beurteilen",
  },
  measured: (value, interval, people) => `${n(value)} (${interval}), n ${n(people)} oder mehr`,
  interval: (low, high) => `${n(low)} bis ${n(high)}`,
  seesFrom: (value) =>
    `Ein Team dieser Größe zeigt Abstände ab ${count(value, { one: "# Punkt", other: "# Punkten" })}`,
  stands: "So stand es zuvor; die letzten vier Wochen allein sagen es nicht",
  missing: {
    too_few: "Zu wenige, um es zu zeigen",
    not_yet: "Noch nicht",
    unverified: "Personen nicht bestätigt",
    few_answers: "Weniger als die Hälfte hat geantwortet",
    tied: "Zwei sind gleich häufig",
    part_missing: "Ein Schritt hat keine Zahl",
    nearly_all: "Fast alle, daher keine genaue Zahl",
    nearly_none: "Fast niemand, daher keine genaue Zahl",
    no_expectation: "Nichts erwartet",
    not_due: "Der Tag ist noch nicht da",
    not_believed: "Keine Führungskraft wurde gefragt",
    estimate_first: "Nach der eigenen Einschätzung",
    sees_from: "Unklar",
    stands: "Unklar",
    of_journey: "des ganzen Weges",
    weakest_step: "der schwächste Schritt",
  },
  barriers: {
    not_reached: "Nicht erreicht",
    not_clear: "Unklar, wozu",
    not_useful: "Nützt ihnen nicht",
    opens_help: "Öffnet die Hilfe",
    tries_and_fails: "Versucht es und scheitert",
    blocked: "Etwas versperrt den Weg",
    does_not_apply: "Gehört nicht zur Arbeit",
    not_now: "Nicht jetzt",
  },
  noBarrier: "Noch keine zu nennen",
  ofJourney: "des ganzen Weges",
  forecast: {
    now: "Bei diesem Tempo jetzt da",
    by: (day) => `bis ${day}`,
    between: (from, to) => `${from} bis ${to}`,
    open: (from) => `${from} bis über ein halbes Jahr`,
    notAtThisPace: "Nicht bei diesem Tempo",
    tooEarly: {
      weeks: "Zu früh: Es braucht sechs Wochen",
      people: "Zu früh: Es braucht zwölf Personen",
      levelling_off: "Es flacht ab: kein Datum",
      clarity: "Zu ungenau für ein Datum",
    },
    none: "Keine Prognose",
  },
  fan: {
    title: "In diesem Tempo",
    soFar: "Bisher",
    legend:
      "Punkt und Balken: gemessen mit 90-%-Intervall; hohl: eine frühere Version; Fahne: Ziel; gestrichelt: Prognose; getönt: was möglich ist",
    course: (points) => `Gemessen bis ${points.join("; bis ")}.`,
    point: (day, value, interval, earlier) =>
      `${day}: ${value === null ? "" : `${n(value)} `}(${interval})${earlier ? ", eine frühere Version" : ""}`,
    sentence: (measured, interval, goal, by, on, span) =>
      `Gemessen ${n(measured)} (${interval}); das Ziel ist ${n(goal)} bis ${by}. In diesem Tempo wird es am ${on} erreicht (${span}).`,
  },
  lanes: {
    expected: (value) => `erwartet ${n(value)}`,
    believed: (value) => `angenommen ${n(value)}`,
    reported: (value) => `berichtet ${n(value)}`,
    nothing: "noch nichts zu zeichnen",
  },
  open: (step) => `${step}: planen und entscheiden`,
  plan: "Planen",
  perception: (believed, reported, measured) =>
    [
      believed === null ? "" : `die Führungskräfte nehmen ${n(believed)} an`,
      reported === null ? "" : `berichtet werden ${n(reported)}`,
      measured === null ? "" : `gemessen sind ${n(measured)}`,
    ]
      .filter(Boolean)
      .join(", "),
  noFault: "Niemandes Fehler; ein Grund, miteinander zu reden.",
  estimate: {
    title: "Was ist die eigene Einschätzung?",
    why: "Wie viele von 100 Personen in dieser Rolle schaffen heute jeden Schritt allein? Das Gemessene erscheint danach, damit sich beides vergleichen lässt.",
    of100: "von 100",
    send: "Abgeben und das Ergebnis sehen",
    once: "Eine Einschätzung wird einmal abgegeben und bleibt.",
  },
  expect: {
    title: "Sagen, was erwartet wird",
    again: "Neu festlegen",
    share: "Von 100 Personen schaffen es allein",
    by: "Bis",
    minutes: "In höchstens, Minuten",
    milestone: "Unterwegs, bis",
    milestoneShare: "von 100",
    send: "Festschreiben",
    locked:
      "Wird mit heutigem Datum und Namen festgeschrieben. Eine neue Angabe ist die nächste Fassung; die alte bleibt sichtbar.",
    version: (value, share, day, author, on) => `Fassung ${n(value)}: ${n(share)} bis ${day}. ${author}, ${on}`,
    earlier: "Bisher festgelegt",
  },
  decide: {
    title: "Was sich ändern lässt",
    note: "Warum",
    noteHint: "Was dafür spricht, in ein, zwei Sätzen",
    send: "Entscheiden",
    dated: "Eine Wahl, mit heutigem Datum in den Plan geschrieben. Der alte Plan bleibt sichtbar.",
    options: {
      new_version: {
        title: "Den Schritt leichter machen",
        text: "Felder einklappen, Text kürzen, Hindernisse beseitigen. Der Weg bekommt eine neue Fassung.",
      },
      move_date: { title: "Das Datum verschieben", text: "Kostet nichts und ändert nichts für die Leute." },
      coaching: { title: "Zu zweit üben", text: "Wer es kann, zeigt es denen, die scheitern." },
      keep: { title: "Den Plan behalten", text: "Nichts ändert sich, und es steht da, warum." },
    },
    newDay: "Neues Datum",
    hours: "Stunden",
    on: "Ab",
    followUp: "Wieder ansehen am",
    forecast: "Prognose",
  },
  decided: {
    title: "Zu diesem Schritt entschieden",
    moved: (from, to) => `Das Ziel rückt von ${from} auf ${to}.`,
    version: (before, now) =>
      now === null
        ? `Wartet auf eine Fassung nach ${n(before)}.`
        : `Auf Fassung ${n(before)} folgte Fassung ${n(now)}.`,
    coaching: (hours, on) => `${count(hours, { one: "# Stunde", other: "# Stunden" })} Üben ab ${on}.`,
    kept: "Der Plan bleibt.",
    lookAgain: (day) => `Wieder ansehen am ${day}.`,
    before: "Vorher",
    after: "Nachher",
    notYet: "noch nicht: Erst müssen ganze Wochen danach abgeschlossen sein",
    nothingBefore: "nichts ließ sich zeigen",
    changed: (value, interval) =>
      value === 0
        ? `Gleich (${interval}).`
        : `${points(Math.abs(value))} ${value > 0 ? "mehr" : "weniger"} (${interval}).`,
    notProof: "Kein Beweis, dass es daran lag.",
  },
  worst: {
    title: (value) =>
      value === 1 ? "Die größte Lücke" : value === 0 ? "Die größten Lücken" : `Die ${n(value)} größten Lücken`,
    sentence: "Wie viele von 100 Personen den Schritt allein schaffen, gegen das, was heute erwartet wird.",
    all: "Alle Schritte mit Plan",
    asked: (value) =>
      `${count(value, { one: "Ein Weg und eine Rolle warten", other: "# Wege und Rollen warten" })} auf Ihre Einschätzung; danach werden die Ergebnisse gezeigt.`,
    again: "Noch einmal versuchen",
  },
  paper: "Von 100 Personen allein geschafft, gegen den Plan",
  wrongShare: "Eine Zahl von 0 bis 100 eintragen.",
  wrongDay: "Einen Tag wählen.",
};
