import type { ShellWords } from "../en.ts";

export const shell: ShellWords = {
  locale: "de-DE",
  product: "Waymark",
  pages: "Seiten",
  journeys: "Wege",
  arrivals: "Eingang",
  pageNames: {
    home: "Überblick",
    journeys: "Wege",
    gap: "Abstand",
    experiments: "Versuche",
    voices: "Stimmen",
    arrivals: "Eingang",
  },
  skip: "Zum Inhalt",
  signOut: "Abmelden",
  language: "Sprache",
  theme: "Farben",
  themes: { system: "System", light: "Hell", dark: "Dunkel" },
  signedInAs: { owner: "Inhaber", author: "Autor", csm: "Kundenerfolg", manager: "Führungskraft" },
  loading: "Wird geladen",
  again: "Noch einmal versuchen",
  failedTitle: "Diese Seite konnte nicht gelesen werden",
  unreachable: "Der Collector hat nicht geantwortet. Bitte die Verbindung prüfen und es noch einmal versuchen.",
  unreadable: "Der Collector hat etwas geantwortet, das diese Seite nicht lesen kann.",
  ownerOnly: "Den Eingang sieht nur, wem das Projekt gehört.",
  notAuthors: "Pläne und Abstände sind für Kundenbetreuung, Führungskräfte und Eigentümer.",
  noPage: "Diese Seite gibt es nicht",
  toJourneys: "Zu den Wegen",
  signedOut: {
    title: "Zum Anmelden braucht es einen Link",
    left: "Abgemeldet",
    how: "Wer den Collector betreibt, macht den Link mit diesem Befehl. Er gilt einmal und zehn Minuten lang.",
    command: "waymark collector invite --project PROJECT --role csm",
    promise:
      "Hier stehen Gruppen ab zehn Personen, jede Zahl mit ihrer Unsicherheit. Eine einzelne Person ist hier mit keinem Recht zu finden.",
  },
  emptyProject: {
    title: "Noch ist kein Weg veröffentlicht",
    how: "Ein Weg ist eine Datei. Nach dem Veröffentlichen hat sein Bild hier seinen Platz.",
    command: "waymark publish",
    noRoles:
      "Das Projekt hat noch keine Rollen. Sie stehen in seiner Konfiguration; das Bild wird je Rolle gezeichnet.",
  },
  authoring: {
    title: "Die Wege, die gelten",
    whose: "Bilder von Personen sind für Kundenerfolg, Führungskräfte und Inhaber. Autoren schreiben die Wege.",
    none: "Noch ist kein Weg veröffentlicht.",
    how: "Ein Weg ist eine Datei. Veröffentlicht wird er mit einem Autorenschlüssel, den ein Inhaber macht:",
    command: (origin) => `waymark publish journeys/*.journey.json --collector ${origin} --key ak_...`,
  },
};
