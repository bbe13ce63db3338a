import type { Journey, Progress } from "@waymark/schema";
import { createCalendar } from "../../src/blocks/calendar.ts";
import type { EventStore } from "../../src/events/event-store.ts";
import { type StoredEvent, shortHash } from "../../src/events/stored-event.ts";
import { pseudonymOf } from "../../src/identity/pseudonym.ts";
import type { RoleNode } from "../../src/index.ts";

/** How many people, over how long, and how much they do. */
export interface CrowdSize {
  /** In all projects together. */
  people: number;
  /** What each of them causes, at least what their steps need: the rest is what says nothing about steps. */
  eventsEach: number;
  weeks: number;
  /** The Monday on which it began, Unix ms. */
  from: number;
}

/** A project of the crowd. */
export interface CrowdProject {
  id: string;
  /** What people's codes are made with. */
  pseudonym: string;
  journeys: readonly Journey[];
}

const weekMs = 7 * 86_400_000;
const visitsEach = 6;
const leaves = 12;

/** A tree of three departments with four roles each. */
export const crowdRoles: RoleNode[] = ["sales", "support", "service"].flatMap((id) => [
  { id, title: id },
  ...Array.from({ length: leaves / 3 }, (_, i) => ({ id: `${id}-${i}`, parent: id, title: `${id} ${i}` })),
]);

const leafIds = crowdRoles.filter(({ parent }) => parent !== undefined).map(({ id }) => id);

/** So many journeys of four and five steps. */
export function crowdJourneys(count: number): Journey[] {
  return Array.from({ length: count }, (_, number) => ({
    format: "waymark.journey/1",
    id: `journey-${number}`,
    title: `Journey ${number}`,
    roles: leafIds,
    destination: "40 min a week",
    steps: Array.from({ length: 4 + (number % 2) }, (__, step) => ({
      id: `step-${step}-of-${number}`,
      title: `Step ${step}`,
      minutes: 3,
      do: { say: "Open the record, write down what was said, and set the date of the next call." },
      done: { event: `thing-${number}.step-${step}.done` },
    })),
  }));
}

/** A host's name for somebody. */
export const personName = (number: number): string => `user-${number}@example.com`;

