import { counts } from "../counts.ts";
import type { voices as english } from "../en/voices.ts";

const { n, count } = counts("fr-FR");
const people = (value: number): string => count(value, { one: "# personne", other: "# personnes" });

export const voices: typeof english = {
  voices: {
    name: "Voix",
    none: "Rien n’est encore publié",
    someone: (value) => `${n(value)} endroits ont été signalés comme difficiles`,
    one: "Un endroit a été signalé comme difficile",
    waits: (value) =>
      count(value, { one: "# d’entre eux attend une réponse", other: "# d’entre eux attendent une réponse" }),
    allWait: "aucune réponse n’est encore donnée",
    allAnswered: "tout a reçu une réponse",
    sentence:
      "Montré quand cinq personnes le disent et que cinq autres du groupe ne le disent pas ; seulement à partir de semaines closes. La voix d’une seule personne attend. Ici, on ne peut ni trouver, ni interroger, ni répondre à quelqu’un en particulier.",
    notAuthors: "Les voix sont pour la réussite client, les responsables et les propriétaires.",
    brief: "La présentation du rôle",
    weeks: (from, to) => (from === to ? `Semaine ${from}` : `Semaines ${from} à ${to}`),
    released: (day) => `Mélangé, publié le ${day}.`,
    title: (place, value) =>
      `« ${place} » est difficile, ${count(value, { one: "dit # personne", other: "disent # personnes" })}`,
    people,
    again: "Signalé de nouveau : une publication précédente portait déjà sur cette étape et ce rôle.",
    reasonsTitle: "Ce qui rend cela difficile",
    reasons: {
      slow: "Cela prend trop de temps",
      unsure: "On ne sait pas quoi saisir",
      blocked: "Quelque chose bloque",
      not_mine: "Cela ne fait pas partie du travail",
      none: "Sans raison indiquée",
    },
    noReasons: "Les raisons sont distinguées quand chacune compte cinq personnes.",
    facedTitle: "Avant le déploiement",
    faced: {
      before: "l’avaient avant et l’ont toujours",
      since: "seulement depuis le déploiement",
      none: "ne l’ont pas dit",
    },
    noFaced: "Avant et depuis sont distingués quand chacun compte cinq personnes.",
    words: "Avec leurs mots",
    noWords: "Aucun mot n’est publié pour cet endroit.",
    moderate: "Mots à relire",
    moderateNote:
      "De différents endroits et semaines, sans ordre : on ne montre pas d’où ils viennent, afin que personne ne soit deviné. Retenez ce qui nomme quelqu’un.",
    release: "Publier",
    keepBack: "Retenir",
    answerTitle: "Répondre à ce signalement",
    verdict: "Ce qui se passe",
    verdicts: {
      did: "Nous l’avons fait",
      will: "Nous le ferons",
      will_not: "Nous ne le ferons pas, car",
      need_more: "Nous devons en savoir plus",
    },
    text: "Avec vos mots",
    by: "Signé",
    byHint: "Votre nom et votre fonction, tels qu’on vous connaît",
    send: "Publier la réponse",
    seen: "Elle apparaît à cette étape pour celles et ceux qui l’ont signalée, et sur aucun autre écran. Vous ne saurez pas qui.",
    open: "Ouverts, les plus anciens d’abord",
    openNote: "Le trait marque le jour 14, compté depuis le lundi de la publication.",
    answered: "Avec réponse",
    days: (value) =>
      value === 0
        ? "publié aujourd’hui"
        : count(value, { one: "ouvert depuis # jour", other: "ouvert depuis # jours" }),
    left: (value) => count(value, { one: "reste # jour", other: "restent # jours" }),
    over: (value) => count(value, { one: "# jour de trop", other: "# jours de trop" }),
    age: (days, late) => `${days}${late ? ", au-delà du jour 14" : ""}`,
    othersWait: "Les signalements sur d’autres étapes, s’il y en a, attendent que cinq personnes aient parlé.",
    loop: (value) => count(value, { one: "# signalement publié.", other: "# signalements publiés." }),
    loopMedian: (days, range) => `Réponse après ${days} jours au milieu (${range}).`,
    loopIn14: (share, range) => `${share} sur 100 ont reçu une réponse en 14 jours (${range}).`,
    loopHelped: (share, range, value) => `Cela a aidé ${share} sur 100 parmi ${n(value)} qui l’ont évalué (${range}).`,
    loopFew: "La rapidité et l’aide apportée peuvent être dites à partir de cinq.",
    helpTitle: "Est-ce que cela a aidé ?",
    helps: { yes: "Oui", little: "Un peu", no: "Non" },
    rated: (value) => count(value, { one: "# personne l’a évalué.", other: "# personnes l’ont évalué." }),
    noHelps: "Distingué quand chacun compte cinq personnes.",
    noRatings: "Montré quand cinq des personnes concernées l’auront dit.",
    repliesTitle: "En retour",
    replied: (value) => count(value, { one: "# personne a répondu.", other: "# personnes ont répondu." }),
    noReplyWords: "Aucun de leurs mots n’est publié.",
    evidence: "Éléments sur cette étape",
    evidenceNote: "Étape, rôle et semaines closes seulement ; jamais relié à une personne.",
    says: { backed: "appuyé", reported: "signalé" },
    ability: "Aisance",
    abilityMeaning:
      "Parmi les personnes qui ont essayé cette étape, la part qui la fait seule : sans aide, sans erreur répétée.",
    abilityTerms: { interval: "Intervalle à 90 %", n: "Personnes", window: "Période" },
    abilityWindow: "le dernier bloc clos",
    inHundred: (share) => `${share} sur 100`,
    range: (low, high) => `${low} à ${high}`,
    noAbility: "Aucun chiffre figé de cette étape n’est encore montré.",
    estimateFirst:
      "Dites d’abord, à la page de l’écart, ce que vous croyez des étapes de ce parcours. Les chiffres sont ensuite montrés ici.",
    backedBecause:
      "Appuyé : moins de 60 sur 100 y arrivent seules, et sûrement moins de 75, parmi douze personnes ou plus.",
    onlyReported:
      "Les chiffres ne le montrent pas, ou sont trop peu nombreux. C’est donc signalé ; rien ici ne peut réfuter un signalement.",
    preview: "Ce que verra la personne concernée",
    youSaid: "Vous avez dit que c’était difficile",
    statements: "Ce que disent les responsables",
    noStatements: "Personne n’a encore rien dit ici en son nom.",
    informed: "après la publication d’un signalement",
    uninformed: "avant la publication d’un signalement",
    state: "Dire quelque chose de cette étape",
    stateText: "Ce que vous voyez",
    stateSend: "Le dire en mon nom",
    stateNote: "Cela reste ici avec votre nom, à côté des signalements et des éléments. Ce n’est pas modifié ensuite.",
    loose: "Dit d’étapes sans signalement publié",
    contract: [
      ["Ce qui est anonyme ici", "Vaut pour tous, nous compris. Aucun réglage ne l’abaisse."],
      ["Ni nom ni appareil", "Un signalement porte étape, groupe de rôles et semaines, rien d’autre."],
      ["Cinq ou plus", "Montré seulement si au moins cinq ont parlé et cinq ou plus non."],
      ["Le lundi, mélangé", "L’ordre et l’heure d’écriture se perdent exprès."],
      ["À vous jusqu’à la publication", "La personne peut demander le retrait tant que rien n’est montré."],
      ["Les mots sont confidentiels", "La réussite client les lit d’abord, ils ne sont donc pas dits anonymes."],
    ],
  },
};
