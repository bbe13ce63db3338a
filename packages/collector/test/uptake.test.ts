import { adoptionOf } from "@waymark/engine/metrics";
import type {
  BriefFigures,
  HandoffList,
  StayingFigures,
  TrustFigures,
  UptakeFigures,
  ValueFigures,
  WaitFigures,
} from "@waymark/schema";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Saying } from "../src/blocks/gap-cells.ts";
import { type KeptStaying, stayingFigures } from "../src/figures/staying.ts";
import { effortOf, evidenceFor } from "../src/voices/evidence.ts";
import type { Bench } from "./support/bench.ts";
import {
  brief,
  foundIn,
  freeze,
  journey,
  minuteMs,
  ready,
  report,
  reps,
  step,
  type Told,
  tell,
} from "./support/told.ts";

const nextFreeze = "2026-11-05T00:00:00Z";
const thirdFreeze = "2026-12-03T00:00:00Z";
const pays = { value: { event: "deal.won" } };
const offered: Told[] = [{ type: "journey.offered", of: journey }];
const won: Told[] = [{ type: "host.deal.won" }];
const there: Told[] = [{ type: "session.started" }];

const text = async (bench: Bench, page: string): Promise<string> =>
  (await bench.call("GET", `/v1/insights/${page}`, { key: bench.keys.ownerKey })).text();

/** Twenty-four people, so many of whom reach the value in their second week, of either kind so many of whom stay. */
async function stayers(bench: Bench, reached: number, stay: number, stayOthers: number): Promise<void> {
  await tell(bench, 24, "2026-09-08", () => offered);
  await tell(bench, 24, "2026-09-15", (i) => (i < reached ? [...there, ...won] : there));
  const stays = (i: number): boolean => (i < reached ? i < stay : i < reached + stayOthers);
  await tell(bench, 24, "2026-09-23", (i) =>
    stays(i) ? there : [{ type: "prompt.shown", props: { surface: "ask" } }],
  );
}

test("C455 who was active in the second week stays or not, by whether the value had come; people count once their six weeks are over", async () => {
  const bench = await ready(reps, pays);
  await stayers(bench, 12, 7, 5);
  await freeze(bench);
  expect(await foundIn<StayingFigures>(bench, "staying")).toMatchObject({
    ...{ event: "deal.won", says: null, reached: { why: "too_few" }, difference: { value: null, why: "too_few" } },
  });
  await freeze(bench, nextFreeze);
  // 7 of 12 beside 5 of 12.
  expect(await foundIn<StayingFigures>(bench, "staying")).toMatchObject({
    ...{ says: "not_shown", reached: { value: 0.58, n: 10 }, notReached: { value: 0.42, n: 10 } },
    difference: { value: 0.17, n: 20 },
  });
  const then = await report<StayingFigures>(bench, "staying", "?until=2026-10-05");
  expect(then.rows[0]?.found?.says).toBeNull();
});

test("C456 with fewer than five on any side nothing is released, and zero to four are the same bytes", async () => {
  const shown = async (reached: number, stay: number, others: number): Promise<string> => {
    const bench = await ready(reps, pays);
    await stayers(bench, reached, stay, others);
    await freeze(bench, nextFreeze);
    return text(bench, "staying");
  };
  const few = await shown(12, 8, 6);
  // At most four of twelve left: nearly all stayed, however many it were.
  expect(JSON.parse(few).rows[0].found).toMatchObject({ says: null, reached: { value: null, why: "nearly_all" } });
  expect(await shown(12, 12, 6)).toBe(few);
});

interface Person {
  week: number;
  reaches: boolean;
  stays: boolean;
}

/** One block after the other, each with who was told of by then. */
function blocksOf(people: readonly Person[], blocks: number): KeptStaying[] {
  const of = (person: number, kind: string, week: number): Saying => ({
    ...{ person: `p${person}`, version: 1, step: "", kind, at: week, week, score: null, barrier: null, simulated: 0 },
  });
  const kept: KeptStaying[] = [];
  for (let block = 1; block <= blocks; block += 1) {
    const toWeek = 4 * block;
    const known = people.map((each, person) => ({ ...each, person })).filter(({ week }) => week < toWeek);
    const active = new Map(
      known.map(({ person, week, stays }) => [`p${person}`, new Set([week + 1, ...(stays ? [week + 3] : [])])]),
    );
    const reach = known.map(({ person, week }) => ({
      ...{ person: `p${person}`, offered: week, offeredWeek: week, started: null, startedWeek: null },
    }));
    const sayings = known.flatMap(({ person, week, reaches }) => (reaches ? [of(person, "valued", week + 1)] : []));
    const members = new Set(reach.map(({ person }) => person));
    const input = { event: "deal.won", steps: [], attempts: [], reach, sayings, active, members, toWeek };
    kept.push(stayingFigures(input, kept.at(-1) ?? null));
  }
  return kept;
}

