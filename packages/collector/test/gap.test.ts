import { type ShownAbility, showAbility } from "@waymark/engine/metrics";
import type { GapReport, GapRow } from "@waymark/schema";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { VersionCells } from "../src/blocks/gap-cells.ts";
import { gatherRows } from "../src/events/gather-rows.ts";
import type { StoredEvent } from "../src/events/stored-event.ts";
import { computeSnapshots, type FreezeJob } from "../src/freezing/compute-snapshots.ts";
import { freezeRowsOf } from "../src/freezing/freeze-rows.ts";
import type { RoleNode } from "../src/index.ts";
import { type Bench, createBench, winADeal } from "./support/bench.ts";
import { batch, event, idOf } from "./support/events.ts";
import { crew, practise } from "./support/practice.ts";

const reps: RoleNode[] = [{ id: "sales-rep", title: "Sales rep" }];
const path = "/v1/insights/gap";
const first = "2026-09-08";
const frozenAt = "2026-10-08T00:00:00Z";
const second = "2026-10-13";
const frozenNext = "2026-11-05T00:00:00Z";

async function freeze(bench: Bench, at: string): Promise<void> {
  bench.clock.set(at);
  await bench.collector.admin.freezeDue();
}

const bytes = async (bench: Bench): Promise<string> =>
  (await bench.call("GET", path, { key: bench.keys.ownerKey })).text();
const report = async (bench: Bench): Promise<GapReport> => JSON.parse(await bytes(bench)) as GapReport;
const rowOf = ({ rows }: GapReport, step: string | null, role = "sales-rep"): GapRow | undefined =>
  rows.find((row) => row.step === step && row.role === role);

async function expectation(bench: Bench, step: string, share: number): Promise<void> {
  const body = { journey: "win-a-deal", step, role: "sales-rep", share, from: "2026-09-01", by: "2026-09-30" };
  const response = await bench.call("POST", "/v1/expectations", { key: bench.keys.ownerKey, body });
  if (response.status !== 201) throw new Error(await response.text());
}

async function ready(tree: RoleNode[] = reps): Promise<Bench> {
  const bench = await createBench({}, tree);
  await bench.publish();
  return bench;
}

test("C300 a row says what was expected, what was measured in the block, how sure that is, and what follows", async () => {
  const bench = await ready();
  await expectation(bench, "log-call", 0.8);
  const before = await report(bench);
  expect([before.reason, rowOf(before, "log-call")?.expected, before.rows.length]).toEqual(["not_yet", 0.8, 4]);
  await practise(bench, crew(20, 8, { day: first, step: "log-call" }));
  await freeze(bench, frozenAt);
  const found = await report(bench);
  expect(found).toMatchObject({ simulated: false, reason: null, blocks: [{ from: "2026-09-07", to: "2026-10-05" }] });
  expect(rowOf(found, "log-call")).toMatchObject({
    ...{ journey: "win-a-deal", version: 1, role: "sales-rep", step: "log-call" },
    ...{
      expected: 0.8,
      believed: null,
      reported: null,
      measured: 0.4,
      interval: [0.23, 0.6],
      n: 20,
      verdict: "behind",
    },
    forecast: { says: "too_early", missing: "weeks" },
  });
  expect(rowOf(found, "log-call")?.reasons).toContainEqual({ of: "verdict", why: "sees_from", points: 37 });
  expect(rowOf(found, "set-date")).toMatchObject({ measured: null, interval: null, n: null, verdict: "unclear" });
  expect(found.worst).toEqual([{ journey: "win-a-deal", version: 1, role: "sales-rep", steps: ["log-call"] }]);
});

