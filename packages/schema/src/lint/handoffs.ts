import type { Journey } from "../journey.ts";
import { type Rule, warning } from "./rule.ts";

const missing: Rule = (journey, { journeys }) => {
  if (journeys === undefined) return [];
  const all = [...journeys, journey];
  return journey.steps.flatMap(({ handoff }, at) => {
    if (handoff === undefined) return [];
    const path = `$.steps[${at}].handoff`;
    const next = all.find(({ id }) => id === handoff.journey);
    const ids = [...new Set(all.map(({ id }) => id))].join(", ");
    if (!next) return [warning("handoff_missing", `${path}.journey`, `one of ${ids}`, handoff.journey)];
    const steps = next.steps.map(({ id }) => id);
    if (handoff.step === undefined || steps.includes(handoff.step)) return [];
    return [warning("handoff_step", `${path}.step`, `one of ${steps.join(", ")}`, handoff.step)];
  });
};

/** The way that hand-overs take from a journey back to itself, or `null`. Each journey is entered once. */
function circleFrom(start: Journey, all: ReadonlyMap<string, Journey>): string[] | null {
  const entered = new Set<string>();
  const ways: string[][] = [[start.id]];
  for (let way = ways.pop(); way; way = ways.pop()) {
    for (const { handoff } of all.get(way.at(-1) ?? "")?.steps ?? []) {
      if (handoff === undefined) continue;
      if (handoff.journey === start.id) return [...way, start.id];
      if (!entered.has(handoff.journey)) ways.push([...way, handoff.journey]);
      entered.add(handoff.journey);
    }
  }
  return null;
}

const circle: Rule = (journey, { journeys = [] }) => {
  const all = new Map([...journeys, journey].map((each) => [each.id, each]));
  const way = circleFrom(journey, all);
  return way === null ? [] : [warning("handoff_circle", "$.steps", "an end", way.join(" to "))];
};

export const handoffRules: readonly Rule[] = [missing, circle];
