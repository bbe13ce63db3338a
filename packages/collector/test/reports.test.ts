import { join } from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import type { Journey } from "@waymark/schema";
import { CompiledQuery } from "kysely";
import { expect, onTestFinished, test, vi } from "vitest";
import { createCalendar } from "../src/blocks/calendar.ts";
import { openControl } from "../src/control/open-control.ts";
import { frozenBlocks, frozenGroups, frozenUntil, latestSnapshot } from "../src/control/snapshots.ts";
import type { EventStore } from "../src/events/event-store.ts";
import { createMemoryEventStore } from "../src/events/memory-event-store.ts";
import { openEventDatabase, sqliteEventStoreOver } from "../src/events/sqlite-event-store.ts";
import { freezeRowsIn } from "../src/events/sqlite-reads.ts";
import type { StoredEvent } from "../src/events/stored-event.ts";
import { createThreadedEventStore } from "../src/events/threaded-event-store.ts";
import { computeSnapshots, type FreezeJob } from "../src/freezing/compute-snapshots.ts";
import { freezeRowsOf } from "../src/freezing/freeze-rows.ts";
import { aHostEvent } from "./event-store-contract.ts";
import { createBench } from "./support/bench.ts";
import { type CrowdSize, crowdJourneys, crowdRoles, fillStore } from "./support/crowd.ts";
import { idOf } from "./support/events.ts";
import { ownFolder } from "./support/process.ts";
import { team } from "./support/team.ts";

const from = Date.parse("2026-03-02T00:00:00Z");
const now = Date.parse("2026-09-07T00:00:00Z");
const crowd: CrowdSize = { people: 300, eventsEach: 54, weeks: 8, from };
const journeys: Journey[] = crowdJourneys(3);
const projects = [
  { id: "p", pseudonym: "secret", journeys },
  { id: "q", pseudonym: "other", journeys },
];

const fromWeek = createCalendar("UTC").weekOf(from);
const job: FreezeJob = {
  project: "p",
  timeZone: "UTC",
  blocks: [{ index: 0, fromWeek, toWeek: fromWeek + 4, frozenAt: now }],
  roles: crowdRoles,
  journeys,
  versions: journeys.map(({ id, steps }) => ({ journey: id, version: 2, steps })),
  groups: [],
  ledgers: new Map(),
  values: new Map(),
};

/** Every statement of a database with how often it ran and how much each run changed. */
interface Watched {
  db: DatabaseSync;
  store: EventStore;
  ran: Map<string, number[]>;
  /** What is asked of SQLite is told by its text. */
  prepare(sql: string): StatementSync;
}

function watched(): Watched {
  const db = openEventDatabase(":memory:");
  const ran = new Map<string, number[]>();
  const plain = db.prepare.bind(db);
  const prepare = (sql: string): StatementSync => {
    const statement = plain(sql);
    const runs = ran.get(sql) ?? [];
    ran.set(sql, runs);
    const run = statement.run.bind(statement);
    statement.run = ((...values: Parameters<StatementSync["run"]>) => {
      const done = run(...values);
      runs.push(Number(done.changes));
      return done;
    }) as StatementSync["run"];
    return statement;
  };
  db.prepare = prepare as DatabaseSync["prepare"];
  const store = sqliteEventStoreOver(db);
  onTestFinished(() => store.close());
  return { db, store, ran, prepare };
}

/** How SQLite would go about a statement. */
const planOf = (db: DatabaseSync, sql: string): string[] =>
  db
    .prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .all()
    .map((row) => String(row.detail));

// Of these there are as many as there are people, steps, events or refused events; and the project alone is no index.
const large =
  /^SCAN (parcels|event_ids|progress|reach|sayings|people|states|rejects|e|p)\b|^SEARCH (?!arrival|dropped|weeks).*\(project=\?\)$/;
/** What is bounded otherwise: a page, a slice, a count over a small index, or people, whom a block is about. */
const bounded =
  /LIMIT (\?|20|1 OFFSET 3999)$|^DELETE FROM (progress|reach|sayings|people) WHERE project=\? AND (max|firstAt|at)|person, progress FROM states|count\(\*\)|^SELECT \* FROM people WHERE project=\?$/;

