import type { Words } from "../../say.ts";

/** German. Keys begin with `library.`. `library.noise` holds words that say nothing of what is looked for. */
export const library: Words = {
  "library.line": "Wie mache ich das?",
  "library.title": "Wie mache ich das?",
  "library.placeholder": "Wie kann ich ...?",
  "library.page": "Passt zu dieser Seite",
  "library.for": "Für {role}",
  "library.role": "Für Ihre Rolle",
  "library.others": "Weitere",
  "library.stopped": "Angehalten bei Schritt {n} am {day}",
  "library.stopped-today": "Heute angehalten bei Schritt {n}",
  "library.done": "Erledigt am {day}. Jederzeit wieder begehbar.",
  "library.done-today": "Heute erledigt. Jederzeit wieder begehbar.",
  "library.minutes": "{n} Min.",
  "library.left": "noch {n} Min.",
  "library.choose": "wählen",
  "library.open": "öffnen",
  "library.none": "Nichts passt zu „{query}“. Bitte ein anderes Wort versuchen.",
  "library.empty": "Hier liegt noch nichts.",
  "library.found.one": "{n} gefunden",
  "library.found.other": "{n} gefunden",
  "library.more.one": "{n} weiterer. Tippen Sie weiter, um ihn zu finden.",
  "library.more.other": "{n} weitere. Tippen Sie weiter, um sie zu finden.",
  "library.noise":
    "wie kann ich man wir mein meine meinen einer einem eine einen ein der die das den dem des zu zum zur in im an am auf für von mit ist sind was wann wo wer mache macht machen bitte soll muss",
};
