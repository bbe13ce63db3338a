import type { BlockSpan } from "./insights.ts";

/**
 * Why an experiment has no figures. `too_few`: an arm has fewer than five people on either side, or nothing that may be shown has
 * been added yet. `uneven`: the arms are not of the sizes that were stated, so something else than the lot parted them.
 */
export type ExperimentReason = "too_few" | "uneven";

/** One arm: the share of people, 0 to 1, who reached the value within the weeks they were watched. */
export interface ExperimentArm {
  value: number | null;
  interval: [number, number] | null;
  /** The lower end of a band. */
  people: number | null;
}

/** One version of a journey that was kept from a share of people. Shares and differences are 0 to 1, and -1 to 1. */
export interface ExperimentRow {
  journey: string;
  title: string;
  version: number;
  /** The share that is shown nothing. */
  holdout: number;
  /** The event that shows the value was reached. */
  event: string;
  /** How long each person is watched from the day they were, or would have been, offered the journey. */
  weeks: number;
  shown: ExperimentArm;
  held: ExperimentArm;
  /** The first share minus the second. The interval may be read at every block: the error is 10% over all readings together. */
  effect: number | null;
  interval: [number, number] | null;
  /** The smallest difference, for better or worse, that so many people would show four times in five; `null` where none would. */
  detectable: number | null;
  says: "helps" | "harms" | "not_shown" | null;
  /** True where the people are simulated. */
  simulated: boolean;
  reason: ExperimentReason | null;
}

/** Why the list is empty. `not_yet`: no block has closed. `part_only`: the reader sees a part of the tree, and these are of the whole. */
export type ExperimentsWithheld = "not_yet" | "unverified" | "part_only";

/** `GET /v1/insights/experiments`: what journeys did to their value event, of all people together, from closed blocks only. */
export interface ExperimentsReport {
  format: "waymark.experiments/1";
  /** The latest closed block; `null` before the first. */
  block: BlockSpan | null;
  reason: ExperimentsWithheld | null;
  experiments: ExperimentRow[];
}