test("C456 any two blocks of who stayed differ by nobody, or by five or more on either side of either share", () => {
  const person = fc.record({ week: fc.nat(19), reaches: fc.boolean(), stays: fc.boolean() });
  let released = 0;
  fc.assert(
    fc.property(fc.array(person, { minLength: 20, maxLength: 160, size: "max" }), (people) => {
      const blocks = blocksOf(people, 7);
      const sides = ({ reached, notReached }: KeptStaying): number[] =>
        [reached, notReached].flatMap(({ hits, of }) => [hits, of - hits]);
      for (const [a, one] of blocks.entries())
        for (const other of blocks.slice(a + 1)) {
          const more = sides(other).map((each, index) => each - (sides(one)[index] ?? 0));
          const isSame = more.every((each) => each === 0);
          expect(isSame || Math.min(...more) >= 5).toBe(true);
          if (isSame && one.reached.of > 0) expect(other.figures).toEqual(one.figures);
          if (!isSame) released += 1;
        }
    }),
    { numRuns: 60, seed: 3 },
  );
  expect(released).toBeGreaterThan(20);
});

const core = { core: [{ event: "call.logged", every: "P1W" }] };
const called: Told[] = [{ type: "host.call.logged", at: 30 }];
const done = (helped: boolean): Told[] => [
  { type: "step.started", of: { ...journey, step }, props: { attempt: 1 } },
  {
    ...{ type: "step.completed", at: 5, of: { ...journey, step } },
    props: { attempt: 1, how: "condition", activeMs: 3 * minuteMs, ...(helped ? { helped } : {}) },
  },
];

/** So many people to whom it came; the first ten log a call every week, the others in the first alone; six take help. */
async function callers(bench: Bench, people: number): Promise<void> {
  await tell(bench, people, "2026-09-08", (i) => [...offered, ...done(i < 6), ...called]);
  for (const day of ["2026-09-15", "2026-09-22", "2026-09-29"]) await tell(bench, 10, day, () => called);
}

test("C457 how far it was taken up: a score from five parts, by hand", async () => {
  const bench = await ready(reps, core);
  await callers(bench, 20);
  await freeze(bench);
  // 20 of 30; 10 of 20 as agreed; 50 of 80 weeks; six took help in one week of their four; three minutes of three.
  expect(await foundIn<UptakeFigures>(bench, "uptake")).toMatchObject({
    ...{ core: [{ event: "call.logged", every: "P1W" }], reach: { value: 0.67 }, depth: { value: 0.5 } },
    ...{ regularity: { value: 0.63 }, alone: { value: 0.93 }, ease: { value: 1 } },
    // 100 (2/3)^.25 0.5^.25 0.625^.2 0.925^.15 1^.15
    score: { value: 68, n: 20 },
  });
  // A block is of its own weeks: in the next nobody had to do with it.
  await freeze(bench, nextFreeze);
  expect(await foundIn<UptakeFigures>(bench, "uptake")).toBeNull();
});

test("C458 where a part has no exact number there is no score; nobody and four are the same bytes", async () => {
  const nearly = await ready(reps, core);
  await callers(nearly, 28);
  await freeze(nearly);
  const found = await foundIn<UptakeFigures>(nearly, "uptake");
  // Ends of the parts as they are shown: 0.7 to 1, and so on.
  const { reach, depth, regularity, alone, ease } = found ?? {};
  const low = [reach, depth, regularity, alone, ease].map((each) => each?.interval?.[0] ?? 0);
  expect([reach?.why, depth?.why, found?.score]).toMatchObject([
    ...["nearly_all", null, { value: null, n: null, why: "part_missing" }],
  ]);
  expect(found?.score.interval?.[0]).toBe(Math.floor(adoptionOf(low) ?? 0));
  const unsaid = await ready([{ id: "sales-rep", title: "Sales rep" }], core);
  await callers(unsaid, 20);
  await freeze(unsaid);
  expect((await foundIn<UptakeFigures>(unsaid, "uptake"))?.score.why).toBe("no_headcount");
  const bytes = async (count: number): Promise<string> => {
    const bench = await ready(reps, core);
    await tell(bench, 12, "2026-09-08", (i) => [...there, ...(i < count ? called : [])]);
    await freeze(bench);
    return text(bench, "uptake");
  };
  expect(await bytes(0)).toBe(await bytes(4));
});

