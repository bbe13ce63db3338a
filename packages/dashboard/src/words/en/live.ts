import { events, number } from "./counts.ts";

/** Arrivals. */
export const live = {
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
    simulatedOf: (n: number, of: number): string => `${number(n)} of ${number(of)}`,
    last: "Last at",
    never: "never",
    minutes: "Events per minute, the last 30 minutes",
    minutesSentence: (total: number, most: number, empty: number): string =>
      `Last 30 minutes: ${events(total)}, at most ${number(most)} in one minute, ${empty === 0 ? "no minute" : empty === 1 ? "1 minute" : `${empty} minutes`} without any.`,
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
};
