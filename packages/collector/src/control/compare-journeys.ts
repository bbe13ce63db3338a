import type { Journey, Step } from "@waymark/schema";
import { canonicalJson } from "../events/stored-event.ts";

/** What changed from one state of a journey to another. Steps are the same step where their ids are the same. */
export interface JourneyChanges {
  /** Fields of the journey itself, by name; `steps` never. */
  fields: string[];
  added: { id: string; title: string }[];
  removed: { id: string; title: string }[];
  /** Another title under the same id. */
  renamed: { id: string; from: string; to: string }[];
  /** Another place among the steps that both have, counted from 1. */
  moved: { id: string; from: number; to: number }[];
  /** Fields of a step beside its title. */
  changed: { id: string; fields: string[] }[];
}

function changedFields(a: object, b: object, ignored: readonly string[]): string[] {
  const [before, after] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => !ignored.includes(name) && canonicalJson(before[name]) !== canonicalJson(after[name]))
    .sort();
}

const named = ({ id, title }: Step): { id: string; title: string } => ({ id, title });

/** Compares two states of a journey. */
export function compareJourneys(a: Journey, b: Journey): JourneyChanges {
  const before = new Map(a.steps.map((step) => [step.id, step]));
  const after = new Map(b.steps.map((step) => [step.id, step]));
  const both = b.steps.flatMap((to) => {
    const from = before.get(to.id);
    return from === undefined ? [] : [{ id: to.id, from, to }];
  });
  const oldOrder = a.steps.filter(({ id }) => after.has(id)).map(({ id }) => id);
  return {
    fields: changedFields(a, b, ["steps", "version"]),
    added: b.steps.filter(({ id }) => !before.has(id)).map(named),
    removed: a.steps.filter(({ id }) => !after.has(id)).map(named),
    renamed: both
      .filter(({ from, to }) => from.title !== to.title)
      .map(({ id, from, to }) => ({ id, from: from.title, to: to.title })),
    moved: both.flatMap(({ id }, i) => {
      const from = oldOrder.indexOf(id);
      return from === i ? [] : [{ id, from: from + 1, to: i + 1 }];
    }),
    changed: both
      .map(({ id, from, to }) => ({ id, fields: changedFields(from, to, ["id", "title"]) }))
      .filter(({ fields }) => fields.length > 0),
  };
}
