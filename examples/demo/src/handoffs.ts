import type { SimulatedHandoffs } from "@waymark/collector";

/** What the simulated reps handed to the simulated support agents, so that the page of hand-overs has something to say. */
export const demoHandoffs: readonly SimulatedHandoffs[] = [
  {
    ...{ journey: "win-a-deal", step: "win", from: "sales-rep", to: "support-agent", daysAgo: 34 },
    // Hours until somebody said yes; two wait still.
    hours: [2, 5, 26, 3, 50, 7, 4, 74, 21, 6, null, 9, 30, 3, 48, 5, null, 12],
  },
];