test("C240 no report, freeze, expiry or erasure looks through a whole table: each goes by an index", async () => {
  const { db, store, ran, prepare } = watched();
  await fillStore(store, projects, crowd);
  const { person } = (await store.events("p", null, 1))[0] ?? { person: "" };
  await store.arrivals("p", now);
  await store.rejects("p", "a", 10);
  await store.reject("p", "a");
  await store.firstWeek("p");
  await store.progressOf("p", person);
  await store.personOf("p", [person]);
  const { people, progressOf } = freezeRowsIn(prepare, "p");
  expect([people.length, progressOf("journey-1").length > 100]).toEqual([150, true]);
  await store.heads("p");
  const activity = { journey: "journey-1", from: fromWeek, to: fromWeek + 4, roles: ["r"] };
  await store.active("p", [
    { ...activity, step: "a" },
    { ...activity, step: null },
  ]);
  await store.expire("p", { events: from, progress: from, rejects: from });
  expect(await store.erase("p", [person])).toBe(54);
  const plans = [...ran.keys()]
    .filter((sql) => /^\s*(SELECT|DELETE|UPDATE)/.test(sql))
    .map((sql) => [sql, planOf(db, sql)] as const);
  expect(plans.length).toBeGreaterThan(25);
  expect(plans.filter(([sql, plan]) => !bounded.test(sql) && plan.some((line) => large.test(line)))).toEqual([]);
  // The check bites: this is what it would find.
  for (const bad of ["DELETE FROM parcels WHERE lastAt<5", "SELECT * FROM progress WHERE project=? AND person=?"])
    expect(planOf(db, bad)).toEqual([expect.stringMatching(large)]);
  const freezing = plans.find(([sql]) => sql.includes("completedWeek, how, simulated FROM progress"));
  expect(freezing?.[1]).toEqual(["SEARCH progress USING PRIMARY KEY (project=? AND journey=?)"]);
});

test("C240 a picture is found among all that were ever frozen by its key", async () => {
  const spy = vi.spyOn(DatabaseSync.prototype, "prepare");
  onTestFinished(() => spy.mockRestore());
  const control = await openControl(":memory:");
  onTestFinished(() => control.destroy());
  spy.mockClear();
  await frozenBlocks(control, "p");
  await frozenGroups(control, "p");
  await frozenUntil(control, "p");
  await latestSnapshot(control, "p", "g", "j");
  const asked = spy.mock.calls.map(([sql]) => sql);
  expect(asked).toHaveLength(4);
  for (const sql of asked) {
    const { rows } = await control.executeQuery<{ detail: string }>(
      CompiledQuery.raw(`EXPLAIN QUERY PLAN ${sql}`, new Array(sql.split("?").length - 1).fill("p")),
    );
    expect([sql, rows.map(({ detail }) => detail)]).toEqual([
      sql,
      [expect.stringMatching(/^SEARCH .* USING (COVERING )?INDEX/)],
    ]);
  }
});

test("C241 a block is computed in a thread of its own, and gives the bytes it would give in place", async () => {
  const folder = ownFolder();
  const store = createThreadedEventStore(join(folder.path, "events.sqlite"));
  onTestFinished(async () => {
    await store.close();
    folder.remove();
  });
  await fillStore(store, projects.slice(0, 1), { ...crowd, people: 240 });
  const inPlace = computeSnapshots(job, freezeRowsOf(await store.rows("p")));
  expect(await store.freeze(job)).toEqual(inPlace);
  expect(inPlace.groups).toHaveLength(12);
  expect(inPlace.snapshots.some(({ picture }) => picture.includes('"reason":null,"steps":[{'))).toBe(true);
  // While the writing thread cannot go on, since another process holds the file, a block is computed all the same.
  const holder = new DatabaseSync(join(folder.path, "events.sqlite"));
  holder.exec("BEGIN IMMEDIATE");
  let kept = false;
  const delivery = store.append({ project: "p", events: [aHostEvent], rejects: [] }).then(
    () => {
      kept = true;
    },
    // On a slow machine SQLite gives up waiting first: that is a 503, and none of this test's business.
    () => false,
  );
  expect([(await store.freeze(job)).groups.length, kept]).toEqual([12, false]);
  holder.exec("ROLLBACK");
  holder.close();
  await delivery;
});

