import type { PlacedProblem } from "../document/check-draft.ts";
import type { WordKey } from "../words/keys.ts";
import type { Say } from "../words/words.ts";

/** What each place is called in the panel. */
const places: Readonly<Record<string, WordKey>> = {
  title: "step.title",
  heading: "step.heading",
  why: "step.why",
  "do.say": "step.say",
  "do.label": "step.label",
  "do.open": "step.open",
  "do.focus": "target.fields",
  "do.target": "target.title",
  done: "done.title",
  minutes: "step.minutes",
  "saves.minutes": "step.saves",
};
const own: Readonly<Record<string, WordKey>> = {
  title: "journey.title",
  destination: "journey.destination",
  id: "journey.id",
  roles: "journey.roles",
  brief: "journey.brief",
  "brief.purpose": "journey.purpose",
  "brief.benefit": "journey.benefit",
  "brief.expectation": "journey.expectation",
  steps: "map.label",
};

/** What is wrong, in the words of whoever found it. */
export function sayProblem({ severity, received, expected }: PlacedProblem, say: Say): string {
  return say(severity === "error" ? "lint.write" : "lint.better", { received, expected });
}

/** Where it is: `Step 2, Why it helps the person`. */
export function sayPlace({ at }: PlacedProblem, steps: readonly { id: string }[], say: Say): string {
  const index = steps.findIndex(({ id }) => id === at.step) + 1;
  const key = (at.step === null ? own : places)[at.field.replace(/\[.*$/, "")];
  const where = index > 0 ? say("lint.place", { index }) : say("lint.journey");
  return key ? `${where}, ${say(key)}` : where;
}

/** The first thing to say about a field. */
export function problemAt(
  problems: readonly PlacedProblem[],
  step: string | null,
  field: string,
  say: Say,
): { text: string; error: boolean } | undefined {
  const found = problems.find(({ at }) => at.step === step && (at.field === field || at.field.startsWith(`${field}.`)));
  return found && { text: sayProblem(found, say), error: found.severity === "error" };
}
