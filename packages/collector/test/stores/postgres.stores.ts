import { emptyProgress } from "@waymark/engine";
import type { Progress } from "@waymark/schema";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { actOnHandoffs } from "../../src/control/handoffs.ts";
import { listVersions, publishDraft, putDraft } from "../../src/control/journeys.ts";
import { openPostgresControl } from "../../src/control/open-postgres.ts";
import { insertProject, type Project } from "../../src/control/projects.ts";
import { defaultRetention } from "../../src/control/retention.ts";
import { mintInvite, spendInvite } from "../../src/control/sessions.ts";
import { frozenBlocks, writeBlock } from "../../src/control/snapshots.ts";
import { mergeState, stateOf } from "../../src/control/states.ts";
import type { ControlDb } from "../../src/control/tables.ts";
import { benchStores, winADeal } from "../support/bench.ts";
import { type PostgresServer, startPostgres, whyNoPostgres } from "./postgres-server.ts";

const why = whyNoPostgres();

let server: PostgresServer;
let latest = "";

/** A project's rows, whatever tables there are. */
async function rowsOf(url: string, project: string): Promise<[table: string, row: object][]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const owned = await client.query<{ table: string; column: string }>(
      `select table_name as table, column_name as column from information_schema.columns where table_schema = 'public'
       and column_name = case table_name when 'projects' then 'id' else 'project' end`,
    );
    const rows: [table: string, row: object][] = [];
    for (const { table, column } of owned.rows) {
      const found = await client.query<object>(`select * from "${table}" where "${column}" = $1`, [project]);
      rows.push(...found.rows.map((row): [string, object] => [table, row]));
    }
    return rows;
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  if (why !== null) return;
  server = await startPostgres();
  benchStores.next = async () => {
    latest = await server.freshDatabase();
    return { postgres: latest };
  };
  benchStores.controlRows = (project) => rowsOf(latest, project);
});
afterAll(async () => {
  await server?.stop();
});

describe.skipIf(why !== null)(`control data in PostgreSQL${why === null ? "" : ` (skipped: ${why})`}`, () => {
  /** Several collectors' ways to one database. */
  async function openMany(count: number): Promise<ControlDb[]> {
    const url = await server.freshDatabase();
    // At once: they also make the tables at once.
    const all = await Promise.all(Array.from({ length: count }, () => openPostgresControl(url)));
    onTestFinished(async () => {
      for (const each of all) await each.destroy();
    });
    return all;
  }

  test("C211 the address of a database is enough: tables are made, and opening again changes nothing", async () => {
    const url = await server.freshDatabase();
    for (const found of [null, emptyProgress()]) {
      const db = await openPostgresControl(url);
      expect(await stateOf(db, "p", "a")).toEqual(found);
      await mergeState(db, "p", "a", () => emptyProgress());
      await db.destroy();
    }
  });

  test("C212 progress that several collectors merge at once loses nothing", async () => {
    const all = await openMany(4);
    const names = Array.from({ length: 40 }, (_, i) => `j${i}`);
    const add = (stored: Progress | null, name: string): Progress => {
      const known = stored ?? emptyProgress();
      return { ...known, journeys: { ...known.journeys, [name]: {} } };
    };
    await Promise.all(
      names.map((name, i) => mergeState(all[i % 4] as ControlDb, "p", "a", (stored) => add(stored, name))),
    );
    const kept = await stateOf(all[0] as ControlDb, "p", "a");
    expect(Object.keys(kept?.journeys ?? {}).sort()).toEqual([...names].sort());
  });

  test("C212 of several who take a hand-over at once one has it", async () => {
    const all = await openMany(4);
    const [db] = all as [ControlDb];
    const base = { id: "01a0889d-3800-76b8-86b2-73ff34fce19d", at: 1 };
    const offer = {
      ...base,
      act: "offer",
      journey: "j",
      step: "s",
      subject: "",
      attempt: 1,
      role: "rep",
      to: "manager",
    };
    const offerer = { project: "p", person: "o", roles: ["rep"] };
    expect(await actOnHandoffs(db, offerer, [offer as never], 10)).toEqual([]);
    const answers = await Promise.all(
      all.map((each, i) =>
        actOnHandoffs(
          each,
          { project: "p", person: `m${i}`, roles: ["manager"] },
          [{ ...base, act: "accept" } as never],
          20,
        ),
      ),
    );
    expect(answers.filter((refused) => refused.length === 0)).toHaveLength(1);
  });

  test("C212 collectors that publish, invite, freeze and make a project at once do each once", async () => {
    const all = await openMany(4);
    const [db] = all as [ControlDb];
    const project: Project = {
      ...{ id: "p", title: "P", timeZone: "UTC", roles: [], origins: [], createdAt: 0 },
      ...{ audience: null, retention: defaultRetention },
    };
    const made = await Promise.allSettled(all.map((each) => insertProject(each, project)));
    expect(made.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(made.filter((each) => each.status === "rejected" && each.reason.code === "project_exists")).toHaveLength(3);

    await putDraft(db, "p", winADeal, 1);
    const publishing = { project: "p", journey: winADeal.id, note: null, by: "author", now: 2 };
    expect(await Promise.all(all.map((each) => publishDraft(each, publishing)))).toEqual([1, 1, 1, 1]);
    expect(await listVersions(db, "p", winADeal.id)).toHaveLength(1);

    const token = await mintInvite(db, { project: "p", role: "owner" }, 5);
    const opened = await Promise.all(all.map((each) => spendInvite(each, token, 6)));
    expect(opened.filter((each) => each !== null)).toHaveLength(1);

    const block = { index: 0, fromWeek: 1, toWeek: 5, frozenAt: 7, unsigned: false };
    const nothing = { groups: [], snapshots: [], cells: [], figures: [], experiments: { rows: [], arms: {} } };
    await Promise.all(all.map((each, i) => writeBlock(each, "p", { ...block, frozenAt: 7 + i }, nothing)));
    expect(await frozenBlocks(db, "p")).toHaveLength(1);
  });
});

if (why === null) {
  // The same promises as over SQLite: the same tests, with other stores under their benches.
  await import("../journeys.test.ts");
  await import("../handoffs.test.ts");
  await import("../progress.test.ts");
  await import("../access.test.ts");
  await import("../dashboard.test.ts");
  await import("../insights.test.ts");
  await import("../tenants.test.ts");
  await import("../server-keys.test.ts");
  await import("../plain-text.test.ts");
  await import("../plan.test.ts");
}