test("C241 a collector over a file shows the picture that one in memory shows", async () => {
  const folder = ownFolder();
  onTestFinished(folder.remove);
  const pictures: string[] = [];
  for (const dataDir of [":memory:", folder.path]) {
    const bench = await createBench({ dataDir }, [{ id: "sales-rep", title: "Sales rep" }]);
    await bench.publish();
    await team(bench, "2026-09-07", 24, [19, 12, 3]);
    bench.clock.set("2026-10-08T00:00:00Z");
    expect(await bench.collector.admin.freezeDue()).toBe(1);
    const path = "/v1/insights/adoption?journey=win-a-deal&role=sales-rep";
    pictures.push(await (await bench.call("GET", path, { key: bench.keys.ownerKey })).text());
  }
  expect(pictures[0]).toContain('"through":19');
  expect(pictures[1]).toBe(pictures[0]);
});

test("C242 four times the events, with the same people and steps, are not read: as many rows, the same bytes", async () => {
  const seen = await Promise.all(
    [54, 216].map(async (eventsEach) => {
      const { store, prepare } = watched();
      const events = await fillStore(store, projects.slice(0, 1), { ...crowd, people: 60, eventsEach });
      const rows = freezeRowsIn(prepare, "p");
      const read = [rows.people.length, ...journeys.map(({ id }) => rows.progressOf(id).length)];
      return { events, read, frozen: computeSnapshots(job, rows) };
    }),
  );
  const [few, many] = seen;
  expect(many?.events).toBe(4 * (few?.events ?? 0));
  expect([many?.read, many?.frozen]).toEqual([few?.read, few?.frozen]);
});

const day = 86_400_000;
let number = 0;

/** An event of project `p` at a moment. */
const eventAt = (at: number, more: Partial<StoredEvent> = {}): StoredEvent => {
  number += 1;
  return { ...aHostEvent, id: idOf(`${number}`, at), at, hash: `${number}`, ...more };
};

test("C243 expiry looks only where something is over, and takes about 250 events at a time", async () => {
  const { db, store, ran } = watched();
  const memory = createMemoryEventStore();
  const deliveries = Array.from({ length: 60 }, (_, i) =>
    Array.from({ length: 50 }, (__, k) => eventAt(from + i * day + (k < 9 ? -day / 2 : 0))),
  );
  for (const events of deliveries)
    for (const each of [store, memory]) await each.append({ project: "p", events, rejects: [] });
  const count = (): number => Number(db.prepare("SELECT count(*) AS count FROM event_ids").get()?.count);
  const went: number[] = [];
  const exec = db.exec.bind(db);
  let before = count();
  db.exec = (sql) => {
    exec(sql);
    if (sql !== "COMMIT" || count() === before) return;
    went.push(before - count());
    before = count();
  };
  const expire = async (at: number): Promise<number[]> => {
    went.length = 0;
    for (const runs of ran.values()) runs.length = 0;
    const limits = { events: at, progress: at, rejects: at };
    await Promise.all([store.expire("p", limits), memory.expire("p", limits)]);
    return went.splice(0);
  };
  expect(await expire(from - 2 * day)).toEqual([]);
  // Twenty whole deliveries, and of the next one what is from the evening before.
  expect(await expire(from + 20 * day)).toEqual([250, 250, 250, 250, 9]);
  expect(await expire(from + 20 * day)).toEqual([]);
  const left = async (of: EventStore): Promise<string[]> => (await of.events("p", null, 50_000)).map(({ id }) => id);
  expect(await left(store)).toEqual(await left(memory));
  expect((await left(store)).length).toBe(40 * 50 - 9);
  expect(ran.get("DELETE FROM parcels WHERE n=?")).toEqual([]);
});
