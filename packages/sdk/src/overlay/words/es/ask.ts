import type { Words } from "../../say.ts";

/** Spanish. Keys begin with `ask.`. */
export const ask: Words = {
  "ask.ease": "¿Fue difícil o fácil este paso?",
  "ask.useful": "Esta aplicación hace lo que necesito para mi trabajo.",
  "ask.easy": "Esta aplicación es fácil de usar.",
  "ask.trust": "Puedo comunicar un problema aquí sin que me perjudique.",
  "ask.ease.low": "Muy difícil",
  "ask.ease.high": "Muy fácil",
  "ask.agree.low": "Nada de acuerdo",
  "ask.agree.high": "Totalmente de acuerdo",
  "ask.privacy":
    "Los demás ven cifras a partir de cinco personas. Su respuesta se guarda con un código que un administrador podría vincular a usted.",
  "ask.noted": "Anotado.",
  "ask.here.ask": "Una pregunta en la esquina inferior: {name}",
  "ask.here.banner": "Una novedad en la esquina inferior: {name}",
  "ask.later": "Más tarde",
  "ask.later.hours": "En 4 horas",
  "ask.later.tomorrow": "Mañana",
  "ask.later.week": "La próxima semana",
  "ask.close": "Cerrar definitivamente",
};
