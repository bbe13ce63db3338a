import {
  adoption,
  clarity,
  difference,
  effortOfPerson,
  shareOfPeople,
  strikeRate,
  timeToValue,
  trust,
  usefulness,
} from "@waymark/engine/metrics";
import type { Figure, PromptFigures, UptakeFigures } from "@waymark/schema";
import fc from "fast-check";
import { expect, test } from "vitest";
import { gatherRows } from "../src/events/gather-rows.ts";
import type { StoredEvent } from "../src/events/stored-event.ts";
import { clusteredFigure, figureOf, hundredths, shareFigure } from "../src/figures/figure.ts";
import type { GroupFigures, JourneyFigures, VersionFigures } from "../src/figures/frozen-figures.ts";
import { computeSnapshots, type FreezeJob } from "../src/freezing/compute-snapshots.ts";
import { freezeRowsOf } from "../src/freezing/freeze-rows.ts";
import { winADeal } from "./support/bench.ts";
import { idOf } from "./support/events.ts";

const week0 = 2957;
const dayMs = 86_400_000;
const monday = (week0 * 7 - 3) * dayMs;
const minute = 60_000;
const headcount = 30;
const journey = {
  ...winADeal,
  version: 1,
  steps: winADeal.steps.slice(0, 2).map((step) => ({ ...step, minutes: 3 })),
  value: { event: "deal.won" },
  core: [
    { event: "call.logged", every: "P1W" },
    { event: "plan.made", every: "P2W" },
    { event: "ticket.replied", every: "P1D" },
  ],
};

interface Fact {
  person: number;
  day: number;
  type: string;
  score: number;
  pick: number;
}

/** What pages tell, by type: a week of work has many sessions and steps and few answers. */
const types = [
  ...["session.started", "session.started", "session.started", "step.started", "step.completed", "step.completed"],
  ...["journey.offered", "journey.valued", "journey.used", "journey.used", "journey.used", "brief.shown"],
  ...["brief.answered", "brief.answered", "survey.answered", "survey.answered", "prompt.shown", "prompt.closed"],
  ...["plan.cover", "focus.fields"],
];
const ofNoJourney = new Set(["session.started", "survey.answered", "prompt.shown", "prompt.closed"]);

function propsOf({ type, score, pick }: Fact, index: number): Record<string, unknown> {
  if (type === "step.started") return { attempt: index };
  if (type === "step.completed")
    return { attempt: index, how: "condition", helped: score < 3, failed: pick, activeMs: score * 2 * minute };
  if (type === "journey.used") return { event: journey.core[pick % 3]?.event };
  if (type === "brief.answered") return { answer: ["clear", "partly", "not_clear"][pick % 3] };
  if (type === "survey.answered") return { question: ["useful", "trust", "easy"][pick % 3], score };
  if (type === "prompt.shown") return { surface: "ask" };
  if (type === "prompt.closed") return { surface: "ask", afterMs: score * 500 };
  if (type === "plan.cover") return { open: 4, planned: pick };
  if (type !== "focus.fields") return {};
  return { visible: 2, edited: 1, names: ["Notes", "Fax"], editedNames: score < 4 ? ["Notes"] : [], seconds: {} };
}

function storedOf(fact: Fact, index: number): StoredEvent {
  const at = monday + fact.day * dayMs + index;
  const bare = ofNoJourney.has(fact.type);
  const step = fact.type.startsWith("step.") || fact.type === "focus.fields" ? "log-call" : null;
  return {
    ...{ project: "p", id: idOf(`${index}`, at), type: fact.type, ts: new Date(at).toISOString(), at, receivedAt: at },
    ...{ skewMs: 0, week: week0 + Math.floor(fact.day / 7), journey: bare ? null : "win-a-deal" },
    ...{ version: bare ? null : 1, step, subject: "", session: "s", seq: index },
    ...{ person: `p${fact.person}`, role: "sales-rep", locale: "en", sdk: "sdk/1" },
    ...{ props: JSON.stringify(propsOf(fact, index + 1)), hash: `${index}`, derivedFrom: null, sourceId: null },
    verified: 1,
    simulated: 0,
  };
}

