import { subjectTypeOf } from "@waymark/engine";
import type { Journey, Step, WaymarkEvent } from "@waymark/schema";
import type { Random } from "./random.ts";

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** How a made-up person works: skill is normal, 0 is average. */
export interface Worker {
  id: string;
  role: string;
  skill: number;
}

/** The event's own parts; the envelope adds the rest. */
type Draft = Pick<WaymarkEvent, "type" | "journey" | "version" | "step" | "subject" | "props"> & { at: number };

/** The station people find hardest: the middle one. Its odds fall and its time grows. */
function hardness(journey: Journey, index: number): number {
  return index === Math.floor(journey.steps.length / 2) ? 1 : 0;
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** Moves to the next working moment: Monday to Friday, 8 to 17 UTC. */
export function workingMoment(at: number): number {
  const date = new Date(at);
  if (date.getUTCHours() >= 17) date.setUTCHours(32, date.getUTCMinutes());
  else if (date.getUTCHours() < 8) date.setUTCHours(8, date.getUTCMinutes());
  const day = date.getUTCDay();
  if (day === 6) return date.getTime() + 2 * dayMs;
  return day === 0 ? date.getTime() + dayMs : date.getTime();
}

/** Minutes in the step: log-normal around the author's estimate, longer where it is hard, shorter with skill. */
function minutesFor(step: Step, hard: number, worker: Worker, random: Random): number {
  const centre = (step.minutes ?? 3) * (1.1 + hard * 1.6);
  return centre * Math.exp(0.45 * random.normal() - 0.15 * worker.skill);
}

/** One way through a journey: begun at `start`, left at the first step that does not come off. */
function walkOnce(
  journey: Journey,
  worker: Worker,
  subject: string | undefined,
  start: number,
  end: number,
  random: Random,
): Draft[] {
  const of = { journey: journey.id, version: journey.version, subject };
  const drafts: Draft[] = [];
  let at = workingMoment(start);
  drafts.push({ ...of, subject, type: "journey.started", at, props: {} });
  for (const [index, step] of journey.steps.entries()) {
    if (at > end) break;
    const hard = hardness(journey, index);
    drafts.push({ ...of, type: "step.started", step: step.id, at, props: { attempt: 1 } });
    const helped = random.chance(logistic(hard * 1.2 - 1.4 - 0.7 * worker.skill));
    const took = minutesFor(step, hard, worker, random) * minuteMs;
    if (!random.chance(logistic(3.2 - hard * 4.4 + 0.9 * worker.skill)) || at + took > end) break;
    at += took;
    const props = { attempt: 1, how: "condition", activeMs: Math.round(took * 0.7), ...(helped ? { helped } : {}) };
    drafts.push({ ...of, type: "step.completed", step: step.id, at, props });
    if (index === journey.steps.length - 1) drafts.push({ ...of, type: "journey.completed", at, props: {} });
    at = workingMoment(at + random.next() * 2 * dayMs);
  }
  return drafts;
}

/** Weeks of one worker with one journey, between two moments, in order of time. */
export function walkJourney(journey: Journey, worker: Worker, from: number, to: number, random: Random): Draft[] {
  const of = { journey: journey.id, version: journey.version };
  const first = workingMoment(from + random.next() * 4 * dayMs);
  const answer = random.chance(logistic(1.2 + 0.5 * worker.skill))
    ? "clear"
    : random.chance(0.6)
      ? "partly"
      : "not_clear";
  const drafts: Draft[] = [
    { type: "session.started", at: first, props: {} },
    { ...of, type: "journey.offered", at: first + 1000, props: {} },
    { ...of, type: "brief.shown", at: first + 20_000, props: {} },
    { ...of, type: "brief.answered", at: first + 50_000, props: { answer } },
  ];
  const type = subjectTypeOf(journey);
  const ways = type === null ? 1 : random.between(3, 6);
  for (let way = 0; way < ways; way++) {
    const start = first + minuteMs + (type === null ? 0 : random.next() * (to - first) * 0.8);
    const subject = type === null ? undefined : `${type}:sim-${worker.id}-${way}`;
    drafts.push(...walkOnce(journey, worker, subject, start, to, random));
  }
  return drafts.sort((a, b) => a.at - b.at);
}