test("C301 blocks are disjoint: what closed in one counts in no other, and what is left closes a week later", async () => {
  const bench = await ready();
  await expectation(bench, "log-call", 0.8);
  await practise(bench, crew(20, 8, { day: first, step: "log-call" }));
  bench.clock.set("2026-10-02T00:00:00Z");
  // Begun in the block's last week: given up in the next block, where all others come again by themselves.
  await practise(
    bench,
    Array.from({ length: 20 }, (_, i) => ({
      person: `u-${i}`,
      day: "2026-10-01",
      step: "set-date",
      went: "left" as const,
    })),
  );
  await freeze(bench, frozenAt);
  expect(rowOf(await report(bench), "set-date")?.n).toBe(null);
  await practise(bench, crew(20, 15, { day: second, step: "log-call", attempt: 2 }));
  await freeze(bench, frozenNext);
  const next = await report(bench);
  // 15 of 20 in this block alone. One block does not change a verdict.
  expect(rowOf(next, "log-call")).toMatchObject({ measured: 0.75, n: 20, verdict: "behind" });
  expect(rowOf(next, "set-date")).toMatchObject({ measured: null, n: 20 });
  expect(rowOf(next, "set-date")?.reasons).toContainEqual({ of: "measured", why: "nearly_none" });
});

test("C302 none to four people on a side are the same bytes, for every count", async () => {
  const of = 14;
  const faces = new Map<string, number[]>();
  for (let alone = 0; alone <= of; alone += 1) {
    const events = crowdOf(of, alone);
    const cells = cellsIn(events);
    const key = JSON.stringify(cells?.cells[0]?.ability);
    faces.set(key, [...(faces.get(key) ?? []), alone]);
  }
  expect([...faces.values()]).toEqual([[0, 1, 2, 3, 4], [5], [6], [7], [8], [9], [10, 11, 12, 13, 14]]);
});

test("C303 all who read a part get the same bytes until the next block; a copy that is known is not sent again", async () => {
  const bench = await ready();
  await practise(bench, crew(20, 8, { day: first, step: "log-call" }));
  await freeze(bench, frozenAt);
  const before = await bytes(bench);
  for (const role of ["owner", "csm"] as const) {
    const headers = { cookie: await bench.signIn(role) };
    const response = await bench.call("GET", path, { headers });
    expect(await response.text()).toBe(before);
    const again = await bench.call("GET", path, {
      headers: { ...headers, "if-none-match": response.headers.get("etag") ?? "" },
    });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  }
  // One person more, and one who says something: nobody can tell.
  await practise(bench, [{ person: "new", day: "2026-10-07", step: "log-call", score: 1, barrier: "blocked" }]);
  expect(await bytes(bench)).toBe(before);
  expect((await bench.call("GET", path, { headers: { cookie: await bench.signIn("author") } })).status).toBe(403);
});

test("C304 a manager reads their part of the roles, and of it the plan alone until they gave their estimate", async () => {
  const tree: RoleNode[] = [...reps, { id: "support", title: "Support" }];
  const bench = await createBench({}, tree);
  await bench.publish({ ...winADeal, roles: [] });
  await expectation(bench, "log-call", 0.8);
  await practise(bench, crew(20, 8, { day: first, step: "log-call" }));
  await practise(bench, crew(20, 8, { day: first, step: "log-call" }, "s"), {}, "support");
  await freeze(bench, frozenAt);
  expect(new Set((await report(bench)).rows.map(({ role }) => role))).toEqual(new Set(["sales-rep", "support"]));
  const body = { name: "Okafor", role: "manager", scope: ["sales-rep"] };
  const made = await bench.call("POST", "/v1/members", { key: bench.keys.ownerKey, body });
  const { link } = (await made.json()) as { link: string };
  const form = new URLSearchParams({ token: new URL(link, "http://collector").searchParams.get("token") ?? "" });
  const signed = await bench.collector.fetch(new Request("http://collector/signin", { method: "POST", body: form }));
  const headers = { cookie: (signed.headers.get("set-cookie") ?? "").split(";")[0] ?? "" };
  const ask = async () => (await (await bench.call("GET", path, { headers })).json()) as GapReport;
  const masked = await ask();
  expect(masked.rows.map(({ role, step }) => [role, step])).toEqual([
    ["sales-rep", "log-call"],
    ["sales-rep", "set-date"],
    ["sales-rep", "send-offer"],
    ["sales-rep", null],
  ]);
  expect(rowOf(masked, "log-call")).toMatchObject({
    expected: 0.8,
    measured: null,
    interval: null,
    n: null,
    verdict: null,
  });
  expect(rowOf(masked, "log-call")?.reasons).toContainEqual({ of: "measured", why: "estimate_first" });
  expect(masked.worst).toEqual([]);
  const steps = winADeal.steps.map(({ id: step }) => ({ step, share: 0.7 }));
  const estimates = { journey: "win-a-deal", role: "sales-rep", steps };
  const own = { ...headers, origin: "http://collector" };
  expect((await bench.call("POST", "/v1/estimates", { headers: own, body: estimates })).status).toBe(201);
  const open = await ask();
  expect(rowOf(open, "log-call")).toMatchObject({ believed: 0.7, measured: 0.4, verdict: "behind" });
  expect(open.worst[0]?.steps).toEqual(["log-call"]);
});

