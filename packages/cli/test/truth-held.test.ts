import { type Collector, createCollector, type ProjectKeys, type Served, serve } from "@waymark/collector";
import type { GapReport, GapRow, Journey } from "@waymark/schema";
import { aJourney } from "@waymark/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { publishJourney } from "../src/publish.ts";
import { firstMonday, type SimulateOptions, simulateTeam, truthOfTeam } from "../src/simulate/simulate-team.ts";
import { statePlan } from "../src/simulate/state-plan.ts";

const seeds = [1, 2, 3, 4];
const people = 24;
const steps = ["find", "talk", "offer", "close"].map((id) => ({ id, title: id, done: { event: `${id}.done` } }));
const journey: Journey = aJourney({ per: { subject: "deal" }, roles: ["sales-rep"], steps });

let collector: Collector;
let server: Served;

beforeAll(async () => {
  collector = await createCollector({ dataDir: ":memory:" });
  server = await serve(collector, { port: 0 });
});
afterAll(async () => {
  await server.close();
  await collector.close();
});

async function ask<T>(keys: ProjectKeys, method: string, path: string): Promise<T> {
  const response = await fetch(`${server.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${keys.ownerKey}` },
  });
  expect([path, response.status]).toEqual([path, 200]);
  return (await response.json()) as T;
}

interface Pair {
  seed: number;
  planted: GapRow;
  shown: GapRow;
}

/** A project of its own for each seed: planted, sent, stated, frozen and read, all through the HTTP API. */
async function plantAndRead(seed: number): Promise<Pair[]> {
  const roles = [{ id: "sales-rep", title: "Sales reps" }];
  const keys = await collector.admin.createProject({ id: `seed-${seed}`, title: "Seed", roles });
  const { version } = await publishJourney(journey, { collector: server.url, key: keys.authorKey });
  const to = { collector: server.url, key: keys.writeKey, signingSecret: keys.signingSecret };
  // Eight weeks that are over: two blocks that may be frozen now.
  const options: SimulateOptions = {
    ...to,
    journeys: [{ ...journey, version }],
    people,
    weeks: 9,
    seed,
    now: Date.now(),
  };
  const { rows } = truthOfTeam(options);
  const plan = { collector: server.url, owner: keys.ownerKey, from: firstMonday(options) };
  expect(await statePlan(rows, plan)).toBe(steps.length);
  expect(await statePlan(rows, plan)).toBe(0);
  await simulateTeam(options);
  expect(await ask(keys, "POST", "/v1/blocks/freeze")).toEqual({ frozen: 2 });
  const report = await ask<GapReport>(keys, "GET", "/v1/insights/gap");
  expect(report.simulated).toBe(true);
  const nameOf = (row: GapRow): string => [row.journey, row.version, row.role, row.step].join(" ");
  const shown = new Map(report.rows.map((row) => [nameOf(row), row]));
  expect(rows.map(nameOf).sort()).toEqual([...shown.keys()].sort());
  return rows.flatMap((planted) => {
    const row = shown.get(nameOf(planted));
    return row === undefined ? [] : [{ seed, planted, shown: row }];
  });
}

const said = ({ seed, planted, shown }: Pair): string =>
  `seed ${seed}, ${planted.step}: ${planted.measured} in ${shown.interval?.join(" to ")}`;

it("W18 W19 the gap report has a row for each that was planted, with its plan, and its intervals hold the truth nine times in ten", {
  timeout: 120_000,
}, async () => {
  const pairs: Pair[] = [];
  for (const seed of seeds) pairs.push(...(await plantAndRead(seed)));
  console.log(`seeds ${seeds.join(", ")}`);
  for (const pair of pairs) expect(pair.shown.expected, said(pair)).toBe(pair.planted.expected);
  const known = pairs.filter(({ planted, shown }) => planted.step !== null && shown.interval !== null);
  // Few are behind a step that is left early: most steps have figures, not all.
  expect(known.length).toBeGreaterThanOrEqual(pairs.length / 2);
  const missed = known.filter(({ planted: { measured }, shown: { interval } }) => {
    const [low, high] = interval ?? [0, 1];
    return measured === null || measured < low || measured > high;
  });
  // 16 intervals of 90%: more than four misses come in one of sixty such sets, and these seeds are the same every time.
  expect(missed.length, missed.map(said).join("\n")).toBeLessThanOrEqual(4);
  // What is far behind in truth is never shown as ahead or on plan.
  const wrong = known.filter(
    ({ planted, shown }) => planted.verdict === "behind" && /ahead|on_plan/.test(shown.verdict ?? ""),
  );
  expect(wrong.map(said)).toEqual([]);
});