const answer = (question: string, score: number): Told[] => [{ type: "survey.answered", props: { question, score } }];

test("C459 whether people dare to say it: the mean, and the share of 1 to 3 where each side is five; who all say the same are not shown", async () => {
  const trusts = async (scores: (i: number) => number): Promise<Bench> => {
    const bench = await ready();
    await tell(bench, 20, "2026-09-08", (i) => [...answer("trust", scores(i)), ...answer("useful", scores(i))]);
    await freeze(bench);
    return bench;
  };
  const found = await foundIn<TrustFigures>(await trusts((i) => (i < 6 ? 2 : i < 12 ? 5 : 7)), "trust");
  // (6 * 2 + 6 * 5 + 8 * 7) / 20
  expect(found).toMatchObject({ mean: { value: 4.9, n: 20 }, distrust: { value: 0.3, n: 20 } });
  const happy = await trusts((i) => (i < 5 ? 5 : 7));
  expect(await foundIn<TrustFigures>(happy, "trust")).toMatchObject({
    mean: { value: 6.5 },
    distrust: { why: "too_few" },
  });
  const all = await trusts(() => 7);
  const nearly = await trusts((i) => (i < 4 ? 1 : 7));
  for (const page of ["trust", "prompts"]) expect(await text(all, page)).toBe(await text(nearly, page));
});

test("C460 what too few answered is carried on, up to three blocks, and says of which weeks it is; what was shown is done with", async () => {
  const bench = await ready();
  const six = (day: string, prefix: string): Promise<void> =>
    tell(bench, 6, day, (i) => [...brief(i < 3 ? "clear" : "partly"), ...answer("trust", i < 3 ? 2 : 6)], prefix);
  await six("2026-09-08", "a");
  await freeze(bench);
  expect(await foundIn<BriefFigures>(bench, "briefs")).toBeNull();
  await six("2026-10-13", "b");
  await freeze(bench, nextFreeze);
  for (const page of ["briefs", "trust"]) {
    const [row] = (await report<BriefFigures>(bench, page)).rows;
    expect([page, row?.block]).toMatchObject([page, { from: "2026-09-07", to: "2026-11-02" }]);
  }
  expect((await foundIn<BriefFigures>(bench, "briefs"))?.clear).toMatchObject({ value: 0.5, n: 10 });
  expect((await foundIn<TrustFigures>(bench, "trust"))?.distrust).toMatchObject({ value: 0.5, n: 10 });
  // Six more do not come on top of the twelve that were shown.
  await six("2026-11-10", "c");
  await freeze(bench, thirdFreeze);
  const [row] = (await report<BriefFigures>(bench, "briefs")).rows;
  expect([row?.block?.to, row?.found?.clear.n]).toEqual(["2026-11-02", 10]);
});

test("C460 what has been carried for three blocks is shown as far as it may be", async () => {
  const bench = await ready();
  await tell(bench, 8, "2026-09-08", (i) => brief(i < 2 ? "clear" : null));
  for (const at of ["2026-10-08T00:00:00Z", nextFreeze]) {
    await freeze(bench, at);
    expect(await foundIn<BriefFigures>(bench, "briefs")).toBeNull();
  }
  await freeze(bench, thirdFreeze);
  // Eight of thirty saw it.
  expect(await foundIn<BriefFigures>(bench, "briefs")).toMatchObject({
    reach: { value: 0.27 },
    clear: { value: null },
  });
});

test("C461 effort surely above the limit backs a report; the newest version's last block says so, by the fewest of a band", () => {
  const effort = (low: number, people: number) => ({
    ...{ value: low + 5, interval: [low, low + 10] as [number, number], people, reason: null },
  });
  const history = (version: number, low: number, people: number) => ({
    ...{ journey: "win", version, role: "sales-rep", steps: ["a"], missing: "too_few" as const },
    blocks: [{ end: 0, barrier: {} as never, cells: [{ step: "a", effort: effort(low, people) } as never] }],
  });
  const says = (...histories: ReturnType<typeof history>[]) =>
    evidenceFor([], "win", "a", ["sales-rep"], effortOf(histories, "win", "a", ["sales-rep"]));
  expect(says(history(1, 41, 24))).toMatchObject({ says: "backed", because: ["effort"], ability: null });
  expect(says(history(1, 40, 24)).says).toBe("reported");
  // Eleven are too few.
  expect(says(history(1, 60, 11)).says).toBe("reported");
  expect(says(history(1, 60, 24), history(2, 10, 24)).says).toBe("reported");
});

