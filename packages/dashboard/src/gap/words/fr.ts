import { counts } from "../../words/counts.ts";
import type { GapWords } from "./words.ts";

const { n, count } = counts("fr-FR");
const points = (value: number): string => count(value, { one: "# point", other: "# points" });

export const words: GapWords = {
  name: "Écart",
  sentence:
    "Sur 100 personnes, combien font une étape seules. En retard veut dire : tout l’intervalle est à gauche de la bande claire, le plan plus et moins 10. Plus le fil d’une ligne est droit, plus croyance, mesure et témoignages concordent.",
  finding: {
    behind: (value) => count(value, { one: "# étape est en retard", other: "# étapes sont en retard" }),
    ahead: (value) => count(value, { one: "# est en avance", other: "# sont en avance" }),
    onPlan: (value) => count(value, { one: "# suit le plan", other: "# suivent le plan" }),
    unclear: (value) => count(value, { one: "# ne peut pas être jugée", other: "# ne peuvent pas être jugées" }),
    all: (parts) => parts.join(", "),
    noPlan: "Rien n’est encore attendu",
    notYet: "Trop tôt : aucun nombre ne peut encore être montré",
    estimateFirst: "D’abord votre propre estimation",
    noJourney: "Aucun parcours n’est encore publié",
  },
  simulated: "Simulé : les personnes derrière ces nombres ont été inventées pour essayer l’image.",
  order: { label: "Ordre", journey: "Par parcours", widest: "Le plus grand écart d’abord" },
  legend: {
    expected: "attendu, ±10",
    believed: "cru par les responsables",
    reported: "dit par les utilisateurs (facilité)",
    measured: "capacité mesurée, intervalle à 90 %",
  },
  columns: { step: "Étape", verdict: "Verdict", barrier: "Premier obstacle", forecast: "Prévision" },
  goal: (share, day) => `objectif ${n(share)} sur 100 pour le ${day}`,
  noGoal: "pas encore d’objectif",
  weakest: (step) => `étape la plus faible : ${step}`,
  verdicts: {
    behind: (value) => `En retard de ${points(value)}`,
    ahead: (value) => `En avance de ${points(value)}`,
    behindUnknown: "En retard",
    aheadUnknown: "En avance",
    on_plan: "Pas d’écart net",
    unclear: "Incertain",
    none: "Rien à juger encore",
  },
  measured: (value, interval, people) => `${n(value)} (${interval}), n ${n(people)} ou plus`,
  interval: (low, high) => `${n(low)} à ${n(high)}`,
  seesFrom: (value) => `Une équipe de cette taille montre des écarts à partir de ${points(value)}`,
  stands: "Dit auparavant ; les quatre dernières semaines seules ne le disent pas",
  missing: {
    too_few: "Trop peu pour être montré",
    not_yet: "Pas encore",
    unverified: "Personnes non vérifiées",
    few_answers: "Moins de la moitié a répondu",
    tied: "Deux sont aussi fréquents",
    part_missing: "Une étape n’a pas de nombre",
    nearly_all: "Presque toutes, donc pas de nombre exact",
    nearly_none: "Presque aucune, donc pas de nombre exact",
    no_expectation: "Rien n’est attendu",
    not_due: "Son jour n’est pas venu",
    not_believed: "Aucun responsable n’a été interrogé",
    estimate_first: "Après votre estimation",
    sees_from: "Incertain",
    stands: "Incertain",
    of_journey: "de tout le parcours",
    weakest_step: "son étape la plus faible",
  },
  barriers: {
    not_reached: "Pas atteinte",
    not_clear: "Le but n’est pas clair",
    not_useful: "Ne leur sert pas",
    opens_help: "Ouvre l’aide",
    tries_and_fails: "Essaie sans y arriver",
    blocked: "Quelque chose bloque",
    does_not_apply: "Hors de leur travail",
    not_now: "Pas maintenant",
  },
  noBarrier: "Aucun à nommer encore",
  ofJourney: "de tout le parcours",
  forecast: {
    now: "Atteint maintenant, à ce rythme",
    by: (day) => `pour le ${day}`,
    between: (from, to) => `du ${from} au ${to}`,
    open: (from) => `du ${from} à plus de six mois`,
    notAtThisPace: "Pas à ce rythme",
    tooEarly: {
      weeks: "Trop tôt : il faut six semaines",
      people: "Trop tôt : il faut douze personnes",
      levelling_off: "Cela plafonne : pas de date",
      clarity: "Trop large pour une date",
    },
    none: "Pas de prévision",
  },
  fan: {
    title: "À ce rythme",
    soFar: "Jusqu’ici",
    legend:
      "point et barre : mesuré avec intervalle à 90 % ; creux : une version précédente ; drapeau : but ; tirets : prévision ; ombré : le possible",
    course: (points) => `Mesuré jusqu’au ${points.join(" ; jusqu’au ")}.`,
    point: (day, value, interval, earlier) =>
      `${day} : ${value === null ? "" : `${n(value)} `}(${interval})${earlier ? ", une version précédente" : ""}`,
    sentence: (measured, interval, goal, by, on, span) =>
      `Mesuré ${n(measured)} (${interval}) ; le but est ${n(goal)} pour le ${by}. À ce rythme il est atteint le ${on} (${span}).`,
  },
  lanes: {
    expected: (value) => `attendu ${n(value)}`,
    believed: (value) => `cru ${n(value)}`,
    reported: (value) => `dit ${n(value)}`,
    nothing: "rien à dessiner encore",
  },
  open: (step) => `${step} : planifier et décider`,
  plan: "Planifier",
  perception: (believed, reported, measured) =>
    [
      believed === null ? "" : `les responsables croient ${n(believed)}`,
      reported === null ? "" : `les utilisateurs disent ${n(reported)}`,
      measured === null ? "" : `la mesure est ${n(measured)}`,
    ]
      .filter(Boolean)
      .join(", "),
  noFault: "Ce n’est la faute de personne ; c’est une raison d’en parler.",
  estimate: {
    title: "Que croyez-vous ?",
    why: "Sur 100 personnes de ce rôle, combien font aujourd’hui chaque étape seules ? La mesure apparaît ensuite, pour pouvoir comparer.",
    of100: "sur 100",
    send: "Le dire et voir le résultat",
    once: "Une estimation se donne une fois et reste.",
  },
  expect: {
    title: "Dire ce qui est attendu",
    again: "Le dire à nouveau",
    share: "Sur 100 personnes le font seules",
    by: "Pour le",
    minutes: "En au plus, minutes",
    milestone: "En chemin, pour le",
    milestoneShare: "sur 100",
    send: "Fixer",
    locked:
      "Fixé à la date d’aujourd’hui et à votre nom. Le dire à nouveau crée la version suivante ; l’ancienne reste visible.",
    version: (value, share, day, author, on) => `Version ${n(value)} : ${n(share)} pour le ${day}. ${author}, ${on}`,
    earlier: "Dit jusqu’ici",
  },
  decide: {
    title: "Ce qui peut changer",
    note: "Pourquoi",
    noteHint: "Ce qui parle pour, en une ou deux phrases",
    send: "Décider",
    dated: "Un choix, inscrit au plan à la date d’aujourd’hui. L’ancien plan reste visible.",
    options: {
      new_version: {
        title: "Rendre l’étape plus facile",
        text: "Replier des champs, raccourcir le texte, lever ce qui bloque. Le parcours reçoit une nouvelle version.",
      },
      move_date: { title: "Déplacer la date", text: "Ne coûte rien et ne change rien pour les gens." },
      coaching: { title: "S’exercer à deux", text: "Qui sait le faire le montre à qui n’y arrive pas." },
      keep: { title: "Garder le plan", text: "Rien ne change, et l’on dit pourquoi." },
    },
    newDay: "Nouvelle date",
    hours: "Heures",
    on: "À partir du",
    followUp: "Revoir le",
    forecast: "prévision",
  },
  decided: {
    title: "Décidé sur cette étape",
    moved: (from, to) => `L’objectif passe du ${from} au ${to}.`,
    version: (before, now) =>
      now === null ? `Attend une version après la ${n(before)}.` : `La version ${n(now)} a suivi la ${n(before)}.`,
    coaching: (hours, on) => `${count(hours, { one: "# heure", other: "# heures" })} d’exercice à partir du ${on}.`,
    kept: "Le plan est gardé.",
    lookAgain: (day) => `Revoir le ${day}.`,
    before: "Avant",
    after: "Après",
    notYet: "pas encore : des semaines entières doivent d’abord se clore",
    nothingBefore: "rien ne pouvait être montré",
    changed: (value, interval) =>
      value === 0
        ? `Inchangé (${interval}).`
        : `${points(Math.abs(value))} de ${value > 0 ? "plus" : "moins"} (${interval}).`,
    notProof: "Cela ne prouve pas que c’en soit la cause.",
  },
  worst: {
    title: (value) =>
      value === 1
        ? "Le plus grand écart"
        : value === 0
          ? "Les plus grands écarts"
          : `Les ${n(value)} plus grands écarts`,
    sentence: "Sur 100 personnes, combien font l’étape seules, face à ce qui est attendu aujourd’hui.",
    all: "Toutes les étapes planifiées",
    asked: (value) =>
      `${count(value, { one: "Un parcours et un rôle attendent", other: "# parcours et rôles attendent" })} ce que vous croyez ; les résultats sont montrés ensuite.`,
    again: "Réessayer",
  },
  paper: "Fait seul, sur 100 personnes, face au plan",
  wrongShare: "Écrivez un nombre de 0 à 100.",
  wrongDay: "Choisissez un jour.",
};
