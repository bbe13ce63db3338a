import { counts } from "../counts.ts";
import type { LiveWords } from "../en.ts";

const { n, count } = counts("fr-FR");
const events = (value: number): string => count(value, { one: "# événement", other: "# événements" });

export const live: LiveWords = {
  live: {
    arriving: "Des événements arrivent",
    quietFor: (span) => `Rien n’est arrivé depuis ${span}`,
    turnedAway: (value) => count(value, { one: "# a été refusé", other: "# ont été refusés" }),
    nothing: "Rien n’est encore arrivé",
    nobody: "Aucun rôle, aucune étape, aucune personne n’est montré ici.",
    doThis:
      "Placez cette balise sur une page de votre application, puis ouvrez-la. Le premier événement est là en quelques secondes.",
    keyHint:
      "Mettez la clé d’écriture de votre projet à la place de pk_... Le collecteur n’accepte que les origines autorisées.",
    received: "Reçus",
    rejected: "Refusés",
    duplicates: "Doublons",
    dropped: "Abandonnés sur les appareils",
    simulated: "Simulés",
    simulatedOf: (value, of) => `${n(value)} sur ${n(of)}`,
    last: "Dernier",
    never: "jamais",
    minutes: "Événements par minute, 30 dernières minutes",
    minutesSentence: (total, most, empty) =>
      `30 dernières minutes : ${events(total)}, au plus ${n(most)} en une minute, ${empty === 0 ? "aucune minute" : count(empty, { one: "# minute", other: "# minutes" })} sans événement.`,
    minutesFrom: "il y a 30 minutes",
    minutesTo: "maintenant",
    byType: "Par type",
    type: "Type",
    count: "Nombre",
    rejects: "Derniers refus",
    noRejects: "Aucun. Tout ce qui est arrivé a été pris.",
    at: "Quand",
    message: "Ce qui ne va pas",
    lost: "La connexion est perdue. Les nombres ci-dessous datent d’avant ; nouvelle tentative en cours.",
    announce: (received, rejected) => `${events(received)} reçus, ${n(rejected)} refusés.`,
  },
};
