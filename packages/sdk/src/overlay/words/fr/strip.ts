import type { Words } from "../../say.ts";

/** French. Keys begin with `strip.`. */
export const strip: Words = {
  "strip.plan.when": "À quand la prochaine étape ?",
  "strip.plan.today": "Aujourd’hui",
  "strip.plan.tomorrow": "Demain",
  "strip.plan.week": "La semaine prochaine",
  "strip.plan.another": "Un autre moment",
  "strip.plan.none": "Pas de plan pour l’instant",
  "strip.plan.set": "Fixer l’heure",
  "strip.plan.make": "Prévoir une date",
  "strip.plan.change": "Modifier le plan",
  "strip.plan.calendar": "Fichier d’agenda",
  "strip.plan.if": "Quand ce sera {when}, je ferai : {step}",
  "strip.event": "{step} : {record}",
  "strip.age.one": "Ici depuis {n} jour",
  "strip.age.other": "Ici depuis {n} jours",
  "strip.age.many": "Ici depuis {n} jours",
  "strip.age.stale": "plus longtemps que d’habitude",
};
