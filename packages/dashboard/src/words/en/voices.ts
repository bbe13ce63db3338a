import { people } from "./counts.ts";

/** Voices. */
export const voices = {
  voices: {
    name: "Voices",
    none: "Nothing is published yet",
    someone: (n: number): string => `${n} places have been reported as hard`,
    one: "One place has been reported as hard",
    waits: (n: number): string => `${n} of them ${n === 1 ? "waits" : "wait"} for an answer`,
    allWait: "no answer is given yet",
    allAnswered: "all is answered",
    sentence:
      "Shown once five people say so and five others of the group do not; from closed weeks only. One person’s voice waits. Nobody here can be found, asked or answered alone.",
    notAuthors: "Voices are for customer success, managers and owners.",
    brief: "The role brief",
    weeks: (from: string, to: string): string => (from === to ? `Week ${from}` : `Weeks ${from} to ${to}`),
    people: (n: number): string => people(n),
    reported: "said this is hard",
    reasons: {
      slow: "Takes too long",
      unsure: "Not sure what to enter",
      blocked: "Something blocks me",
      not_mine: "Not part of my work",
      none: "No reason given",
    },
    noReasons: "Reasons are told apart once each stands for five.",
    words: "In their words",
    noWords: "No words are released for this place.",
    moderate: "Words to look at",
    moderateNote:
      "Of different places and weeks, in no order: where they are from is not shown, so that nobody is guessed by it. Keep back what names somebody.",
    release: "Release",
    keepBack: "Keep back",
    answer: "Answer",
    answered: "Answered",
    verdict: "What happens",
    verdicts: { did: "We did", will: "We will", will_not: "We will not, because", need_more: "We need to know more" },
    text: "In your words",
    by: "Signed",
    byHint: "Your name and role, as people know you",
    send: "Publish the answer",
    seen: "It appears on this step for those who reported it, and on nobody else’s screen. You will not learn who they are.",
    sent: "The answer is published.",
  },
};
