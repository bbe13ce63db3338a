import type { Journey } from "@waymark/schema";
import { minuteMs, weekMs } from "./clock.ts";
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
    const at = first + (4 * index + 3) * weekMs;
    drafts.push({ type: "survey.answered", at, props: { question, score: random.between(3, 7) } });
  }
  return drafts;
}

/** What pages tell beside the work itself: forms, prompts, questions, and how much of the open work has a day. */
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
  const drafts = [...forms, ...covers, ...tellPrompts(walked.first + 30 * minuteMs, weeks, random)];
  return drafts.filter(({ at }) => at < weeks * weekMs).sort((a, b) => a.at - b.at);
}
