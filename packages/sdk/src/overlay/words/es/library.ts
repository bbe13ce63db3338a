import type { Words } from "../../say.ts";

/** Spanish. Keys begin with `library.`. `library.noise` holds words that say nothing of what is looked for. */
export const library: Words = {
  "library.line": "¿Cómo se hace?",
  "library.title": "¿Cómo se hace?",
  "library.placeholder": "¿Cómo puedo ...?",
  "library.page": "Para esta página",
  "library.for": "Para {role}",
  "library.role": "Para su función",
  "library.others": "Otros",
  "library.stopped": "Quedó en el paso {n} el {day}",
  "library.stopped-today": "Quedó hoy en el paso {n}",
  "library.done": "Hecho el {day}. Se puede repetir cuando quiera.",
  "library.done-today": "Hecho hoy. Se puede repetir cuando quiera.",
  "library.minutes": "{n} min",
  "library.left": "quedan {n} min",
  "library.choose": "elegir",
  "library.open": "abrir",
  "library.none": "Nada coincide con «{query}». Pruebe con otra palabra.",
  "library.empty": "Aquí no hay nada todavía.",
  "library.found.one": "{n} encontrado",
  "library.found.other": "{n} encontrados",
  "library.more.one": "{n} más. Siga escribiendo para encontrarlo.",
  "library.more.other": "{n} más. Siga escribiendo para encontrarlos.",
  "library.noise":
    "cómo como puedo se hace hago yo mi mis nos un una unos unas el la los las lo de del a al en por para con es son qué que cuándo dónde quién cuál",
};
