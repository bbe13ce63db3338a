import { voices } from "./words/en/voices.ts";

/** Every word the dashboard shows. Another language is another object of this shape. */
const people = (n: number): string => (n === 1 ? "1 person" : `${n} people`);
const number = new Intl.NumberFormat("en-GB");
const events = (n: number): string => (n === 1 ? "1 event" : `${number.format(n)} events`);

const own = {
  /** For `Intl` and for `<html lang>`. */
  locale: "en-GB",
  product: "Waymark",
  pages: "Pages",
  journeys: "Journeys",
  arrivals: "Arrivals",
  pageNames: { journeys: "Journeys", voices: "Voices", arrivals: "Arrivals" },
  skip: "Skip to the page",
  signOut: "Sign out",
  theme: "Theme",
  themes: { system: "System", light: "Light", dark: "Dark" },
  signedInAs: { owner: "Owner", author: "Author", csm: "Customer success", manager: "Manager" },
  people: (n: number): string => people(n),
  number: (n: number): string => number.format(n),

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

  authoring: {
    title: "The journeys that are live",
    whose: "Pictures of people are for customer success, managers and owners. Authors write the journeys.",
    none: "No journey is published yet.",
    how: "A journey is a file. Publish it with an author key, which an owner makes:",
    command: (origin: string): string => `waymark publish journeys/*.journey.json --collector ${origin} --key ak_...`,
  },

  switches: { journey: "Journey", role: "Role" },
  version: (title: string, version: number | null): string =>
    version === null ? title : `${title}, version ${version}`,
  simulated: "Simulated",
  simulatedSentence: "Simulated: the people behind these numbers were made up to try the picture out.",
  unverifiedSentence: "The people here are not verified: the project does not sign their tokens.",

  finding: {
    everyone: "Everyone comes through",
    most: "Most people come through",
    half: "Half of the people come through",
    fewer: "Fewer than half come through",
    some: "Some people come through",
    hiddenEnd: "Too few reach the end to show",
    narrowest: (title: string): string => `the narrowest place is “${title}”`,
    slowest: (title: string): string => `“${title}” takes longer than planned`,
    noneStandsOut: "no step stands out",
    tooFew: (role: string): string => `Too few to show for ${role}`,
    tooFewYet: "Too few to show yet.",
    firstOn: (day: string): string => `The first number can appear on ${day}.`,
    unverified: "No number is shown: the people are not verified",
    noSteps: "This journey has no steps",
  },
  evidence: {
    group: (role: string, count: number | null): string => (count === null ? `${role}.` : `${role}, ${people(count)}.`),
    weeks: (span: string): string => `Closed weeks ${span}.`,
    next: (day: string): string => `Next numbers on ${day}.`,
    slow: (title: string, time: string, interval: string, planned: string): string =>
      `“${title}” takes ${time} (${interval}), ${planned} planned.`,
  },

  trail: {
    start: (n: number): string => people(n),
    startNote: "in the role",
    startHidden: "Too few",
    startHiddenNote: "to show",
    startUnverified: "People",
    startUnverifiedNote: "not verified",
    through: (n: number): string => `${n} through`,
    throughAtLeast: (n: number): string => `${n} or more through`,
    hidden: "too few to show",
    unverified: "not verified",
    stays: (n: number): string => `${n} still here`,
    sentence: (group: string, parts: string): string => `Flow of ${group} over the stations: ${parts}.`,
    at: (text: string, station: number): string => `${text} station ${station}`,
    hiddenAt: (reason: string, station: number): string => `${reason} at station ${station}`,
    notYetAt: (station: number): string => `nothing yet at station ${station}`,
  },

  through: {
    name: "Came through",
    note: "of those who arrived",
    value: (n: number, of: number): string => `${n} of ${of}`,
    atLeast: (n: number): string => `${n} or more`,
    of: (n: number): string => `of ${n}`,
    plot: (n: number, of: number, interval: string): string => `${n} of ${of} people, ${interval}`,
    plotAtLeast: (n: number, of: number): string => `between ${n} and ${of} people, not shown exactly`,
    meaning: "How many people get past this step, once they stand in front of it.",
    formula:
      "People who finished the step at least once, divided by people who came through the step before. The first step divides by everyone in the role.",
    interval:
      "90%, by person: of many intervals made like this one, nine in ten hold the true share. The scale is 0 to 100 in every cell.",
    n: "The second number of each cell: 14 of 21 means n 21.",
  },
  time: {
    name: "Time in the step",
    range: (unit: string, max: string): string => `${unit}, 0 to ${max}`,
    noRange: "from start to finish",
    n: (interval: string, n: number | null): string => `${interval}, n ${n ?? "12+"}`,
    noInterval: "no interval under 12 people",
    plot: (value: string, interval: string): string => `median ${value}, ${interval}`,
    planned: (value: string): string => `planned ${value}`,
    meaning: "How long people need from starting the step to finishing it.",
    formula:
      "The median: half of the people were faster, half were slower. Each person counts once, with their own median.",
    interval: "90%, from the order of the times. It needs 12 people; an end that is not known stays open.",
    n_: "The people behind the median stand beside it, as n. Where the exact number would give somebody away it says 12+: with fewer no median is shown.",
    plan: "The minutes that the author of the journey wrote for the step.",
  },
  range: (low: string, high: string): string => `${low} to ${high}`,
  openRange: (low: string): string => `${low} or more`,
  interval90: (text: string): string => `90% interval ${text}`,

  card: {
    counted: "Counted",
    interval: "Interval",
    n: "People, n",
    window: "Window",
    noWindow: "No weeks are closed yet.",
    plan: "Planned",
    leftOut: "Left out",
    leftOutText: "Groups under 10 people, counts under 5, and what arrived after the weeks were closed.",
    close: "Close",
    opens: (name: string): string => `What “${name}” means`,
  },

  faces: {
    tooFew: "Too few to show",
    notYet: "Not yet",
    notYetOn: (day: string): string => `first possible on ${day}`,
    unverified: "People not verified",
  },

  legend: {
    interval: "share or median with 90% interval",
    plan: "planned",
    hatch: "not shown, or not exactly",
    ring: "where most people stay",
    later: "not yet",
  },
  closed: {
    title: "Closed weeks",
    none: "No weeks are closed yet.",
    frozen: (day: string): string => `frozen on ${day}`,
    sentence: "Numbers move only when a block of weeks closes; they never change afterwards.",
  },
  limits:
    "Groups under 10 people and counts under 5 are never shown. Ribbon width is people who finished the step at least once.",

  live: {
    arriving: "Events are arriving",
    quietFor: (span: string): string => `Nothing has arrived for ${span}`,
    turnedAway: (n: number): string => `${n} ${n === 1 ? "was" : "were"} turned away`,
    nothing: "Nothing has arrived yet",
    nobody: "No role, step or person is shown here.",
    doThis: "Put this tag on a page of your app, then open that page. The first event is here within seconds.",
    keyHint:
      "Put the write key of your project in place of pk_... The collector takes events only from the origins you allowed.",
    received: "Received",
    rejected: "Rejected",
    duplicates: "Duplicates",
    dropped: "Given up on devices",
    simulated: "Simulated",
    simulatedOf: (n: number, of: number): string => `${number.format(n)} of ${number.format(of)}`,
    last: "Last at",
    never: "never",
    minutes: "Events per minute, the last 30 minutes",
    minutesSentence: (total: number, most: number, empty: number): string =>
      `Last 30 minutes: ${events(total)}, at most ${most} in one minute, ${empty === 0 ? "no minute" : empty === 1 ? "1 minute" : `${empty} minutes`} without any.`,
    minutesFrom: "30 minutes ago",
    minutesTo: "now",
    byType: "By type",
    type: "Type",
    count: "Count",
    rejects: "Latest rejects",
    noRejects: "None. Everything that arrived was taken.",
    at: "At",
    message: "What is wrong",
    lost: "The connection is lost. The numbers below are from before; trying again.",
    announce: (received: number, rejected: number): string => `${events(received)} received, ${rejected} rejected.`,
  },

  units: { second: "s", minute: "min", hour: "h", day: "days" },
  unitNames: { second: "seconds", minute: "minutes", hour: "hours", day: "days" },
  justNow: "just now",
  ago: (span: string): string => `${span} ago`,
  spans: {
    second: (n: number): string => (n === 1 ? "1 second" : `${n} seconds`),
    minute: (n: number): string => (n === 1 ? "1 minute" : `${n} minutes`),
    hour: (n: number): string => (n === 1 ? "1 hour" : `${n} hours`),
    day: (n: number): string => (n === 1 ? "1 day" : `${n} days`),
  },
};

export const words: typeof own & typeof voices = { ...own, ...voices };
