import type { SimulatedVoice } from "@waymark/collector";

const rep = { journey: "win-a-deal", role: "sales-rep" };

/** What the simulated team said, so that the page of voices has something to show. The collector marks each as simulated. */
export const demoVoices: readonly SimulatedVoice[] = [
  {
    ...{ ...rep, step: "send-quote", weeksAgo: [7, 5] },
    reasons: { slow: 7, unsure: 5 },
    faced: { before: 7, since: 5 },
    texts: [
      "The form asks for things I only know after the customer has said yes. I put in a dot to get past it.",
      "Prices are in another tab. By the time I have found them the form has logged me out.",
      "I can do it. It eats the hour in which I would call two people.",
    ],
  },
  {
    ...{ ...rep, step: "agree-date", weeksAgo: [4, 3] },
    reasons: { unsure: 6 },
    faced: { since: 6 },
    texts: ["Nobody told me whether the date is mine or the customer’s."],
  },
  {
    ...{ ...rep, step: "log-call", weeksAgo: [9, 8] },
    reasons: { slow: 12 },
    faced: { before: 6, since: 6 },
    texts: ["Sixteen fields before I can save a call of two minutes."],
    answer: {
      ...{ verdict: "did", text: "Ten of the sixteen fields are folded away. The six that stay come first." },
      ...{ by: "Ines Maric, customer success", daysAgo: 20, helps: { yes: 6, no: 5 } },
    },
  },
];
