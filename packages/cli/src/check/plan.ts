import { leavesOf, subjectTypeOf, targetOf } from "@waymark/engine";
import type { Journey, Step, Target } from "@waymark/schema";

/** Something that a step needs of the app. */
export type Need =
  | {
      kind: "target";
      target: Target;
      /** Must be there when the page opens; else it may come after an act. */
      must: boolean;
      /** `target`, `focus 1`, `done`. */
      part: string;
    }
  | { kind: "event"; name: string; part: string }
  | { kind: "page"; pattern: string; part: string };

/** A step as one role meets it. */
export interface Visit {
  role: string;
  journey: Journey;
  step: Step;
  /** The page it is on, with `{deal.id}` as written; `null`: the step names none, and is wherever the person is. */
  page: string | null;
  needs: Need[];
}

/** Conditions are met after the act, so that their elements may come later; not where nothing else says where to look. */
function doneNeeds(step: Step): Need[] {
  return leavesOf(step.done).flatMap((leaf): Need[] => {
    if ("event" in leaf) return [{ kind: "event", name: leaf.event, part: "done" }];
    if ("page" in leaf) return [{ kind: "page", pattern: leaf.page, part: "done" }];
    const target = targetOf(leaf);
    const acts = "click" in leaf || "input" in leaf || "submit" in leaf;
    return target ? [{ kind: "target", target, must: acts && step.do?.target === undefined, part: "done" }] : [];
  });
}

function needsOf(step: Step): Need[] {
  const { target, focus = [] } = step.do ?? {};
  return [
    ...(target ? [{ kind: "target" as const, target, must: true, part: "target" }] : []),
    ...focus.map((each, at) => ({ kind: "target" as const, target: each, must: false, part: `focus ${at + 1}` })),
    ...doneNeeds(step),
  ];
}

/** The record's page of a journey, as `/deals/{deal.id}/show`. */
function recordPage({ per }: Journey): string | null {
  if (typeof per !== "object" || per.page === undefined) return null;
  return per.page.replace(/:id\b/, `{${per.subject}.id}`);
}

/** Everything that has to be looked at: each step of each journey as each role that meets it. */
export function planVisits(journeys: readonly Journey[], roles: readonly string[]): Visit[] {
  return journeys.flatMap((journey) => {
    const own = journey.roles?.length ? journey.roles : roles.length > 0 ? roles : ["everybody"];
    const named = journey.pages?.find((each) => !/[:*]/.test(each));
    const page = recordPage(journey) ?? named ?? null;
    return own.flatMap((role) =>
      journey.steps.map((step) => ({
        ...{ role, journey, step },
        page: step.do?.open ?? page,
        needs: needsOf(step),
      })),
    );
  });
}

/** The types of records whose ids a path needs. */
export function subjectsIn(path: string): string[] {
  return [...path.matchAll(/\{([\w-]+)\.id\}/g)].map(([, type = ""]) => type);
}

/** Where records of a type are found: the pattern of their pages. */
export function recordPatterns(journeys: readonly Journey[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const journey of journeys) {
    const type = subjectTypeOf(journey);
    if (type === null || typeof journey.per !== "object") continue;
    if (journey.per.page) found.set(type, journey.per.page);
  }
  return found;
}
