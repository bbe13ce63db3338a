import type { Audience, Condition, Journey, Progress } from "@waymark/schema";
import { isHeldOut, matchAudience, matchRoles } from "./audience.ts";
import { briefAnswerOf } from "./brief.ts";
import { evaluate } from "./evaluate.ts";
import type { Scene } from "./fact.ts";
import { leafKey, leavesOf } from "./leaf.ts";
import { isHidden, isShelved, subjectHere } from "./select.ts";
import { stepState } from "./step-state.ts";
import { fillTemplate, subjectOf, subjectTypeOf } from "./subject.ts";

/** One rule with what it wanted and what there was. */
export interface ExplainedRule {
  /** `roles`, `audience`, `holdout`, `hidden`, `library`, `subject`, `brief`, or `step <id>`. */
  rule: string;
  holds: boolean;
  /** What the rule asks for, as data in words: `page /deals/*`. */
  wants: string;
  /** What there is. */
  has: string;
}

/** Why a journey is, or is not, before this person now. */
export interface Explanation {
  journey: string;
  /** All rules that decide about showing hold. */
  shown: boolean;
  rules: ExplainedRule[];
}

const text = (value: unknown): string => (typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing"));

function describe(condition: Condition | Audience): string {
  return Object.entries(condition)
    .map(([key, value]) => `${key} ${text(value)}`)
    .join(", ");
}

function audienceRules(audience: Audience, scene: Scene): ExplainedRule[] {
  if ("all" in audience) return audience.all.flatMap((each) => audienceRules(each, scene));
  const holds = matchAudience(audience, scene);
  let has = text({ page: scene.page, roles: scene.roles, traits: scene.traits });
  if ("page" in audience) has = `page ${scene.page ?? "unknown"}`;
  else if ("trait" in audience) has = `${audience.trait} ${text(scene.traits[audience.trait])}`;
  else if ("role" in audience) has = `roles ${scene.roles.join(", ") || "none"}`;
  return [{ rule: "audience", holds, wants: describe(audience), has }];
}

function leafHas(leaf: Condition, scene: Scene, subject: string, latched: Record<string, number>): string {
  if ("page" in leaf) return `page ${scene.page ?? "unknown"}`;
  if ("role" in leaf) return `roles ${scene.roles.join(", ") || "none"}`;
  if ("trait" in leaf) return `${leaf.trait} ${text(scene.traits[leaf.trait])}`;
  if ("data" in leaf) return `${leaf.data} ${text(subjectOf(scene, subject)?.subject.data?.[leaf.data])}`;
  const key = leafKey(leaf as Parameters<typeof leafKey>[0]);
  const seen = latched[key];
  if (seen !== undefined) return `seen ${new Date(seen).toISOString()}`;
  return scene.levels.includes(key) ? "true now" : "not seen yet";
}

function stepRules(journey: Journey, progress: Progress, scene: Scene, now: number): ExplainedRule[] {
  const subject = subjectHere(journey, scene);
  const run = subject === null ? undefined : progress.journeys[journey.id]?.[subject];
  return journey.steps.flatMap((step): ExplainedRule[] => {
    const state = stepState(run, step.id);
    const rule = `step ${step.id}`;
    if (state.completed !== null) {
      const has = `${state.how ?? "done"} ${new Date(state.completed).toISOString()}`;
      return [{ rule, holds: true, wants: step.done ? describe(step.done) : "a tick by hand", has }];
    }
    if (step.done === undefined) return [{ rule, holds: false, wants: "a tick by hand", has: "not ticked" }];
    const latched = state.latched ?? {};
    const context = { scene, subject: subject ?? "", latched, began: state.began };
    return leavesOf(step.done).map((leaf) => ({
      rule,
      holds: evaluate(leaf, context, now),
      wants: fillTemplate(describe(leaf), scene, subject ?? ""),
      has: leafHas(leaf, scene, subject ?? "", latched),
    }));
  });
}

/**
 * Says rule by rule why a journey is, or is not, shown, and what each step still waits for.
 *
 * @example
 * ```ts
 * explain(journey, progress, scene, "u-17", Date.now()).rules;
 * // [{ rule: "roles", holds: false, wants: "sales-rep", has: "support-agent" }, ...]
 * ```
 */
export function explain(journey: Journey, progress: Progress, scene: Scene, person: string, now: number): Explanation {
  const own = progress.journeys[journey.id]?.[""];
  const showing: ExplainedRule[] = [
    {
      rule: "roles",
      holds: matchRoles(journey, scene),
      wants: journey.roles?.join(" or ") || "everybody",
      has: scene.roles.join(", ") || "none",
    },
    ...(journey.audience ? audienceRules(journey.audience, scene) : []),
  ];
  if (journey.holdout) {
    const holds = !isHeldOut(journey, person, progress.journeys[journey.id]);
    showing.push({ rule: "holdout", holds, wants: "not in the comparison share", has: holds ? "outside it" : "in it" });
  }
  const until = own?.hidden?.until;
  const hidden = isHidden(own, now);
  const has =
    until === null ? "hidden for good" : hidden ? `hidden until ${new Date(until ?? 0).toISOString()}` : "not hidden";
  showing.push({ rule: "hidden", holds: !hidden, wants: "not hidden by the person", has });
  if (journey.library) {
    const holds = !isShelved(journey, progress.journeys[journey.id] ?? {});
    showing.push({
      ...{ rule: "library", holds, wants: "begun, as what lies in the library is looked up" },
      has: holds ? "under way" : "not under way",
    });
  }
  const rules = [...showing];
  const type = subjectTypeOf(journey);
  if (type !== null) {
    const id = scene.current[type];
    rules.push({
      rule: "subject",
      holds: id !== undefined,
      wants: `the page of a ${type}`,
      has: id === undefined ? "none" : `${type}:${id}`,
    });
  }
  const answer = briefAnswerOf(journey, own);
  rules.push({
    rule: "brief",
    holds: answer !== null || !journey.brief,
    wants: "answered once",
    has: answer ?? "not answered",
  });
  rules.push(...stepRules(journey, progress, scene, now));
  return { journey: journey.id, shown: showing.every((each) => each.holds), rules };
}
