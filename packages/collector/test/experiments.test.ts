import type { ExperimentRow, ExperimentsReport } from "@waymark/schema";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createCalendar } from "../src/blocks/calendar.ts";
import { computeExperiments, moveArms } from "../src/blocks/experiments.ts";
import type { Saying } from "../src/blocks/gap-cells.ts";
import type { RoleNode } from "../src/index.ts";
import { type Bench, createBench, winADeal } from "./support/bench.ts";
import { batch, event } from "./support/events.ts";

const reps: RoleNode[] = [{ id: "sales-rep", title: "Sales rep" }];
const journey = { ...winADeal, holdout: 0.5, value: { event: "deal.won", where: { stage: "won" } } };
const day = "2026-09-08T08:00:00Z";
const later = "2026-09-10T08:00:00Z";
const afterBlock = "2026-10-08T00:00:00Z";

interface Person {
  name: string;
  held: boolean;
  /** When they won a deal, if they did. */
  won?: string | undefined;
}

/** What the SDK of somebody sends who meets the journey, or would have. */
async function send(bench: Bench, { name, held, won }: Person): Promise<Response> {
  const lot = event(held ? "journey.held" : "journey.offered", day, { journey: "win-a-deal", version: 1 }, name);
  const deed = won === undefined ? [] : [event("host.deal.won", won, { props: { stage: "won" } }, name)];
  return bench.send(batch(name, [lot, ...deed], { token: await bench.token(name) }));
}

async function sendAll(bench: Bench, held: boolean, people: number, won: number, at = later): Promise<void> {
  for (let i = 0; i < people; i += 1)
    await send(bench, { name: `${held ? "held" : "shown"}-${i}`, held, won: i < won ? at : undefined });
}

async function ready(): Promise<Bench> {
  const bench = await createBench({}, reps);
  await bench.publish(journey);
  return bench;
}

async function freeze(bench: Bench, at = afterBlock): Promise<void> {
  bench.clock.set(at);
  await bench.collector.admin.freezeDue();
}

const path = "/v1/insights/experiments";
const report = async (bench: Bench): Promise<ExperimentsReport> =>
  (await (await bench.call("GET", path, { key: bench.keys.ownerKey })).json()) as ExperimentsReport;
const rowOf = async (bench: Bench): Promise<ExperimentRow | undefined> => (await report(bench)).experiments[0];

test("C420 from what devices send to what a journey did to its value, beside people who were held out", async () => {
  const bench = await ready();
  expect(await report(bench)).toMatchObject({ reason: "not_yet", block: null, experiments: [] });
  await sendAll(bench, false, 40, 30);
  await sendAll(bench, true, 40, 10);
  await freeze(bench);
  const found = await report(bench);
  expect(found).toMatchObject({ reason: null, block: { from: "2026-09-07", to: "2026-10-05" } });
  expect(found.experiments[0]).toMatchObject({
    ...{ journey: "win-a-deal", version: 1, holdout: 0.5, event: "deal.won", weeks: 4, simulated: false },
    ...{ effect: 0.5, says: "helps", reason: null },
    shown: { value: 0.75, people: 30 },
    held: { value: 0.25, people: 30 },
  });
});

test("C421 the value counts once the lot has fallen, for four weeks, where its props fit, and once however often it is told", async () => {
  const bench = await ready();
  const counts = async (people: number, event: (name: string) => unknown[]): Promise<void> => {
    for (let i = 0; i < people; i += 1) {
      const name = `odd-${i}`;
      await bench.send(batch(name, event(name), { token: await bench.token(name) }));
    }
  };
  const won = (ts: string, name: string, stage = "won") => event("host.deal.won", ts, { props: { stage } }, name);
  const lot = (name: string) => event("journey.offered", day, { journey: "win-a-deal", version: 1 }, name);
  await sendAll(bench, false, 10, 5);
  await sendAll(bench, false, 10, 5);
  await sendAll(bench, true, 10, 5);
  // Before the lot, and of another stage: neither is what the journey could have done.
  await counts(6, (name) => [won("2026-09-07T07:00:00Z", name), lot(name), won(later, name, "lost")]);
  const sent = await send(bench, { name: "held-0", held: true, won: later });
  expect(await sent.json()).toMatchObject({ accepted: 0, duplicates: 2 });
  await freeze(bench);
  expect(await rowOf(bench)).toMatchObject({
    shown: { value: 0.31, people: 15 },
    held: { value: 0.5, people: 10 },
    reason: null,
  });
});

const saying = (person: string, kind: string, week: number, more: Partial<Saying> = {}): Saying => ({
  ...{ person, version: 1, step: "", kind, at: week * 1000, week, score: null, barrier: null, simulated: 0 },
  ...more,
});
const crowd = (prefix: string, kind: string, week: number, people: number, reached: number): Saying[] =>
  Array.from({ length: people }, (_, i) => `${prefix}-${i}`).flatMap((person, i) => [
    saying(person, kind, week),
    ...(i < reached ? [saying(person, "valued", week + 1)] : []),
  ]);
