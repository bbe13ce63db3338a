import { counts } from "../counts.ts";
import type { ReportWords } from "../en.ts";

const { n, count } = counts("es-ES");

export const report: ReportWords = {
  csv: "CSV",
  csvOf: (table) => `${table} en CSV`,
  compare: {
    shown: "Se muestra",
    with: "Al lado",
    nothing: "nada",
    period: (span, version) => `${span}, versión ${n(version)}`,
    sentence: (period) =>
      `Hueco, debajo: como estaba tras ${period}. Quien se contó entonces se cuenta también ahora; una diferencia no prueba su causa.`,
    was: (text) => `antes ${text}`,
    hidden: "antes, muy pocas para mostrar",
    absent: "no estaba",
  },
  home: {
    name: "Inicio",
    nothing: "Aún no se puede decir nada",
    of: (journey, role) => `${journey}, ${role}`,
    finding: (place, finding) => `${place}: ${finding}`,
    also: "Todos los recorridos, primero el punto más estrecho",
    choice: "Qué se puede hacer",
    look: (step) => `Ver «${step}» junto a sus números`,
    lookWhole: "Ver la imagen completa",
    hear: (open) =>
      open === 0
        ? "Leer lo que se señala como difícil"
        : count(open, { one: "Responder # punto señalado", other: "Responder # puntos señalados" }),
    hearNote: (places) =>
      places === 0
        ? "Aún no hay nada publicado: un punto aparece cuando cinco personas lo señalan."
        : count(places, { one: "# punto publicado.", other: "# puntos publicados." }),
    meet: "Llevar una página a la reunión",
    meetNote: "A4, con casillas y una línea para firmar.",
    lookNote: (stays) =>
      `${count(stays, { one: "# persona se queda", other: "# personas se quedan" })} ahí: pliega campos, practica el paso o da más tiempo.`,
    lookWholeNote: "Cada paso con su intervalo y lo previsto.",
  },
  paper: {
    open: "Página para imprimir",
    name: "Página para la reunión",
    print: "Imprimir",
    back: "Volver a la imagen",
    step: "Paso",
    time: "Tiempo, mediana",
    planned: "previsto",
    change: "¿Cambiar?",
    decide: "Qué decidimos",
    options: [
      "Cambiar el paso marcado y mirar otra vez tras las próximas cuatro semanas",
      "Mover la fecha y avisar a las personas del rol",
      "Practicar el paso marcado, dos horas",
      "Dejarlo como está, porque",
    ],
    who: "Quién",
    when: "Para cuándo",
    signed: "Firma",
    reported: (places, open) =>
      places === 0
        ? "Aún no hay nada publicado de lo señalado."
        : `Señalado como difícil: ${count(places, { one: "# punto", other: "# puntos" })}, ${n(open)} sin respuesta.`,
    reading:
      "Caja: intervalo del 90 %, de muchos hechos así nueve de cada diez contienen el valor verdadero. Punto: el valor. Triángulo: previsto. n: personas contadas.",
    frozen: (day) => `Fijado el ${day}.`,
  },
};
