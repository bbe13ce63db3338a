import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Collector, createCollector, type ProjectKeys, type Served, serve } from "@waymark/collector";
import type { GapRow, Journey } from "@waymark/schema";
import { aJourney } from "@waymark/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { plant } from "../src/simulate/planted.ts";
import { truthOf } from "../src/simulate/truth.ts";

const program = fileURLToPath(new URL("../dist/main.js", import.meta.url));
/** The truth is the share of ten thousand people: seconds on a machine that is busy. */
const patient = { timeout: 120_000 };

interface Ran {
  code: number;
  out: string;
  errors: string;
}

/** Runs the real program. */
function waymark(...args: string[]): Promise<Ran> {
  const env = { PATH: process.env.PATH ?? "", NO_COLOR: "1" };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { env }, (error, out, errors) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, out, errors }),
    );
  });
}

const deals: Journey = aJourney({ per: { subject: "deal" }, roles: ["sales-rep"] });

let folder: string;
let collector: Collector;
let server: Served;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "waymark-simulate-"));
  collector = await createCollector({ dataDir: ":memory:" });
  server = await serve(collector, { port: 0 });
});
afterAll(async () => {
  await server.close();
  await collector.close();
  await rm(folder, { recursive: true, force: true });
});

/** A project of its own with the journey published. */
async function project(id: string, journey: Journey = deals): Promise<ProjectKeys> {
  const roles = [{ id: "sales-rep", title: "Sales reps" }];
  const keys = await collector.admin.createProject({ id, title: id, roles });
  const path = join(folder, `${id}.json`);
  await writeFile(path, JSON.stringify(journey));
  const ran = await waymark("publish", path, "--collector", server.url, "--key", keys.authorKey);
  expect(ran).toMatchObject({ code: 0 });
  return keys;
}

const at = ({ writeKey, signingSecret }: ProjectKeys): string[] => [
  ...["--collector", server.url, "--key", writeKey, "--secret", signingSecret],
];

async function eventsOf({ ownerKey }: ProjectKeys): Promise<Record<string, unknown>[]> {
  const headers = { authorization: `Bearer ${ownerKey}` };
  const text = await (await fetch(`${server.url}/v1/events?limit=10000`, { headers })).text();
  return text.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as Record<string, unknown>]));
}

it(
  "W12 W13 walks the journeys that the collector serves, and writes a row of the truth for each step",
  patient,
  async () => {
    const keys = await project("served");
    const path = join(folder, "truth.json");
    const ran = await waymark("simulate", ...at(keys), "--people", "12", "--seed", "7", "--json", path);
    expect(ran).toMatchObject({ code: 0, errors: "" });
    const { rows } = JSON.parse(await readFile(path, "utf8")) as { rows: GapRow[] };
    expect(rows.map(({ journey, version, role, step, n }) => [journey, version, role, step, n])).toEqual(
      [...deals.steps.map(({ id }) => id), null].map((step) => [deals.id, 1, "sales-rep", step, 12]),
    );
    for (const row of rows) {
      expect(Object.keys(row)).toEqual([
        ...["journey", "version", "role", "n", "step", "expected", "believed", "reported", "measured"],
        ...["interval", "verdict", "barrier", "forecast", "reasons"],
      ]);
      for (const share of [row.expected, row.believed, row.reported, row.measured]) {
        expect(share).toBeGreaterThan(0);
        expect(share).toBeLessThan(1);
      }
      expect(row.interval).toBeNull();
      const gap = (row.measured ?? 0) - (row.expected ?? 0);
      expect(row.verdict).toBe(gap > 0.1 ? "ahead" : gap < -0.1 ? "behind" : "on_plan");
    }
    const hard = rows[Math.floor(deals.steps.length / 2)];
    expect(hard).toMatchObject({ verdict: "behind", barrier: expect.any(String) });
    const events = await eventsOf(keys);
    expect(new Set(events.map(({ person }) => person)).size).toBe(12);
    expect(new Set(events.map(({ simulated }) => simulated))).toEqual(new Set([1]));
  },
);