test("C305 reported is the share of answers 5 to 7, of ten people or more, five on either side", async () => {
  const bench = await ready();
  const rated = (step: string, easy: number, of: number) =>
    crew(of, of, { day: first, step }).map((each, i) => ({ ...each, score: i < easy ? 6 : 2 }));
  await practise(bench, [...rated("log-call", 9, 15), ...rated("set-date", 12, 15), ...rated("send-offer", 4, 9)]);
  await freeze(bench, frozenAt);
  const found = await report(bench);
  expect(["log-call", "set-date", "send-offer"].map((step) => rowOf(found, step)?.reported)).toEqual([0.6, null, null]);
});

test("C306 the first barrier comes from what devices told and from who was never reached, under the same rule", async () => {
  const bench = await ready();
  const met = (step: string, codes: readonly (string | undefined)[]) =>
    crew(20, 20, { day: first, step }).map((each, i) => {
      const barrier = codes[i];
      return barrier === undefined ? each : { ...each, barrier };
    });
  await practise(bench, met("log-call", [...new Array<string>(7).fill("tries_and_fails"), "blocked", "blocked"]));
  await practise(bench, met("set-date", ["blocked"]));
  await freeze(bench, frozenAt);
  const found = await report(bench);
  expect(rowOf(found, "log-call")?.barrier).toBe("tries_and_fails");
  expect(rowOf(found, "set-date")).toMatchObject({ barrier: "tries_and_fails" });
  expect(rowOf(found, "set-date")?.reasons).toContainEqual({ of: "barrier", why: "of_journey" });
  expect(rowOf(found, null)?.barrier).toBe("tries_and_fails");
  const idle = await ready();
  await practise(idle, crew(20, 20, { day: first, step: "log-call" }));
  for (let i = 0; i < 6; i += 1) {
    const token = await idle.token(`idle-${i}`, ["sales-rep"]);
    await idle.send(batch(`idle-${i}`, [event("session.started", `${first}T08:00:00Z`, {}, `${i}`)], { token }));
  }
  await freeze(idle, frozenAt);
  expect(rowOf(await report(idle), "log-call")?.barrier).toBe("not_reached");
});

test("C307 versions are apart: people of one are in no figure of another", async () => {
  const bench = await ready();
  await practise(bench, crew(20, 8, { day: first, step: "log-call" }));
  expect(await bench.publish({ ...winADeal, title: "Win any deal" })).toBe(2);
  await practise(bench, crew(3, 3, { day: "2026-09-15", step: "log-call", version: 2 }));
  await freeze(bench, frozenAt);
  const rows = (await report(bench)).rows.filter(({ step }) => step === "log-call");
  expect(rows.map(({ version, measured }) => [version, measured])).toEqual([
    [1, 0.4],
    [2, null],
  ]);
});

test("C308 simulated people are in rows of their own until a figure of real ones is there", async () => {
  const bench = await ready();
  const simulated = { sdk: "simulate/1" };
  await practise(bench, crew(20, 8, { day: first, step: "log-call" }), simulated);
  await freeze(bench, frozenAt);
  const made = await report(bench);
  expect([made.simulated, rowOf(made, "log-call")?.measured]).toEqual([true, 0.4]);
  await practise(bench, crew(20, 15, { day: second, step: "log-call" }, "real"));
  await freeze(bench, frozenNext);
  const real = await report(bench);
  expect([real.simulated, rowOf(real, "log-call")?.measured]).toEqual([false, 0.75]);
});

