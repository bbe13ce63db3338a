import type { Words } from "../../say.ts";

/** Spanish. Keys begin with `strip.`. */
export const strip: Words = {
  "strip.plan.when": "¿Cuándo es lo siguiente?",
  "strip.plan.today": "Hoy",
  "strip.plan.tomorrow": "Mañana",
  "strip.plan.week": "La próxima semana",
  "strip.plan.another": "Otro momento",
  "strip.plan.none": "Sin plan por ahora",
  "strip.plan.set": "Fijar la hora",
  "strip.plan.make": "Prever una fecha",
  "strip.plan.change": "Cambiar el plan",
  "strip.plan.calendar": "Archivo de calendario",
  "strip.plan.if": "Cuando sea {when}, haré: {step}",
  "strip.event": "{step}: {record}",
  "strip.age.one": "Aquí desde hace {n} día",
  "strip.age.other": "Aquí desde hace {n} días",
  "strip.age.many": "Aquí desde hace {n} días",
  "strip.age.stale": "más de lo habitual",
};