const jobOf = (block: number): FreezeJob => ({
  ...{ project: "p", timeZone: "UTC", groups: [], journeys: [journey], ledgers: new Map(), values: new Map() },
  roles: [{ id: "sales-rep", title: "Sales rep", headcount }],
  blocks: [{ index: block, fromWeek: week0 + 4 * block, toWeek: week0 + 4 * block + 4, frozenAt: 0 }],
  versions: [{ journey: "win-a-deal", version: 1, steps: journey.steps }],
});

type All = VersionFigures & JourneyFigures & GroupFigures;

function figuresIn(events: readonly StoredEvent[], block: number): All {
  const { figures } = computeSnapshots(jobOf(block), freezeRowsOf(gatherRows(events)));
  return Object.assign({}, ...figures.map(({ content }) => JSON.parse(content) as object)) as All;
}

interface Told {
  event: StoredEvent;
  says: Record<string, unknown>;
}

/** Raw events with what they say, asked again for each figure. */
class Raw {
  readonly from: number;
  readonly to: number;
  readonly #all: Told[];

  constructor(events: readonly StoredEvent[], block: number) {
    this.from = week0 + 4 * block;
    this.to = this.from + 4;
    this.#all = events
      .map((event) => ({ event, says: JSON.parse(event.props) as Record<string, unknown> }))
      .filter(({ event }) => event.week < this.to)
      .sort((a, b) => a.event.at - b.event.at);
  }

  of(person: string, ...wanted: string[]): Told[] {
    return this.#all.filter(({ event }) => event.person === person && wanted.includes(event.type));
  }

