import { type Journey, lintJourney, type Problem, parseJourney } from "@waymark/schema";
import type { Draft } from "./draft.ts";
import { toJourney } from "./to-journey.ts";

/** Where a problem is, as the editor can go there. */
export interface Place {
  /** Id of the step, `null` for the journey itself. */
  step: string | null;
  /** `title`, `brief.benefit`, `do.target`, ... */
  field: string;
}

/** What stands in the way of a draft, or should be thought of again, with its place. */
export type PlacedProblem = Problem & { at: Place };

/** A draft's document where it is one, and what there is to say about it: errors first. */
export interface Checked {
  journey: Journey | null;
  problems: PlacedProblem[];
}

/** `$.steps[1].do.say` is the field `do.say` of the second step. */
export function placeOf(path: string, draft: Draft): Place {
  const [, index, own] = /^\$\.steps\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
  const step = index === undefined ? undefined : draft.steps[Number(index)];
  return step ? { step: step.id, field: own ?? "" } : { step: null, field: path.replace(/^\$\.?/, "") };
}

/** Checks a draft with the very functions that the CLI and the collector check with. */
export function checkDraft(draft: Draft): Checked {
  const parsed = parseJourney(toJourney(draft));
  const problems = parsed.ok ? lintJourney(parsed.value) : parsed.problems;
  return {
    journey: parsed.ok ? parsed.value : null,
    problems: problems.map((each) => ({ ...each, at: placeOf(each.path, draft) })),
  };
}