const week0 = 2957;
const dayMs = 86_400_000;
const monday = (week0 * 7 - 3) * dayMs;

interface Fact {
  person: number;
  day: number;
  step: "log-call" | "set-date";
  attempt: number;
  type: "step.started" | "step.completed" | "step.skipped" | "step.rated" | "session.started";
  how: "condition" | "manual";
  helped: boolean;
  failed: number;
  score: number;
}

function propsOf({ type, attempt, how, helped, failed, score }: Fact): object {
  if (type === "step.completed") return { attempt, how, helped, failed, activeMs: 60_000 };
  if (type === "step.rated") return { score };
  return type === "session.started" ? {} : { attempt };
}

function storedOf(fact: Fact, index: number): StoredEvent {
  const at = monday + fact.day * dayMs + index;
  const inJourney = fact.type !== "session.started";
  return {
    ...{ project: "p", id: idOf(`${index}`, at), type: fact.type, ts: new Date(at).toISOString(), at, receivedAt: at },
    ...{ skewMs: 0, week: week0 + Math.floor(fact.day / 7), journey: inJourney ? "win-a-deal" : null },
    ...{ version: inJourney ? 1 : null, step: inJourney ? fact.step : null, subject: "", session: "s", seq: index },
    ...{ person: `p${fact.person}`, role: "sales-rep", locale: "en", sdk: "sdk/1" },
    ...{ props: JSON.stringify(propsOf(fact)), hash: `${index}`, derivedFrom: null, sourceId: null },
    verified: 1,
    simulated: 0,
  };
}

const plainFact: Fact = {
  person: 0,
  day: 0,
  step: "log-call",
  attempt: 1,
  type: "session.started",
  how: "condition",
  helped: false,
  failed: 0,
  score: 1,
};

/** So many people who did the first step, so many of them by themselves. */
function crowdOf(size: number, alone: number): StoredEvent[] {
  return Array.from({ length: size }, (_, person) => [
    storedOf({ ...plainFact, person }, 2 * person),
    storedOf({ ...plainFact, person, type: "step.completed", helped: person >= alone }, 2 * person + 1),
  ]).flat();
}

const jobOf = (block: number): FreezeJob => ({
  ...{ project: "p", timeZone: "UTC", roles: reps, journeys: [{ ...winADeal, version: 1 }], groups: [] },
  blocks: [{ index: block, fromWeek: week0 + 4 * block, toWeek: week0 + 4 * block + 4, frozenAt: 0 }],
  versions: [{ journey: "win-a-deal", version: 1, steps: winADeal.steps }],
  ledgers: new Map(),
  values: new Map(),
});

/** The cells of one block, computed from rows. */
function cellsIn(events: readonly StoredEvent[], block = 0): VersionCells | null {
  const [found] = computeSnapshots(jobOf(block), freezeRowsOf(gatherRows(events))).cells;
  return found === undefined ? null : (JSON.parse(found.content) as VersionCells);
}

interface Closed {
  person: string;
  at: number;
  week: number;
  counts: boolean;
  alone: boolean;
}

