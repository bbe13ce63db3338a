import type { Words } from "../../say.ts";

/** French. Keys begin with `ask.`. */
export const ask: Words = {
  "ask.ease": "Cette étape était-elle difficile ou facile ?",
  "ask.useful": "Cette application fait ce dont j’ai besoin pour mon travail.",
  "ask.easy": "Cette application est facile à utiliser.",
  "ask.trust": "Je peux signaler un problème ici sans que cela me nuise.",
  "ask.ease.low": "Très difficile",
  "ask.ease.high": "Très facile",
  "ask.agree.low": "Pas du tout d’accord",
  "ask.agree.high": "Tout à fait d’accord",
  "ask.privacy":
    "Les autres voient des nombres à partir de cinq personnes. Votre réponse est conservée sous un code qu’un administrateur pourrait relier à vous.",
  "ask.noted": "Noté.",
  "ask.here.ask": "Une question dans le coin inférieur : {name}",
  "ask.here.banner": "Une nouveauté dans le coin inférieur : {name}",
  "ask.later": "Plus tard",
  "ask.later.hours": "Dans 4 heures",
  "ask.later.tomorrow": "Demain",
  "ask.later.week": "La semaine prochaine",
  "ask.close": "Fermer définitivement",
};
