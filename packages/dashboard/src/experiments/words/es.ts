import { counts } from "../../words/counts.ts";
import type { ExperimentWords } from "./words.ts";

const { n, count } = counts("es-ES");
const points = (value: number): string => count(value, { one: "# punto", other: "# puntos" });

export const words: ExperimentWords = {
  name: "Experimentos",
  sentence:
    "Qué logra un recorrido: personas que lo vieron junto a personas a las que, por sorteo, no se les mostró nada.",
  finding: {
    helps: (value) => count(value, { one: "# recorrido ayuda", other: "# recorridos ayudan" }),
    harms: (value) => count(value, { one: "# estorba", other: "# estorban" }),
    notShown: (value) =>
      count(value, {
        one: "# no muestra diferencia por ahora",
        other: "# no muestran diferencia por ahora",
      }),
    all: (parts) => parts.join(", "),
    tooFew: "Hay muy pocas personas para decir algo",
    none: "Ningún recorrido se oculta a nadie",
    notYet: "Es pronto: aún no se ha cerrado ningún bloque de semanas",
    partOnly: "Los experimentos son de todo el proyecto",
    unverified: "Las personas de este proyecto no están identificadas en Waymark",
  },
  how: 'Dé a un recorrido un evento de valor y "holdout": 0.1, y publíquelo: a una de cada diez personas, por sorteo, no se le muestra nada.',
  simulated: "Simulado: las personas detrás de estos números se inventaron para probar la imagen.",
  about: (version, holdout, event, weeks) =>
    `Versión ${n(version)}; a ${n(holdout)} de cada 100 personas no se les muestra nada. Se cuenta quién alcanzó ${event} en ${n(weeks)} semanas.`,
  says: {
    helps: (value, low, high) =>
      `Ayuda: ${points(value)} más de cada 100 personas lo alcanzan, y al menos ${n(low)} (intervalo de ${n(low)} a ${n(high)}).`,
    harms: (value, low, high) =>
      `Estorba: ${points(-value)} menos de cada 100 personas lo alcanzan (intervalo de ${n(low)} a ${n(high)}).`,
    not_shown: (value, low, high) =>
      `Por ahora no se ve diferencia: ${points(value)}, pero es posible cualquiera de ${n(low)} a ${n(high)}.`,
    too_few:
      "Por ahora hay muy pocas personas. Se muestra cuando, de cada clase, cinco hayan alcanzado el valor y cinco no.",
    uneven:
      "No se dice nada: los dos grupos no tienen el tamaño indicado, así que los separó algo distinto del sorteo.",
  },
  detectable: (value) =>
    `Con tantas personas se vería una diferencia desde ${points(value)}, cuatro de cada cinco veces.`,
  detectableNone: "Con tan pocas personas no se vería ninguna diferencia, por grande que fuera.",
  arm: (name, value, low, high, people) =>
    `${name}: ${n(value)} de 100, intervalo de ${n(low)} a ${n(high)}, ${n(people)} personas o más`,
  shown: "Vieron el recorrido",
  held: "No vieron nada",
  difference: "Diferencia",
  columns: { arm: "Personas", value: "Lo alcanzaron, de 100", interval: "Intervalo del 90 %", people: "Cuántas" },
  interval: (low, high) => `de ${n(low)} a ${n(high)}`,
  orMore: (value) => `${n(value)} o más`,
  looking:
    "Puede mirar en cada bloque y parar cuando quiera: estos intervalos dejan fuera la verdad en, como mucho, uno de cada diez experimentos, contando todas las miradas. Por eso son más o menos el doble de anchos.",
};
