import type { Words } from "../../say.ts";

/** French. Keys begin with `settings.`. */
export const settings: Words = {
  "settings.title": "Réglages",
  "settings.prompts": "Ce qui s’ouvre tout seul",
  "settings.prompts.come": "Au fur et à mesure",
  "settings.prompts.today": "Plus rien aujourd’hui",
  "settings.prompts.off": "Rien jusqu’à nouvel ordre",
  "settings.prompts.note": "Ce que vous ouvrez vous-même fonctionne comme avant.",
  "settings.short": "Conseils courts",
  "settings.short.note": "Seulement ce qu’il faut faire, sans le pourquoi.",
  "settings.journeys": "Vos parcours",
  "settings.journeys.hide": "Masquer",
  "settings.journeys.show": "Afficher de nouveau",
  "settings.journeys.note":
    "Un parcours masqué n’est pas compté sur le bouton. Il reste dans le menu, et l’ouvrir le fait revenir.",
  "settings.language": "Langue",
  "settings.language.page": "Comme la page",
  "settings.launcher": "Le bouton",
  "settings.launcher.left": "Dans le coin gauche",
  "settings.launcher.right": "Dans le coin droit",
  "settings.launcher.hide": "Masquer le bouton",
  "settings.launcher.back": "{keys} ouvre le menu sans lui.",
  "settings.launcher.lost": "Choisissez d’abord des touches pour le menu, sinon c’est à la page de l’ouvrir.",
  "settings.keys": "Clavier",
  "settings.keys.launcher": "Ouvrir le menu",
  "settings.keys.library": "Trouver un parcours",
  "settings.keys.map": "Ma carte",
  "settings.keys.focus": "Afficher tous les champs",
  "settings.keys.press": "Appuyez sur les touches",
  "settings.keys.none": "Aucune",
  "settings.keys.note":
    "Choisissez une ligne, puis appuyez sur les nouvelles touches avec Ctrl, Alt ou Meta. Retour arrière la désactive.",
  "settings.privacy": "Confidentialité",
  "settings.privacy.kept": "Sur cet appareil : votre progression, vos réponses et ces réglages.",
  "settings.privacy.sent":
    "Envoyé : quelles étapes ont été montrées et faites, quand et sur quel dossier. Jamais ce que vous tapez ni ce qu’une page affiche.",
  "settings.privacy.nothing": "Rien de tout cela ne quitte cet appareil.",
  "settings.privacy.host": "Cette page n’autorise aucun envoi.",
  "settings.privacy.send": "Envoyer ce que je fais dans le guide",
  "settings.forget": "M’oublier sur cet appareil",
  "settings.forget.ask":
    "Votre progression, vos réponses et vos réglages sont supprimés ici, ainsi que ce qui n’a pas encore été envoyé. Ce qui a été envoyé reste chez le destinataire ; si vous êtes connecté, votre progression en revient.",
  "settings.forget.yes": "Tout oublier",
  "settings.forget.no": "Garder",
  "settings.forget.done": "Oublié sur cet appareil.",
};
