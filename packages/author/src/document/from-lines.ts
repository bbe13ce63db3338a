import type { Step } from "@waymark/schema";
import { type Draft, emptyDraft } from "./draft.ts";
import { slugOf, titlesOf } from "./name.ts";

/** `1. `, `2) `, `- ` and the like before a line. */
const bullet = /^\s*(?:[-*•–]|\d{1,2}[.)])\s+/;

/** What people would draw on a piece of paper: each line is a step, in their own words. Empty lines are none. */
export function draftFromLines(title: string, text: string): Draft {
  const lines = text.split(/\r?\n/).map((line) => line.replace(bullet, "").trim());
  const steps: Step[] = [];
  for (const line of lines.filter(Boolean)) {
    const taken = steps.map(({ id }) => id);
    steps.push({ id: slugOf(line, taken, `step-${steps.length + 1}`), ...titlesOf(line) });
  }
  return { ...emptyDraft(slugOf(title, [], "my-journey"), title.trim()), steps };
}
