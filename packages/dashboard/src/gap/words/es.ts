import { counts } from "../../words/counts.ts";
import type { GapWords } from "./words.ts";

const { n, count } = counts("es-ES");
const points = (value: number): string => count(value, { one: "# punto", other: "# puntos" });

export const words: GapWords = {
  name: "Distancia",
  sentence:
    "De 100 personas, cuántas hacen solas un paso. Por detrás significa que todo el intervalo queda a la izquierda de la banda clara, el plan más y menos 10. Cuanto más recto el hilo de una fila, más coinciden creencia, medición e informe.",
  finding: {
    behind: (value) => count(value, { one: "# paso va por detrás del plan", other: "# pasos van por detrás del plan" }),
    ahead: (value) => count(value, { one: "# va por delante", other: "# van por delante" }),
    onPlan: (value) => count(value, { one: "# va según el plan", other: "# van según el plan" }),
    unclear: (value) => count(value, { one: "# no se puede juzgar aún", other: "# no se pueden juzgar aún" }),
    all: (parts) => parts.join(", "),
    noPlan: "Todavía no se espera nada",
    notYet: "Demasiado pronto: aún no se puede mostrar ningún número",
    estimateFirst: "Primero, su propia estimación",
    noJourney: "Todavía no hay ningún recorrido publicado",
  },
  simulated: "Simulado: las personas detrás de estos números se inventaron para probar la imagen.",
  order: { label: "Orden", journey: "Por recorrido", widest: "La mayor distancia primero" },
  legend: {
    expected: "esperado, ±10",
    believed: "creído por los responsables",
    reported: "dicho por los usuarios (facilidad)",
    measured: "capacidad medida, intervalo del 90 %",
  },
  columns: { step: "Paso", verdict: "Veredicto", barrier: "Primer obstáculo", forecast: "Previsión" },
  goal: (share, day) => `objetivo: ${n(share)} de 100 para el ${day}`,
  noGoal: "aún sin objetivo",
  weakest: (step) => `paso más débil: ${step}`,
  verdicts: {
    behind: (value) => `${points(value)} por detrás`,
    ahead: (value) => `${points(value)} por delante`,
    behindUnknown: "Por detrás",
    aheadUnknown: "Por delante",
    on_plan: "Sin distancia clara",
    unclear: "No está claro",
    none: "Aún nada que juzgar",
  },
  measured: (value, interval, people) => `${n(value)} (${interval}), n ${n(people)} o más`,
  interval: (low, high) => `de ${n(low)} a ${n(high)}`,
  seesFrom: (value) => `Un equipo de este tamaño muestra distancias desde ${points(value)}`,
  stands: "Ya se dijo antes; las últimas cuatro semanas solas no lo dicen",
  missing: {
    too_few: "Muy pocas personas para mostrarlo",
    not_yet: "Aún no",
    unverified: "Personas sin verificar",
    few_answers: "Respondió menos de la mitad",
    tied: "Dos son igual de frecuentes",
    part_missing: "A un paso le falta el número",
    nearly_all: "Casi todas, por eso sin número exacto",
    nearly_none: "Casi ninguna, por eso sin número exacto",
    no_expectation: "No se espera nada",
    not_due: "Su día no ha llegado",
    not_believed: "No se preguntó a ningún responsable",
    estimate_first: "Después de su estimación",
    sees_from: "No está claro",
    stands: "No está claro",
    of_journey: "de todo el recorrido",
    weakest_step: "su paso más débil",
  },
  barriers: {
    not_reached: "No han llegado",
    not_clear: "No saben para qué",
    not_useful: "No les sirve",
    opens_help: "Abren la ayuda",
    tries_and_fails: "Lo intentan sin lograrlo",
    blocked: "Algo lo impide",
    does_not_apply: "No es parte de su trabajo",
    not_now: "Ahora no",
  },
  noBarrier: "Aún no se puede nombrar",
  ofJourney: "de todo el recorrido",
  forecast: {
    now: "Alcanzado ya, a este ritmo",
    by: (day) => `para el ${day}`,
    between: (from, to) => `del ${from} al ${to}`,
    open: (from) => `del ${from} a más de medio año`,
    notAtThisPace: "No a este ritmo",
    tooEarly: {
      weeks: "Demasiado pronto: hacen falta seis semanas",
      people: "Demasiado pronto: hacen falta doce personas",
      levelling_off: "Se estanca: sin fecha",
      clarity: "Demasiado amplio para dar una fecha",
    },
    none: "Sin previsión",
  },
  fan: {
    title: "A este ritmo",
    soFar: "Hasta ahora",
    legend:
      "punto y barra: medido con intervalo del 90 %; hueco: una versión anterior; bandera: meta; discontinua: previsión; sombreado: lo posible",
    course: (points) => `Medido hasta el ${points.join("; hasta el ")}.`,
    point: (day, value, interval, earlier) =>
      `${day}: ${value === null ? "" : `${n(value)} `}(${interval})${earlier ? ", una versión anterior" : ""}`,
    sentence: (measured, interval, goal, by, on, span) =>
      `Medido ${n(measured)} (${interval}); la meta es ${n(goal)} para el ${by}. A este ritmo se alcanza el ${on} (${span}).`,
  },
  lanes: {
    expected: (value) => `esperado ${n(value)}`,
    believed: (value) => `creído ${n(value)}`,
    reported: (value) => `dicho ${n(value)}`,
    nothing: "aún nada que dibujar",
  },
  open: (step) => `${step}: planificar y decidir`,
  plan: "Planificar",
  perception: (believed, reported, measured) =>
    [
      believed === null ? "" : `los responsables creen ${n(believed)}`,
      reported === null ? "" : `los usuarios dicen ${n(reported)}`,
      measured === null ? "" : `lo medido es ${n(measured)}`,
    ]
      .filter(Boolean)
      .join(", "),
  noFault: "No es culpa de nadie; es un motivo para hablar.",
  estimate: {
    title: "¿Qué cree usted?",
    why: "De 100 personas con este rol, ¿cuántas hacen hoy solas cada paso? Lo medido aparece después, para poder comparar.",
    of100: "de 100",
    send: "Decirlo y ver el resultado",
    once: "La estimación se da una vez y queda.",
  },
  expect: {
    title: "Decir qué se espera",
    again: "Decirlo de nuevo",
    share: "De 100 personas lo hacen solas",
    by: "Para el",
    minutes: "En como mucho, minutos",
    milestone: "De camino, para el",
    milestoneShare: "de 100",
    send: "Fijarlo",
    locked:
      "Queda fijado con la fecha de hoy y su nombre. Decirlo de nuevo crea la siguiente versión; la anterior sigue visible.",
    version: (value, share, day, author, on) => `Versión ${n(value)}: ${n(share)} para el ${day}. ${author}, ${on}`,
    earlier: "Dicho hasta ahora",
  },
  decide: {
    title: "Qué se puede cambiar",
    note: "Por qué",
    noteHint: "Qué habla a favor, en una o dos frases",
    send: "Decidir",
    dated: "Una opción, escrita en el plan con la fecha de hoy. El plan anterior sigue visible.",
    options: {
      new_version: {
        title: "Hacer el paso más fácil",
        text: "Plegar campos, acortar el texto, quitar lo que estorba. El recorrido recibe una versión nueva.",
      },
      move_date: { title: "Mover la fecha", text: "No cuesta nada y no cambia nada para la gente." },
      coaching: { title: "Practicar en parejas", text: "Quien lo sabe se lo enseña a quien lo intenta sin lograrlo." },
      keep: { title: "Mantener el plan", text: "No cambia nada, y se dice por qué." },
    },
    newDay: "Fecha nueva",
    hours: "Horas",
    on: "Desde el",
    followUp: "Volver a mirar el",
    forecast: "previsión",
  },
  decided: {
    title: "Decidido sobre este paso",
    moved: (from, to) => `El objetivo pasa del ${from} al ${to}.`,
    version: (before, now) =>
      now === null
        ? `Espera una versión posterior a la ${n(before)}.`
        : `A la versión ${n(before)} siguió la ${n(now)}.`,
    coaching: (hours, on) => `${count(hours, { one: "# hora", other: "# horas" })} de práctica desde el ${on}.`,
    kept: "El plan se mantiene.",
    lookAgain: (day) => `Volver a mirar el ${day}.`,
    before: "Antes",
    after: "Después",
    notYet: "aún no: primero deben cerrarse semanas enteras posteriores",
    nothingBefore: "no se podía mostrar nada",
    changed: (value, interval) =>
      value === 0 ? `Igual (${interval}).` : `${points(Math.abs(value))} ${value > 0 ? "más" : "menos"} (${interval}).`,
    notProof: "No prueba que esta fuera la causa.",
  },
  worst: {
    title: (value) =>
      value === 1 ? "La mayor brecha" : value === 0 ? "Las mayores brechas" : `Las ${n(value)} mayores brechas`,
    sentence: "De 100 personas, cuántas hacen el paso solas, frente a lo que se espera hoy.",
    all: "Todos los pasos con plan",
    asked: (value) =>
      `${count(value, { one: "Un recorrido y rol espera", other: "# recorridos y roles esperan" })} lo que usted cree; después se muestran los resultados.`,
    again: "Intentar de nuevo",
  },
  paper: "Hecho sin ayuda, de 100 personas, frente al plan",
  wrongShare: "Escriba un número de 0 a 100.",
  wrongDay: "Elija un día.",
};