/** The same numbers for the same seed: a crowd is the same whenever it is made (xorshift). */
function randomOf(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

const hex = (value: number, length: number): string => value.toString(16).padStart(length, "0").slice(-length);

function idAt(at: number, number: number): string {
  const time = hex(at, 12);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(number, 3)}-8${hex(number >>> 12, 3)}-${hex(number * 2_654_435_761, 12)}`;
}

interface Visit {
  project: CrowdProject;
  /** Number of the person within the project. */
  number: number;
  code: string;
  /** 0 for the first. */
  visit: number;
  at: number;
}

type Said = Pick<StoredEvent, "type"> & { props?: string } & Partial<Pick<StoredEvent, "journey" | "step" | "subject">>;

const completion = (ms: number): string =>
  `{"attempt":1,"how":"condition","helped":${ms % 3 === 0},"failed":0,"activeMs":${ms},"backtracks":${ms % 2}}`;

/** What says nothing about steps: most of what arrives. */
const others: readonly Said[] = [
  { type: "host.call.logged", props: '{"dealId":"18273","stage":"offer"}', subject: "deal:18273" },
  { type: "step.helped", props: '{"attempt":1,"guide":"light"}' },
  { type: "step.struggled", props: '{"attempt":1,"sign":"repeat"}' },
  { type: "target.found", props: '{"way":"role","score":0.94,"runnerUp":0.41}' },
  { type: "host.record.saved", props: '{"recordId":"99-172","kind":"deal"}', subject: "deal:99-172" },
  { type: "focus.toggled", props: '{"on":true,"folded":4}' },
];

/** What somebody does for their two journeys on one visit: how far they come is theirs, not the visit's. */
function stepsOn({ project, number, visit }: Visit, random: () => number): Said[] {
  const said: Said[] = [];
  const far = (number * 7919) % 100;
  for (const nth of [0, 1]) {
    const journey = project.journeys[(number + nth * 3) % project.journeys.length];
    if (journey === undefined) continue;
    if (visit === 0)
      said.push({ type: "journey.offered", journey: journey.id }, { type: "journey.started", journey: journey.id });
    const step = journey.steps[visit];
    // Of a hundred people 88 come through the first step, then 12 fewer each time.
    if (step === undefined || far >= 100 - visit * 12) continue;
    const of = { journey: journey.id, step: step.id };
    said.push({ ...of, type: "step.started", props: '{"attempt":1}' });
    if (far < 88 - visit * 12)
      said.push({ ...of, type: "step.completed", props: completion(20_000 + Math.floor(random() * 400_000)) });
  }
  return said;
}

function eventsOf(it: Visit, size: CrowdSize, random: () => number, weekOf: (at: number) => number): StoredEvent[] {
  const share = Math.floor(((it.visit + 1) * size.eventsEach) / visitsEach);
  const wanted = share - Math.floor((it.visit * size.eventsEach) / visitsEach);
  const said: Said[] = [{ type: "session.started" }, ...stepsOn(it, random)];
  while (said.length < wanted) said.push(others[(said.length + it.number) % others.length] ?? { type: "host.x" });
  const session = idAt(it.at, it.number);
  return said.map((each, seq): StoredEvent => {
    const at = it.at + seq * 21_000;
    const id = idAt(at, Math.floor(random() * 2 ** 32));
    return {
      project: it.project.id,
      id,
      type: each.type,
      ts: new Date(at).toISOString(),
      at,
      receivedAt: it.at + said.length * 21_000 + 800,
      skewMs: 120,
      week: weekOf(at),
      journey: each.journey ?? null,
      version: each.journey === undefined ? null : 2,
      step: each.step ?? null,
      subject: each.subject ?? "",
      session,
      seq,
      person: it.code,
      role: leafIds[it.number % leaves] ?? null,
      verified: it.number % 20 === 0 ? 0 : 1,
      simulated: 0,
      locale: "en-GB",
      sdk: "sdk/0.1.0",
      props: each.props ?? "{}",
      hash: shortHash(id),
      derivedFrom: null,
      sourceId: null,
    };
  });
}

/** Who comes in which week, spread over it; everybody comes six times. */
function* visitsOf(projects: readonly CrowdProject[], size: CrowdSize, random: () => number): Generator<Visit> {
  const perProject = Math.floor(size.people / projects.length);
  const codes = projects.map(({ pseudonym }) =>
    Array.from({ length: perProject }, (_, number) => pseudonymOf(pseudonym, personName(number))),
  );
  const firstWeeks = Array.from({ length: perProject }, () => random() * (size.weeks / visitsEach));
  for (let week = 0; week < size.weeks; week += 1) {
    const due: [person: number, visit: number][] = [];
    for (let number = 0; number < perProject; number += 1)
      for (let visit = 0; visit < visitsEach; visit += 1)
        if (Math.floor((firstWeeks[number] ?? 0) + (visit * size.weeks) / visitsEach) === week)
          due.push([number, visit]);
    // Nobody comes in the order of their numbers.
    due.sort(([a], [b]) => ((a * 40_503) % 65_537) - ((b * 40_503) % 65_537));
    const gap = (weekMs * 0.9) / (due.length * projects.length + 1);
    let slot = 0;
    for (const [number, visit] of due)
      for (const [i, project] of projects.entries()) {
        const at = Math.floor(size.from + week * weekMs + slot++ * gap);
        yield { project, number, code: codes[i]?.[number] ?? "", visit, at };
      }
  }
}

/** Deliveries that may be under way at once. */
const underWay = 200;

/**
 * Lets a crowd live through its weeks, and gives how many events there were. Everything goes the way a delivery goes from
 * where it was judged: `append`.
 *
 * @param now - What they sent last and was refused arrived before this moment, Unix ms.
 */
export async function fillStore(
  store: EventStore,
  projects: readonly CrowdProject[],
  size: CrowdSize,
  onProgress: (events: number) => void = () => undefined,
): Promise<number> {
  const random = randomOf(20_260_907);
  const { weekOf } = createCalendar("UTC");
  const waiting = new Set<Promise<unknown>>();
  const send = async (work: Promise<unknown>): Promise<void> => {
    const settled = work.finally(() => waiting.delete(settled));
    waiting.add(settled);
    if (waiting.size >= underWay) await Promise.race(waiting);
  };
  let count = 0;
  let deliveries = 0;
  for (const visit of visitsOf(projects, size, random)) {
    const events = eventsOf(visit, size, random, weekOf);
    const project = visit.project.id;
    const write = { project, events, rejects: refusedOf(visit, deliveries), dropped: droppedOf(visit) };
    await send(store.append(write));
    if (visit.visit === visitsEach - 1) await send(store.mergeProgress(project, visit.code, () => progressOf(visit)));
    count += events.length;
    deliveries += 1;
    if (deliveries % 10_000 === 0) onProgress(count);
  }
  await Promise.all(waiting);
  await store.settle();
  return count;
}

/** One delivery of forty has something in it that is refused. */
function refusedOf({ project, code, at }: Visit, delivery: number): Parameters<EventStore["append"]>[0]["rejects"] {
  if (delivery % 40 !== 0) return [];
  const body = JSON.stringify({ type: "step.begun", ts: new Date(at).toISOString(), props: { note: "x".repeat(200) } });
  const why = { code: "event_invalid", path: "$.type", message: "This is no type of event: write one of the list." };
  return [{ project: project.id, hash: shortHash(`${code}/${at}`), at, ...why, body, person: code, sender: "{}" }];
}

/** One device of fifty has given something up. */
function droppedOf({ number, visit, at }: Visit): { counter: string; reasons: Record<string, number> } | undefined {
  return number % 50 === 0 && visit === 0 ? { counter: idAt(at, number), reasons: { full: 3 } } : undefined;
}

function progressOf({ project, number, at }: Visit): Progress {
  const journey = project.journeys[number % project.journeys.length];
  const step = { attempt: 1, began: at, completed: at + 60_000, how: "condition" as const };
  const steps = Object.fromEntries((journey?.steps ?? []).map(({ id }) => [id, step]));
  return { format: "waymark.progress/1", journeys: { [journey?.id ?? ""]: { "": { offered: at, began: at, steps } } } };
}