const calendar = createCalendar("UTC");
const trial = { title: "Win a deal", holdout: 0.5, event: "deal.won", endedAt: null };
const version = { journey: "win-a-deal", version: 1, steps: [], trial };

test("C422 fewer than five on a side of an arm are the same bytes, for every count", () => {
  const of = 12;
  const faces = new Map<string, number[]>();
  for (let reached = 0; reached <= of; reached += 1) {
    const told = [...crowd("s", "offered", 0, 30, 15), ...crowd("h", "held", 0, of, reached)];
    const frozen = computeExperiments({ versions: [version], before: {}, toWeek: 4, calendar }, () => told);
    const face = JSON.stringify(frozen.rows);
    faces.set(face, [...(faces.get(face) ?? []), reached]);
  }
  expect([...faces.values()]).toEqual([[0, 1, 2, 3, 4, 8, 9, 10, 11, 12], [5], [6], [7]]);
});

const entrant = fc.record({
  version: fc.constant(1),
  held: fc.boolean(),
  week: fc.integer({ min: 0, max: 12 }),
  reached: fc.boolean(),
});

test("C423 any two blocks differ by nobody, or by five or more on either side of either arm", () => {
  fc.assert(
    fc.property(fc.array(entrant, { maxLength: 150 }), (entrants) => {
      let before: ReturnType<typeof moveArms> | undefined;
      for (const toWeek of [4, 8, 12, 16]) {
        const next = moveArms(before, entrants, toWeek);
        const sides = (["shown", "held"] as const).flatMap((arm) => {
          const [was, is] = [before?.[arm] ?? { people: 0, reached: 0 }, next[arm]];
          return [is.reached - was.reached, is.people - is.reached - (was.people - was.reached)];
        });
        expect(sides.every((side) => side === 0) || Math.min(...sides) >= 5).toBe(true);
        before = next;
      }
      expect(before?.shown.people).toBeLessThanOrEqual(entrants.filter(({ held }) => !held).length);
    }),
  );
});

test("C424 what came later changes no byte of a block, and nobody counts in two", () => {
  const telling = fc.record({
    person: fc.nat({ max: 60 }).map((at) => `u-${at}`),
    kind: fc.constantFrom("offered", "held", "valued"),
    week: fc.integer({ min: 0, max: 11 }),
    version: fc.constantFrom(1, 2),
  });
  fc.assert(
    fc.property(fc.array(telling, { minLength: 100, maxLength: 300 }), (all) => {
      const told = all.map((each) => saying(each.person, each.kind, each.week, { version: each.version }));
      const versions = [version, { ...version, version: 2 }];
      const frozenAt = (known: readonly Saying[], toWeek: number, before = {}) =>
        computeExperiments({ versions, before, toWeek, calendar }, () => known);
      const then = frozenAt(
        told.filter(({ week }) => week < 8),
        8,
      );
      expect(frozenAt(told, 8)).toEqual(then);
      const next = frozenAt(told, 12, then.arms);
      const people = Object.values(next.arms).reduce((sum, { shown, held }) => sum + shown.people + held.people, 0);
      expect(people).toBeLessThanOrEqual(new Set(told.map(({ person }) => person)).size);
    }),
    { numRuns: 50 },
  );
});

test("C425 whose weeks are not over when a later version shows it to more people does not count", () => {
  const told = [
    ...[...crowd("s", "offered", 0, 20, 12), ...crowd("h", "held", 0, 20, 6)],
    ...[...crowd("t", "offered", 2, 20, 12), ...crowd("i", "held", 2, 20, 6)],
  ];
  const frozen = (endedAt: number | null) => {
    const versions = [{ ...version, trial: { ...trial, endedAt } }];
    return computeExperiments({ versions, before: {}, toWeek: 8, calendar }, () => told).rows[0]?.held.people;
  };
  expect(frozen(null)).toBe(30);
  expect(frozen(calendar.startOf(5, 0))).toBe(20);
  expect(frozen(calendar.startOf(3, 0))).toBe(null);
});

test("C426 it is of the whole: who sees a part of the tree, an author, or a project without signed people reads none", async () => {
  const bench = await ready();
  await sendAll(bench, false, 12, 6);
  await sendAll(bench, true, 12, 6);
  await freeze(bench);
  for (const role of ["manager", "csm", "owner"] as const) {
    const cookie = await bench.signIn(role);
    const response = await bench.call("GET", path, { headers: { cookie } });
    expect([response.status, await response.json()]).toEqual([200, await report(bench)]);
  }
  const author = await bench.call("GET", path, { headers: { cookie: await bench.signIn("author") } });
  expect(author.status).toBe(403);
  const { link } = await bench.collector.admin.addMember("crm", { name: "Ada", role: "manager", scope: ["sales-rep"] });
  const token = new URL(link, "http://collector").searchParams.get("token") ?? "";
  const signed = await bench.collector.fetch(
    new Request("http://collector/signin", { method: "POST", body: new URLSearchParams({ token }) }),
  );
  const cookie = (signed.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const part = await (await bench.call("GET", path, { headers: { cookie } })).json();
  expect(part).toMatchObject({ reason: "part_only", experiments: [] });
});
