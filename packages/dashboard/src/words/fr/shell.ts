import type { ShellWords } from "../en.ts";

export const shell: ShellWords = {
  locale: "fr-FR",
  product: "Waymark",
  pages: "Pages",
  journeys: "Parcours",
  arrivals: "Arrivées",
  pageNames: {
    home: "Accueil",
    journeys: "Parcours",
    gap: "Écart",
    experiments: "Expériences",
    voices: "Voix",
    arrivals: "Arrivées",
  },
  skip: "Aller au contenu",
  signOut: "Se déconnecter",
  language: "Langue",
  theme: "Couleurs",
  themes: { system: "Système", light: "Clair", dark: "Sombre" },
  signedInAs: { owner: "Propriétaire", author: "Auteur", csm: "Succès client", manager: "Responsable" },
  loading: "Chargement",
  again: "Réessayer",
  failedTitle: "Cette page n’a pas pu être lue",
  unreachable: "Le collecteur n’a pas répondu. Vérifiez la connexion, puis réessayez.",
  unreadable: "Le collecteur a répondu quelque chose que cette page ne sait pas lire.",
  ownerOnly: "Seul un propriétaire du projet voit les arrivées.",
  notAuthors: "Les plans et les écarts sont pour la réussite client, les responsables et les propriétaires.",
  noPage: "Cette page n’existe pas",
  toJourneys: "Aller aux parcours",
  signedOut: {
    title: "Il faut un lien de connexion",
    left: "Vous êtes déconnecté",
    how: "La personne qui gère le collecteur crée un lien avec cette commande. Il sert une fois, pendant dix minutes.",
    command: "waymark collector invite --project PROJECT --role csm",
    promise:
      "Vous verrez des groupes de dix personnes ou plus, avec la certitude de chaque nombre. Aucun droit ne permet de trouver ici une personne.",
  },
  emptyProject: {
    title: "Aucun parcours n’est encore publié",
    how: "Un parcours est un fichier. Publiez-en un et son image aura sa place ici.",
    command: "waymark publish",
    noRoles: "Le projet n’a pas encore de rôles. Nommez-les dans sa configuration ; l’image est dessinée par rôle.",
  },
  authoring: {
    title: "Les parcours publiés",
    whose:
      "Les images de personnes sont pour le succès client, les responsables et les propriétaires. Les auteurs écrivent les parcours.",
    none: "Aucun parcours n’est encore publié.",
    how: "Un parcours est un fichier. Publiez-le avec une clé d’auteur, que crée un propriétaire :",
    command: (origin) => `waymark publish journeys/*.journey.json --collector ${origin} --key ak_...`,
  },
};
