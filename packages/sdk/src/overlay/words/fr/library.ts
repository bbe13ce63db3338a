import type { Words } from "../../say.ts";

/** French. Keys begin with `library.`. `library.noise` holds words that say nothing of what is looked for. */
export const library: Words = {
  "library.line": "Comment faire ?",
  "library.title": "Comment faire ?",
  "library.placeholder": "Comment faire pour ... ?",
  "library.page": "Pour cette page",
  "library.for": "Pour {role}",
  "library.role": "Pour votre rôle",
  "library.others": "Autres",
  "library.stopped": "Arrêt à l’étape {n} le {day}",
  "library.stopped-today": "Arrêt à l’étape {n} aujourd’hui",
  "library.done": "Terminé le {day}. À refaire quand vous voulez.",
  "library.done-today": "Terminé aujourd’hui. À refaire quand vous voulez.",
  "library.minutes": "{n} min",
  "library.left": "encore {n} min",
  "library.choose": "choisir",
  "library.open": "ouvrir",
  "library.none": "Rien ne correspond à « {query} ». Essayez un autre mot.",
  "library.empty": "Il n’y a encore rien ici.",
  "library.found.one": "{n} trouvé",
  "library.found.other": "{n} trouvés",
  "library.more.one": "{n} autre. Continuez à écrire pour le trouver.",
  "library.more.other": "{n} autres. Continuez à écrire pour les trouver.",
  "library.noise":
    "comment faire pour je puis peux on nous mon ma mes un une le la les l d de du des à a au aux en dans sur avec est sont que quoi quand où qui quel quelle",
};
