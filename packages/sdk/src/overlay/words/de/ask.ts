import type { Words } from "../../say.ts";

/** German. Keys begin with `ask.`. */
export const ask: Words = {
  "ask.ease": "Wie schwer oder leicht war dieser Schritt?",
  "ask.useful": "Diese Anwendung kann, was ich für meine Arbeit brauche.",
  "ask.easy": "Diese Anwendung ist leicht zu bedienen.",
  "ask.trust": "Ich kann hier ein Problem melden, ohne dass es mir schadet.",
  "ask.ease.low": "Sehr schwer",
  "ask.ease.high": "Sehr leicht",
  "ask.agree.low": "Stimme gar nicht zu",
  "ask.agree.high": "Stimme völlig zu",
  "ask.privacy":
    "Andere sehen Zahlen ab fünf Personen. Ihre Antwort liegt unter einem Code, den eine Administratorin oder ein Administrator zu Ihnen zurückverfolgen könnte.",
  "ask.noted": "Vermerkt.",
  "ask.here.ask": "Eine Frage in der unteren Ecke: {name}",
  "ask.here.banner": "Eine Neuigkeit in der unteren Ecke: {name}",
  "ask.later": "Später",
  "ask.later.hours": "In 4 Stunden",
  "ask.later.tomorrow": "Morgen",
  "ask.later.week": "Nächste Woche",
  "ask.close": "Endgültig schließen",
};