it(
  "W14 W15 the same seed writes the same bytes, and the truth is the parameter: a team of another size has the same",
  patient,
  async () => {
    const keys = await project("seeded");
    const text = async (name: string, ...more: string[]): Promise<string> => {
      const path = join(folder, name);
      expect(await waymark("simulate", ...at(keys), ...more, "--weeks", "4", "--json", path)).toMatchObject({
        code: 0,
      });
      return readFile(path, "utf8");
    };
    const first = await text("a.json", "--people", "10", "--seed", "3");
    const sent = await eventsOf(keys);
    expect(await text("b.json", "--people", "10", "--seed", "3")).toBe(first);
    expect(await eventsOf(keys)).toEqual(sent);
    expect(plant(deals, "sales-rep", 4, 3)).toEqual(plant(deals, "sales-rep", 4, 3));
    expect(plant(deals, "sales-rep", 4, 4)).not.toEqual(plant(deals, "sales-rep", 4, 3));
    const larger = await text("d.json", "--people", "14", "--seed", "3");
    expect(larger.replaceAll('"n": 14', '"n": 10')).toBe(first);
  },
);

it(
  "W16 people learn, struggle, ask for help, answer, put off, skip and give up; nobody works at night or ahead of time",
  patient,
  async () => {
    const keys = await project("lively");
    expect(await waymark("simulate", ...at(keys), "--people", "40", "--seed", "2")).toMatchObject({ code: 0 });
    const events = await eventsOf(keys);
    const kinds = new Set(events.map(({ type }) => type));
    expect([...kinds]).toEqual(
      expect.arrayContaining([
        ...["step.started", "step.completed", "step.helped", "step.struggled", "step.rated", "step.barrier"],
        ...["step.skipped", "journey.snoozed", "journey.dismissed", "brief.answered", "journey.completed"],
      ]),
    );
    const barriers = new Set(events.flatMap(({ props }) => (props as { barrier?: string }).barrier ?? []));
    expect(barriers.size).toBeGreaterThanOrEqual(5);
    for (const { ts } of events) {
      const moment = new Date(String(ts));
      expect(moment.getTime()).toBeLessThan(Date.now());
      expect([0, 6]).not.toContain(moment.getUTCDay());
    }
    // Known, and not by chance: who learns is better in the third block than in the first.
    const { way } = plant(deals, "sales-rep", 12, 2);
    const learning = { ...way, steps: way.steps.map((step) => ({ ...step, climb: 0.1, levels: 99 })) };
    const inWeeks = (from: number): number[] =>
      truthOf(learning, { from, to: from + 4 }, 1, 1000).steps.map(({ measured }) => measured ?? 0);
    const late = inWeeks(8);
    for (const [step, share] of inWeeks(0).entries()) expect(late[step]).toBeGreaterThan(share + 0.03);
  },
);

it("W17 what cannot be planted is refused with a sentence, before anything is sent", patient, async () => {
  const keys = await project("refused", aJourney({ roles: [] }));
  const to = ["simulate", ...at(keys)];
  const cases: [args: string[], sentence: string][] = [
    [[...to, "--people", "0"], "--people is 0: write a whole number, 1 or more."],
    [[...to, "--weeks", "400"], "--weeks is 400: write a whole number, 52 or less."],
    [[...to, "--seed", "1.5"], "--seed is 1.5: write a whole number, 0 or more."],
    [[...to, "--json"], "--json has no value"],
    [[...to, "--roles", "Sales Rep"], '--roles names "Sales Rep": write ids with commas between'],
    [to, "No journey names a role"],
    [
      [...to, "--roles", "sales-rep", "--json", join(folder, "no", "t.json")],
      "cannot be written (ENOENT), so nothing was sent",
    ],
    [["simulate", "--collector", server.url, "--key", "pk_wrong"], "key"],
  ];
  const ran = await Promise.all(cases.map(([args]) => waymark(...args)));
  expect(ran.map(({ code, errors }) => ({ code, errors }))).toEqual(
    cases.map(([, sentence]) => ({ code: 1, errors: expect.stringContaining(sentence) })),
  );
  expect(await eventsOf(keys)).toEqual([]);
  const unsigned = ["simulate", "--collector", server.url, "--key", keys.writeKey, "--roles", "sales-rep"];
  expect((await waymark(...unsigned, "--people", "1", "--weeks", "1")).out).toContain(
    "name the project's secret with --secret",
  );
});
