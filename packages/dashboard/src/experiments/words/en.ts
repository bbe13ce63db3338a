import { counts } from "../../words/counts.ts";
import type { ExperimentWords } from "./words.ts";

const { n, count } = counts("en-GB");
const points = (value: number): string => count(value, { one: "# point", other: "# points" });

export const words: ExperimentWords = {
  name: "Experiments",
  sentence: "What a journey does: people who were shown it beside people who, by lot, were shown nothing of it.",
  finding: {
    helps: (value) => count(value, { one: "# journey helps", other: "# journeys help" }),
    harms: (value) => count(value, { one: "# stands in the way", other: "# stand in the way" }),
    notShown: (value) => count(value, { one: "# shows no difference so far", other: "# show no difference so far" }),
    all: (parts) => parts.join(", "),
    tooFew: "Too few people to say anything",
    none: "No journey is kept from anybody",
    notYet: "Too early to say: no block of weeks has closed",
    partOnly: "Experiments are of the whole project",
    unverified: "People in this project are not signed in to Waymark",
  },
  how: 'Give a journey a value event and "holdout": 0.1, and publish it: one person in ten, by lot, is shown nothing of it.',
  simulated: "Simulated: the people behind these numbers were made up to try the picture out.",
  about: (version, holdout, event, weeks) =>
    `Version ${n(version)}; ${n(holdout)} of 100 people are shown nothing. Counted: who reached ${event} within ${n(weeks)} weeks.`,
  says: {
    helps: (value, low, high) =>
      `It helps: ${points(value)} more people of 100 reach it, and at least ${n(low)} (interval ${n(low)} to ${n(high)}).`,
    harms: (value, low, high) =>
      `It stands in the way: ${points(-value)} fewer people of 100 reach it (interval ${n(low)} to ${n(high)}).`,
    not_shown: (value, low, high) =>
      `No difference is shown so far: ${points(value)}, but anything from ${n(low)} to ${n(high)} is possible.`,
    too_few: "Too few people so far. It is shown once five people of each kind reached the value and five did not.",
    uneven:
      "Nothing is said: the two kinds of people are not in the numbers that were stated, so something else than the lot parted them.",
  },
  detectable: (value) => `So many people would show a difference from ${points(value)} on, four times in five.`,
  detectableNone: "So few people would show no difference, however large.",
  arm: (name, value, low, high, people) =>
    `${name}: ${n(value)} of 100, interval ${n(low)} to ${n(high)}, ${n(people)} people or more`,
  shown: "Shown the journey",
  held: "Shown nothing",
  difference: "Difference",
  columns: { arm: "People", value: "Reached it, of 100", interval: "90% interval", people: "How many" },
  interval: (low, high) => `${n(low)} to ${n(high)}`,
  orMore: (value) => `${n(value)} or more`,
  looking:
    "You may look at every block and stop when you like: these intervals leave out the truth in at most one experiment of ten, over all looks together. That makes them about twice as wide.",
};