test("C462 hand-overs that were made up show how long they waited, beside nobody real, and no real person is offered one", async () => {
  const bench = await ready([
    { id: "sales-rep", title: "Sales rep" },
    { id: "support-agent", title: "Support agent" },
  ]);
  bench.clock.set("2026-09-30T08:00:00Z");
  const token = await bench.token("s-1", ["support-agent"]);
  const seed = { journey: "win-a-deal", step, from: "sales-rep", to: "support-agent", daysAgo: 20 };
  const hours = Array.from({ length: 16 }, (_, i) => (i === 15 ? null : i + 1));
  await bench.collector.admin.seedHandoffs("crm", [{ ...seed, hours }]);
  await expect(bench.collector.admin.seedHandoffs("crm", [{ ...seed, to: "nobody", hours }])).rejects.toThrow(
    RangeError,
  );
  const headers = { authorization: `Bearer ${token}` };
  const list = await bench.call("GET", `/v1/handoffs?key=${bench.keys.writeKey}`, { headers });
  expect(((await list.json()) as HandoffList).handoffs).toEqual([]);
  // Simulated people make their group, and the figures are marked.
  const crowd = Array.from({ length: 12 }, (_, i) => `sim-${i}`);
  for (const person of crowd) {
    const pass = await bench.token(person, ["sales-rep"]);
    const at = "2026-09-08T08:00:00Z";
    const it = {
      id: `00000000-0000-7000-8000-0000000000${person.slice(4).padStart(2, "0")}`,
      ts: at,
      session: "s",
      seq: 0,
    };
    const events = [{ ...it, type: "session.started", props: {} }];
    const body = {
      sentAt: "2026-09-30T08:00:00Z",
      person,
      roles: ["sales-rep"],
      locale: "en",
      sdk: "simulate/0.1.0",
      token: pass,
      events,
    };
    expect((await bench.send(body)).status).toBe(202);
  }
  await freeze(bench);
  const { rows, simulated } = await report<WaitFigures>(bench, "handoffs");
  // Of sixteen the eighth is answered after eight hours.
  const own = rows.find(({ role }) => role.id === "sales-rep")?.found?.handoffs;
  expect([simulated, own?.[0]?.median.value]).toEqual([true, 29_000_000]);
});

test("C463 where a journey names its value, M6 counts until it first came, also where nobody is held out; core actions are told of any journey", async () => {
  const bench = await ready(reps, { ...pays, ...core });
  await tell(bench, 20, "2026-09-08", () => offered);
  // Twelve of twenty after 1 to 12 days, each once more later: the tenth arrives on day 10.
  const daysOf = (i: number) => [1 + i, 15];
  await tell(bench, 12, "2026-09-08", (i) => daysOf(i).map((day) => ({ type: "host.deal.won", at: day * 1440 })));
  await freeze(bench);
  expect(await foundIn<ValueFigures>(bench, "value")).toMatchObject({
    medianDays: { value: 10, n: 20 },
    byDay7: { value: 0.35 },
  });
  const before = (await (await bench.call("GET", "/v1/events", { key: bench.keys.ownerKey })).text()).split(
    "\n",
  ).length;
  await tell(bench, 1, "2026-10-08", () => called);
  const after = (await (await bench.call("GET", "/v1/events", { key: bench.keys.ownerKey })).text()).split("\n");
  const last = after
    .filter((line) => line.includes('"journey.used"'))
    .map((line) => JSON.parse(line) as { props: object });
  expect([after.length - before, last.map(({ props }) => props)]).toEqual([2, [{ event: "call.logged" }]]);
});

test("C465 each of these pages is a table of the exports", async () => {
  const bench = await ready(reps, { ...core, ...pays });
  await callers(bench, 20);
  await tell(bench, 20, "2026-09-30", (i) => answer("trust", i < 8 ? 2 : 6));
  await freeze(bench);
  const headers = { cookie: await bench.signIn("csm") };
  const lines = async (table: string): Promise<Record<string, unknown>[]> =>
    (await (await bench.call("GET", `/v1/export/${table}?format=ndjson`, { headers })).text())
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(await lines("uptake")).toMatchObject([{ core: "call.logged P1W", score: 68, depth: 0.5, score_reason: null }]);
  expect(await lines("trust")).toMatchObject([{ role: "sales-rep", distrust: 0.4, mean: 4.4 }]);
  expect(await lines("staying")).toMatchObject([{ event: "deal.won", says: null, reached_reason: "too_few" }]);
});
