import type { Stage } from "../data/records.ts";

export const stages: readonly (readonly [stage: Stage, label: string])[] = [
  ["lead", "Lead"],
  ["discovery", "Discovery"],
  ["proposal", "Proposal"],
  ["negotiation", "Negotiation"],
  ["won", "Won"],
  ["lost", "Lost"],
];

export const openStages: readonly Stage[] = ["lead", "discovery", "proposal", "negotiation"];

/** How likely a deal of a stage is won, in percent, until someone knows better. */
export const probabilityOf: Record<Stage, number> = {
  lead: 10,
  discovery: 25,
  proposal: 50,
  negotiation: 75,
  won: 100,
  lost: 0,
};

export function labelOf(stage: Stage): string {
  return stages.find(([id]) => id === stage)?.[1] ?? stage;
}

export function isOpen({ stage }: { stage: Stage }): boolean {
  return openStages.includes(stage);
}