/** M3 by its definition, from events: each attempt looked for again, each person's last three. */
function slowAbility(all: readonly StoredEvent[], step: string, block: number): ShownAbility {
  const [from, to] = [week0 + 4 * block, week0 + 4 * block + 4];
  const events = all.filter((each) => each.step === step && each.week < to);
  const propsIn = (it: StoredEvent) => JSON.parse(it.props) as Partial<Fact>;
  const attempts = new Set(events.map((each) => `${each.person} ${propsIn(each).attempt ?? 0}`));
  const closed = [...attempts].flatMap((name): Closed[] => {
    const own = events.filter((each) => name === `${each.person} ${propsIn(each).attempt ?? 0}`);
    const [person = ""] = name.split(" ");
    const ends = own.filter(({ type }) => type === "step.completed" || type === "step.skipped");
    const end = ends.sort((a, b) => a.at - b.at)[0];
    if (end !== undefined) {
      const what: Partial<Fact> = end.type === "step.skipped" ? {} : propsIn(end);
      const { how = null, helped, failed = 0 } = what;
      const alone = how === "condition" && helped !== true && failed < 3;
      return [{ person, at: end.at, week: end.week, counts: how !== "manual", alone }];
    }
    const begin = own.filter(({ type }) => type === "step.started").sort((a, b) => a.at - b.at)[0];
    if (begin === undefined || begin.week + 1 >= to) return [];
    return [{ person, at: begin.at + 7 * dayMs, week: begin.week + 1, counts: true, alone: false }];
  });
  const here = closed.filter(({ week, counts }) => week >= from && counts);
  const people = [...new Set(here.map(({ person }) => person))];
  const able = people.filter((person) => {
    const last = here
      .filter((each) => each.person === person)
      .sort((a, b) => b.at - a.at)
      .slice(0, 3);
    return last.filter(({ alone }) => alone).length > last.length / 2;
  });
  return showAbility(able.length, people.length);
}

/** M11 by its definition: the first answer of each person and week. */
function slowReported(all: readonly StoredEvent[], step: string, block: number): number | null {
  const [from, to] = [week0 + 4 * block, week0 + 4 * block + 4];
  const first = new Map<string, { person: string; score: number }>();
  for (const each of all.filter(({ type, week }) => type === "step.rated" && week >= from && week < to))
    if (each.step === step && !first.has(`${each.person} ${each.week}`))
      first.set(`${each.person} ${each.week}`, { person: each.person, score: (JSON.parse(each.props) as Fact).score });
  const answers = [...first.values()];
  const people = (of: typeof answers): number => new Set(of.map(({ person }) => person)).size;
  const easy = answers.filter(({ score }) => score >= 5);
  const hard = answers.filter(({ score }) => score < 5);
  if (people(answers) < 10 || people(easy) < 5 || people(hard) < 5) return null;
  return Math.round((easy.length / answers.length) * 100) / 100;
}

const facts: fc.Arbitrary<Fact> = fc.record({
  person: fc.integer({ min: 0, max: 15 }),
  day: fc.integer({ min: 0, max: 55 }),
  step: fc.constantFrom("log-call" as const, "set-date" as const),
  attempt: fc.integer({ min: 1, max: 5 }),
  type: fc.constantFrom("step.started", "step.completed", "step.completed", "step.skipped", "step.rated", "step.rated"),
  how: fc.constantFrom("condition", "condition", "condition", "manual"),
  helped: fc.constantFrom(false, false, false, true),
  failed: fc.constantFrom(0, 0, 0, 2, 3),
  score: fc.integer({ min: 1, max: 7 }),
});

test("C309 what is frozen agrees with a slow recomputation from raw events, whenever later events came", () => {
  let figures = 0;
  fc.assert(
    fc.property(fc.array(facts, { minLength: 40, maxLength: 400, size: "max" }), (all) => {
      // Everybody is somebody: ten people or more, in any week.
      const known = Array.from({ length: 16 }, (_, person): Fact => ({ ...plainFact, person }));
      const inOrder = all.toSorted((a, b) => a.day - b.day);
      const events = [...known, ...inOrder].map(storedOf);
      for (const block of [0, 1]) {
        const until = events.filter(({ week }) => week < week0 + 4 * block + 4);
        const frozen = cellsIn(until, block);
        // Rows that know more already give the same: a block is about what was known at its end.
        expect(cellsIn(events, block)).toEqual(frozen);
        for (const cell of frozen?.cells ?? []) {
          expect([cell.step, cell.ability]).toEqual([cell.step, slowAbility(events, cell.step, block)]);
          expect(cell.reported).toBe(slowReported(events, cell.step, block));
          if (cell.ability.shows === "figure" || cell.reported !== null) figures += 1;
        }
      }
    }),
    { numRuns: 40, seed: 9 },
  );
  expect(figures).toBeGreaterThan(20);
});