  get people(): string[] {
    return [...new Set(this.#all.map(({ event }) => event.person))];
  }

  /** Of each week of the block the first that somebody said of something. */
  said(person: string, type: string, about: (says: Record<string, unknown>) => unknown = () => ""): Told[] {
    const seen = new Set<string>();
    return this.of(person, type).filter(({ event, says }) => {
      const key = `${event.week} ${String(about(says))}`;
      if (event.week < this.from || seen.has(key)) return false;
      seen.add(key);
      return true;
    });
  }
}

const present = <T>(all: readonly (T | null | undefined)[]): T[] => all.flatMap((each) => each ?? []);

function slowBrief(raw: Raw): VersionFigures["brief"] {
  const answers = present(raw.people.map((person) => raw.said(person, "brief.answered").at(-1)?.says.answer));
  const seen = raw.people.filter((person) =>
    raw.of(person, "brief.shown", "brief.answered").some(({ event }) => event.week >= raw.from),
  ).length;
  if (seen < 5 || answers.length < 10) return null;
  const [clear, partly, notClear] = ["clear", "partly", "not_clear"].map(
    (answer) => answers.filter((each) => each === answer).length,
  ) as [number, number, number];
  const m1 = clarity({ headcount, seen, clear, partly, notClear });
  const none: Figure = { value: null, interval: null, n: null, why: "too_few" };
  const hidden = m1.clear.reason === "few_answers" ? { ...none, why: "few_answers" as const } : none;
  const shows = m1.clear.value !== null && clear >= 5 && answers.length - clear >= 5;
  const each = shows && Math.min(clear, partly, notClear) >= 5;
  return {
    reach: shareFigure(seen, headcount),
    answered: shareFigure(answers.length, seen),
    clear: shows ? figureOf(m1.clear, hundredths) : hidden,
    partly: each ? shareFigure(partly, answers.length) : hidden,
    notClear: each ? figureOf(m1.notClear, hundredths) : hidden,
  };
}

function slowAnswers(raw: Raw, question: string): number[] {
  const own = (person: string) => raw.said(person, "survey.answered", ({ question: asked }) => asked);
  return present(
    raw.people.map((person) => own(person).findLast(({ says }) => says.question === question)?.says.score as number),
  );
}

/** From the first week with a journey on: who was there in the second, and who in the third to sixth. */
function slowArms(raw: Raw): { reached: [number, number]; notReached: [number, number] } {
  const arms = { reached: [0, 0] as [number, number], notReached: [0, 0] as [number, number] };
  for (const person of raw.people) {
    const [first] = raw.of(person, "journey.offered", "step.started");
    if (first === undefined || first.event.week + 6 > raw.to || first.event.week + 6 <= raw.to - 12) continue;
    const there = raw.of(person, "session.started", "step.started", "step.completed");
    const week = (index: number) => there.some(({ event }) => event.week === (first.event.week ?? 0) + index);
    if (!week(1)) continue;
    const valued = raw.of(person, "journey.valued")[0];
    const arm = valued !== undefined && valued.event.week <= first.event.week + 1 ? arms.reached : arms.notReached;
    arm[1] += 1;
    if ([2, 3, 4, 5].some(week)) arm[0] += 1;
  }
  return arms;
}

/** Who had to do with the journey in the block, each with their core actions counted anew. */
function slowUptake(raw: Raw): UptakeFigures | null {
  const people = raw.people.flatMap((person) => {
    const offered = raw.of(person, "journey.offered")[0]?.event.week;
    const deeds = raw.of(person, "journey.used", "step.started", "step.completed", "journey.offered");
    const isFirstOffer = ({ event }: Told) => event.type !== "journey.offered" || event.week === offered;
    const here = deeds.filter((each) => each.event.week >= raw.from && isFirstOffer(each));
    if (here.length === 0) return [];
    const since = Math.max(raw.from, offered ?? raw.from);
    const days = new Set(
      raw
        .of(person, "journey.used")
        .filter(({ event }) => event.week >= raw.from)
        .map(({ event, says }) => `${String(says.event)} ${event.week} ${new Date(event.at).getUTCDay()}`),
    );
    const on = (event: string, week: number) => [...days].filter((day) => day.startsWith(`${event} ${week} `)).length;
    const weeks = Array.from({ length: raw.to - since }, (_, index) => since + index);
    const calls = weeks.filter((week) => on("call.logged", week) > 0).length;
    const replies = weeks.reduce((sum, week) => sum + Math.min(5, on("ticket.replied", week)), 0);
    const fortnights = Math.max(1, Math.floor(weeks.length / 2));
    const planned = Array.from({ length: fortnights }, (_, index) =>
      weeks.slice(2 * index, index === fortnights - 1 ? weeks.length : 2 * index + 2),
    ).filter((own) => own.some((week) => on("plan.made", week) > 0)).length;
    const kept = [
      [calls, weeks.length],
      [planned, fortnights],
      [replies, 5 * weeks.length],
    ] as [number, number][];
    const done = raw.of(person, "step.completed").filter(({ event }) => event.week >= raw.from);
    const helped = new Set(done.filter(({ says }) => says.helped === true).map(({ event }) => event.week));
    const toil = done.map(({ says }) => ({
      ...{ activeMs: Number(says.activeMs), failed: Number(says.failed), backtracks: 0 },
    }));
    return [
      {
        depth: kept.filter(([hits, of]) => hits >= 0.75 * of).length / 3,
        regularity: kept.reduce((sum, [hits]) => sum + hits, 0) / kept.reduce((sum, [, of]) => sum + of, 0),
        actions: days.size > 0 ? 1 : 0,
        alone:
          days.size === 0 ? 0 : [...days].filter((day) => !helped.has(Number(day.split(" ")[1]))).length / days.size,
        effort: effortOfPerson(toil, 3 * minute),
      },
    ];
  });
  if (people.length < 5) return null;
  const mean = (values: number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;
  const found = adoption(people, headcount);
  const value = (share: number | null) => (share === null ? null : Math.round(share * 100) / 100);
  const toil = present(people.map(({ effort }) => effort));
  // The values alone: their intervals are the metric's own.
  return {
    reach: { value: value(Math.min(1, people.length / headcount)) },
    depth: { value: value(mean(people.map(({ depth }) => depth))) },
    regularity: { value: value(mean(people.map(({ regularity }) => regularity))) },
    alone: { value: value(found.parts.independence) },
    ease: { value: toil.length < 10 ? null : value(found.parts.ease) },
    score: { value: found.value === null ? null : Math.round(found.value) },
  } as unknown as UptakeFigures;
}

function slowPrompts(raw: Raw): PromptFigures["struck"] | null {
  const tallies = raw.people
    .map((person) => {
      const shown = raw.said(person, "prompt.shown");
      const closed = raw.said(person, "prompt.closed").filter(({ says }) => Number(says.afterMs) <= 2000);
      const hits = shown.filter(({ event }) => closed.some((each) => each.event.week === event.week)).length;
      return { hits, of: shown.length };
    })
    .filter(({ of }) => of > 0);
  return tallies.length < 10 ? null : clusteredFigure(tallies, strikeRate);
}

function slowFirstValue(raw: Raw): Figure {
  const end = monday + (raw.to - week0) * 7 * dayMs;
  const ways = raw.people.flatMap((person) => {
    const first = raw.of(person, "journey.offered", "step.started")[0]?.event.at;
    const value = raw.of(person, "journey.valued")[0]?.event.at ?? null;
    return first === undefined
      ? []
      : [{ eligible: first, value: value === null ? null : Math.max(value, first), left: null }];
  });
  const { medianDays } = timeToValue(ways, end);
  return figureOf({ ...medianDays, people: ways.length }, { of: 1 });
}

const facts: fc.Arbitrary<Fact> = fc.record({
  person: fc.integer({ min: 0, max: 21 }),
  day: fc.integer({ min: 0, max: 55 }),
  type: fc.constantFrom(...types),
  score: fc.integer({ min: 1, max: 7 }),
  pick: fc.integer({ min: 0, max: 3 }),
});

type Agrees = (name: string, found: unknown, slow: unknown, isThere: boolean) => void;

const isThere = (figure: Figure | undefined): boolean => figure?.value != null;

function checkSaid(found: All, raw: Raw, agrees: Agrees): void {
  agrees("M1", found.brief ?? null, slowBrief(raw), isThere(found.brief?.clear));
  const [useful, dare] = [slowAnswers(raw, "useful"), slowAnswers(raw, "trust")];
  const m2 = usefulness(useful.map((each) => ({ useful: each, easy: null }))).useful;
  if (isThere(found.use.useful)) agrees("M2", found.use.useful, figureOf(m2, { of: 1, most: 100 }), true);
  const mean = found.trust?.mean;
  if (isThere(mean)) agrees("M20", mean, figureOf(trust(dare).mean, { of: 0.1, most: 7 }), true);
}

function checkDone(found: All, raw: Raw, agrees: Agrees): void {
  const { medianDays } = found.value.figures;
  if (isThere(medianDays)) agrees("M6", medianDays, slowFirstValue(raw), true);
  const uptake = slowUptake(raw);
  for (const part of ["reach", "depth", "regularity", "alone", "ease", "score"] as const) {
    const value = found.uptake?.[part].value ?? null;
    if (value !== null) agrees(`M8 ${part}`, value, uptake?.[part].value ?? null, true);
  }
}

function checkTold(found: All, raw: Raw, agrees: Agrees): void {
  agrees("M18", found.prompts[0]?.struck ?? null, slowPrompts(raw), isThere(found.prompts[0]?.struck));
  const covers = present(raw.people.map((person) => raw.said(person, "plan.cover").at(-1)?.says));
  const planned = covers.map((each) => ({ hits: Number(each.planned), of: 4 }));
  if (isThere(found.waits?.cover)) agrees("M16", found.waits?.cover, clusteredFigure(planned), true);
  const saves = raw.people.map((person) => raw.said(person, "focus.fields").map(({ says }) => says.editedNames));
  const edits = saves.map((own) => ({ hits: own.filter((names) => String(names) === "Notes").length, of: own.length }));
  const notes = found.fields?.find(({ name }) => name === "Notes")?.edited;
  if (notes !== undefined) agrees("M17", notes, clusteredFigure(edits), isThere(notes));
}

/** Counts on how often each was a number: agreeing on nothing would be no agreement. */
function counting(): { agrees: Agrees; shown: Map<string, number> } {
  const shown = new Map<string, number>();
  const agrees: Agrees = (name, found, slow, there) => {
    expect([name, found]).toEqual([name, slow]);
    if (there) shown.set(name, (shown.get(name) ?? 0) + 1);
  };
  return { agrees, shown };
}

test("C464 pages of figures agree with a slow recomputation from raw events, whatever came twice and in whatever order", () => {
  const { agrees, shown } = counting();
  fc.assert(
    fc.property(fc.array(facts, { minLength: 700, maxLength: 1400, size: "max" }), (all) => {
      const events = all.toSorted((a, b) => a.day - b.day).map(storedOf);
      const twice = [...events, ...events.filter((_, index) => index % 3 === 0)].reverse();
      for (const block of [0, 1]) {
        const raw = new Raw(events, block);
        const found = figuresIn(
          twice.filter(({ week }) => week < raw.to),
          block,
        );
        for (const check of [checkSaid, checkDone, checkTold]) check(found, raw, agrees);
      }
    }),
    { numRuns: 12, seed: 4 },
  );
  const parts = ["depth", "regularity", "alone", "ease"].map((part) => `M8 ${part}`);
  for (const name of ["M1", "M2", "M6", ...parts, "M16", "M17", "M18", "M20"])
    expect([name, (shown.get(name) ?? 0) > 0]).toEqual([name, true]);
});

test("C464 who stayed agrees with a slow recomputation from raw events", () => {
  const { agrees, shown } = counting();
  // Forty people who are there now and then, of whom some have reached the value.
  const week = fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 6 }));
  const people = fc.array(fc.tuple(fc.array(week, { minLength: 8, maxLength: 8 }), fc.boolean()), {
    ...{ minLength: 60, maxLength: 60 },
  });
  fc.assert(
    fc.property(people, (all) => {
      const told = all.flatMap(([weeks, reaches], person): Fact[] => [
        { person, day: 0, type: "journey.offered", score: 1, pick: 0 },
        ...(reaches ? [{ person, day: 9, type: "journey.valued", score: 1, pick: 0 }] : []),
        ...weeks.flatMap(([is, often, day], index): Fact[] =>
          (index < 2 ? is : often === 0)
            ? [{ person, day: 7 * index + day, type: "session.started", score: 1, pick: 0 }]
            : [],
        ),
      ]);
      const events = told.map(storedOf);
      const raw = new Raw(events, 1);
      const { reached, notReached } = slowArms(raw);
      const { difference: found, reached: stayed } = figuresIn(events.toReversed(), 1).staying?.figures ?? {};
      const isRipe = Math.min(...[reached, notReached].flatMap(([hits, of]) => [hits, of - hits])) >= 5;
      const m7 = difference({ hits: reached[0], of: reached[1] }, { hits: notReached[0], of: notReached[1] });
      agrees("M7", isThere(found), isRipe, isRipe);
      if (isRipe)
        expect([found, stayed]).toEqual([m7, shareOfPeople(...reached)].map((each) => figureOf(each, hundredths)));
    }),
    { numRuns: 25, seed: 4 },
  );
  expect(shown.get("M7")).toBeGreaterThan(3);
});
