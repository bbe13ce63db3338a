import { counts } from "../counts.ts";
import type { ReportWords } from "../en.ts";

const { n, count } = counts("fr-FR");

export const report: ReportWords = {
  csv: "CSV",
  csvOf: (table) => `${table} en CSV`,
  compare: {
    shown: "Montré",
    with: "À côté",
    nothing: "rien",
    period: (span, version) => `${span}, version ${n(version)}`,
    sentence: (period) =>
      `Creux, en dessous : l’état après ${period}. Qui était compté alors l’est encore ; une différence ne prouve pas sa cause.`,
    was: (text) => `avant ${text}`,
    hidden: "avant, trop peu pour montrer",
    absent: "n’y était pas",
  },
  home: {
    name: "Accueil",
    nothing: "On ne peut encore rien dire",
    of: (journey, role) => `${journey}, ${role}`,
    finding: (place, finding) => `${place} : ${finding}`,
    also: "Tous les parcours, l’endroit le plus étroit d’abord",
    choice: "Ce qu’on peut faire",
    look: (step) => `Regarder « ${step} » avec ses nombres`,
    lookWhole: "Regarder l’image entière",
    hear: (open) =>
      open === 0
        ? "Lire ce qui est signalé comme difficile"
        : count(open, { one: "Répondre à # endroit signalé", other: "Répondre à # endroits signalés" }),
    hearNote: (places) =>
      places === 0
        ? "Rien n’est encore publié : un endroit paraît dès que cinq personnes le disent."
        : count(places, { one: "# endroit est publié.", other: "# endroits sont publiés." }),
    meet: "Emporter une page à la réunion",
    meetNote: "A4, avec des cases à cocher et une ligne pour signer.",
    lookNote: (stays) =>
      `${count(stays, { one: "# personne y reste", other: "# personnes y restent" })} : repliez des champs, exercez l’étape, ou donnez plus de temps.`,
    lookWholeNote: "Chaque étape avec son intervalle et ce qui était prévu.",
  },
  paper: {
    open: "Page à imprimer",
    name: "Page pour la réunion",
    print: "Imprimer",
    back: "Retour à l’image",
    step: "Étape",
    time: "Temps, médiane",
    planned: "prévu",
    change: "Changer ?",
    decide: "Ce que nous décidons",
    options: [
      "Changer l’étape marquée, puis regarder à nouveau après les quatre prochaines semaines",
      "Déplacer la date et le dire aux personnes du rôle",
      "Exercer l’étape marquée, deux heures",
      "Laisser ainsi, parce que",
    ],
    who: "Qui",
    when: "Pour quand",
    signed: "Signature",
    reported: (places, open) =>
      places === 0
        ? "Rien de ce qui a été signalé n’est encore publié."
        : `Signalé comme difficile : ${count(places, { one: "# endroit", other: "# endroits" })}, ${n(open)} sans réponse.`,
    reading:
      "Boîte : intervalle à 90 %, sur beaucoup ainsi faits neuf sur dix contiennent la vraie valeur. Point : la valeur. Triangle : prévu. n : personnes comptées.",
    frozen: (day) => `Figé le ${day}.`,
  },
};
