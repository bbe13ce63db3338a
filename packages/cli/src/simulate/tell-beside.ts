import type { Journey } from "@waymark/schema";
import { dayMs, minuteMs, weekMs, workingMoment } from "./clock.ts";
import { fitting } from "./fitting.ts";
import type { Random } from "./random.ts";
import type { Draft } from "./tell.ts";
import type { Walked } from "./walk.ts";

const nameOf = (target: unknown): string[] => {
  const one = (Array.isArray(target) ? target[0] : target) as { name?: unknown; label?: unknown } | undefined;
  const name = one?.name ?? one?.label;
  return typeof name === "string" ? [name.replace(/\*$/, "")] : [];
};

/** Fields that no step asks for: hardly anybody edits them, as in many a form. */
const spare = ["Fax", "Second address line", "Region"];

/** What the page tells of a form that was saved while a step was done: its fields, and which of them were edited. */
function tellForm(journey: Journey, step: Journey["steps"][number], at: number, random: Random): Draft[] {
  const asked = (step.do?.focus ?? []).flatMap(nameOf);
  if (asked.length === 0) return [];
  const names = [...asked, ...spare];
  const editedNames = names.filter((_, index) => random.next() < (index < asked.length ? 0.9 - 0.15 * index : 0.01));
  const seconds = Object.fromEntries(editedNames.map((name) => [name, random.between(3, 40)]));
  const props = { visible: names.length, edited: editedNames.length, names, editedNames, seconds };
  return [{ type: "focus.fields", journey: journey.id, version: journey.version, step: step.id, at, props }];
}

/** A prompt in a week, closed at once now and then; and what somebody thinks of it all, once a quarter. */
function tellPrompts(first: number, weeks: number, random: Random): Draft[] {
  const drafts: Draft[] = [];
  for (let at = first; at < weeks * weekMs; at += weekMs * random.between(1, 2)) {
    const surface = random.next() < 0.5 ? "ask" : "banner";
    drafts.push({ type: "prompt.shown", at, props: { surface } });
    const afterMs = random.next() < 0.35 ? random.between(300, 1900) : random.between(3000, 20_000);
    drafts.push({ type: "prompt.closed", at: at + afterMs, props: { surface, afterMs } });
  }
  for (const [index, question] of ["useful", "easy"].entries()) {
    const at = first + (5 + index) * weekMs;
    drafts.push({ type: "survey.answered", at, props: { question, score: random.between(3, 7) } });
  }
  return drafts;
}

/** How many working days of a week an action of a core is done: nearly as often as was agreed. */
function daysFor(every: string, random: Random): number {
  if (random.chance(0.12)) return 0;
  return /^P[1-3]D$|T/.test(every) ? random.between(3, 5) : 1;
}

/**
 * That somebody was there, week by week, that they did what the brief asks them to keep doing, that the value came with the first
 * time they were through, and whether they dare to report.
 */
function tellWeeks(walked: Walked, journey: Journey, weeks: number, random: Random): Draft[] {
  const { first, deeds, left } = walked;
  const drafts: Draft[] = [];
  for (let week = Math.floor(first / weekMs); week < weeks; week += 1) {
    const start = week * weekMs;
    const isThere = random.chance(0.92) && (left === null || start < left || random.chance(0.4));
    const at = workingMoment(Math.max(start + random.next() * 4 * dayMs, first));
    if (!isThere) continue;
    drafts.push({ type: "session.started", at, props: {} });
    for (const { event, every } of journey.core ?? [])
      for (let day = daysFor(every, random); day > 0; day -= 1) {
        const done = start + (day - 1) * dayMs + random.between(9 * 60, 16 * 60) * minuteMs;
        if (done > first) drafts.push({ type: `host.${event}`, at: done, props: {} });
      }
  }
  const through = deeds.find(({ step, how }) => step === journey.steps.length - 1 && how === "condition")?.completed;
  const { value, holdout } = journey;
  // Where the journey is kept from some, a trial says to whom its value comes.
  if (value !== undefined && !holdout && through != null)
    drafts.push({ type: `host.${value.event}`, at: through, props: fitting(value.where, "simulated") });
  const score = random.chance(0.3) ? random.between(1, 3) : random.between(4, 7);
  drafts.push({ type: "survey.answered", at: first + 3 * weekMs, props: { question: "trust", score } });
  return drafts;
}

/** What pages tell beside the work itself: forms, prompts, questions, how much of the open work has a day, and who was there. */
export function tellBeside(walked: Walked, journey: Journey, weeks: number, random: Random): Draft[] {
  const forms = walked.deeds.flatMap(({ step, completed }) => {
    const own = journey.steps[step];
    return completed === null || own === undefined ? [] : tellForm(journey, own, completed - 1, random);
  });
  const covers = Array.from({ length: weeks }, (_, week): Draft => {
    const open = random.between(3, 9);
    const props = { open, planned: random.between(0, open) };
    return {
      type: "plan.cover",
      journey: journey.id,
      version: journey.version,
      at: week * weekMs + 600 * minuteMs,
      props,
    };
  }).filter(({ at }) => at > walked.first);
  const prompts = tellPrompts(walked.first + 30 * minuteMs, weeks, random);
  const drafts = [...forms, ...covers, ...prompts, ...tellWeeks(walked, journey, weeks, random)];
  return drafts.filter(({ at }) => at < weeks * weekMs).sort((a, b) => a.at - b.at);
}
