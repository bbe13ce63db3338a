import type { Words } from "../../say.ts";

/** French. Keys begin with `focus.`. */
export const focus: Words = {
  "focus.region": "Vue ciblée",
  "focus.label": "Ciblage",
  "focus.needed.one": "{n} champ sur {total} est nécessaire pour cette étape",
  "focus.needed.other": "{n} champs sur {total} sont nécessaires pour cette étape",
  "focus.all": "Tout afficher",
  "focus.more.one": "{n} autre champ",
  "focus.more.other": "{n} autres champs",
  "focus.none": "aucun obligatoire, aucun modifié",
  "focus.folded.one": "{n} champ replié, {key} affiche tout",
  "focus.folded.other": "{n} champs repliés, {key} affiche tout",
  "focus.folded-only.one": "{n} champ replié",
  "focus.folded-only.other": "{n} champs repliés",
  "focus.shown.one": "{n} champ est affiché",
  "focus.shown.other": "Les {n} champs sont affichés",
  "focus.nothing": "Tous les champs sont nécessaires, aucun n’est replié",
  "focus.kept": "modifié, il reste affiché",
  "focus.kept-of": "{field} : modifié, il reste affiché",
};
