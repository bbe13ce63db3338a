import { counts } from "../../words/counts.ts";
import type { ExperimentWords } from "./words.ts";

const { n, count } = counts("fr-FR");
const points = (value: number): string => count(value, { one: "# point", other: "# points" });

export const words: ExperimentWords = {
  name: "Expériences",
  sentence: "Ce que fait un parcours : des personnes qui l’ont vu, à côté d’autres à qui le sort n’en a rien montré.",
  finding: {
    helps: (value) => count(value, { one: "# parcours aide", other: "# parcours aident" }),
    harms: (value) => count(value, { one: "# gêne", other: "# gênent" }),
    notShown: (value) =>
      count(value, {
        one: "# ne montre pas de différence jusqu’ici",
        other: "# ne montrent pas de différence jusqu’ici",
      }),
    all: (parts) => parts.join(", "),
    tooFew: "Trop peu de personnes pour dire quoi que ce soit",
    none: "Aucun parcours n’est caché à qui que ce soit",
    notYet: "Trop tôt : aucun bloc de semaines n’est clos",
    partOnly: "Les expériences portent sur tout le projet",
    unverified: "Les personnes de ce projet ne sont pas identifiées auprès de Waymark",
  },
  how: 'Donnez à un parcours un événement de valeur et "holdout": 0.1, puis publiez-le : à une personne sur dix, tirée au sort, rien n’est montré.',
  simulated: "Simulé : les personnes derrière ces nombres ont été inventées pour essayer l’image.",
  about: (version, holdout, event, weeks) =>
    `Version ${n(version)} ; rien n’est montré à ${n(holdout)} personnes sur 100. On compte qui a atteint ${event} en ${n(weeks)} semaines.`,
  says: {
    helps: (value, low, high) =>
      `Il aide : ${points(value)} de plus sur 100 personnes l’atteignent, au moins ${n(low)} (intervalle de ${n(low)} à ${n(high)}).`,
    harms: (value, low, high) =>
      `Il gêne : ${points(-value)} de moins sur 100 personnes l’atteignent (intervalle de ${n(low)} à ${n(high)}).`,
    not_shown: (value, low, high) =>
      `Aucune différence ne se montre jusqu’ici : ${points(value)}, mais tout est possible de ${n(low)} à ${n(high)}.`,
    too_few:
      "Trop peu de personnes jusqu’ici. Montré dès que, de chaque sorte, cinq ont atteint la valeur et cinq ne l’ont pas atteinte.",
    uneven:
      "Rien n’est dit : les deux groupes n’ont pas la taille annoncée, donc autre chose que le sort les a séparés.",
  },
  detectable: (value) =>
    `Avec tant de personnes, une différence à partir de ${points(value)} se verrait quatre fois sur cinq.`,
  detectableNone: "Avec si peu de personnes, aucune différence ne se verrait, aussi grande soit-elle.",
  arm: (name, value, low, high, people) =>
    `${name} : ${n(value)} sur 100, intervalle de ${n(low)} à ${n(high)}, ${n(people)} personnes ou plus`,
  shown: "Ont vu le parcours",
  held: "N’en ont rien vu",
  difference: "Différence",
  columns: { arm: "Personnes", value: "L’ont atteint, sur 100", interval: "Intervalle à 90 %", people: "Combien" },
  interval: (low, high) => `de ${n(low)} à ${n(high)}`,
  orMore: (value) => `${n(value)} ou plus`,
  looking:
    "Vous pouvez regarder à chaque bloc et vous arrêter quand vous voulez : ces intervalles laissent la vérité dehors dans une expérience sur dix au plus, tous les regards comptés. Ils en sont environ deux fois plus larges.",
};
