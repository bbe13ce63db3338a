/** The frame around every page. */
export const shell = {
  /** For `Intl` and for `<html lang>`. */
  locale: "en-GB",
  product: "Waymark",
  pages: "Pages",
  journeys: "Journeys",
  arrivals: "Arrivals",
  pageNames: { home: "Home", journeys: "Journeys", voices: "Voices", arrivals: "Arrivals" },
  skip: "Skip to the page",
  signOut: "Sign out",
  language: "Language",
  theme: "Theme",
  themes: { system: "System", light: "Light", dark: "Dark" },
  signedInAs: { owner: "Owner", author: "Author", csm: "Customer success", manager: "Manager" },
  loading: "Loading",
  again: "Try again",
  failedTitle: "This page could not be read",
  unreachable: "The collector did not answer. Look at the connection, then try again.",
  unreadable: "The collector answered with something this page cannot read.",
  ownerOnly: "Only an owner of the project sees arrivals.",
  noPage: "There is no such page",
  toJourneys: "Go to journeys",
  signedOut: {
    title: "You need a sign-in link",
    left: "You are signed out",
    how: "Whoever runs the collector makes a link with this command. It works once, within ten minutes.",
    command: "waymark collector invite --project PROJECT --role csm",
    promise:
      "You will see groups of ten people or more, with how sure each number is. You will not find a person here, whatever your rights.",
  },
  emptyProject: {
    title: "No journey is published yet",
    how: "A journey is a file. Publish one and its picture has a place here.",
    command: "waymark publish",
    noRoles: "The project has no roles yet. Name them in its configuration; the picture is drawn by role.",
  },
};
