import type { Words } from "../../say.ts";

/** German. Keys begin with `strip.`. */
export const strip: Words = {
  "strip.plan.when": "Wann ist der nächste Termin?",
  "strip.plan.today": "Heute",
  "strip.plan.tomorrow": "Morgen",
  "strip.plan.week": "Nächste Woche",
  "strip.plan.another": "Andere Zeit",
  "strip.plan.none": "Jetzt kein Plan",
  "strip.plan.set": "Zeit festlegen",
  "strip.plan.make": "Termin planen",
  "strip.plan.change": "Plan ändern",
  "strip.plan.calendar": "Kalenderdatei",
  "strip.plan.if": "Wenn es {when} ist, mache ich: {step}",
  "strip.event": "{step}: {record}",
  "strip.age.one": "Seit {n} Tag hier",
  "strip.age.other": "Seit {n} Tagen hier",
  "strip.age.stale": "länger als üblich",
};
