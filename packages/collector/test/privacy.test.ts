import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { createSqliteEventStore } from "../src/events/sqlite-event-store.ts";
import type { StoredEvent } from "../src/events/stored-event.ts";
import { pseudonymOf } from "../src/identity/pseudonym.ts";
import { createBench } from "./support/bench.ts";
import { batch, completed, event, idOf, started } from "./support/events.ts";
import { overHttp } from "./support/over-http.ts";
import { team } from "./support/team.ts";

const at = "2026-09-07T08:00:00Z";

function tempDir(): string {
  const dir = mkdtempSync(join(tmpdir(), "waymark-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

const bytesOf = (dataDir: string): string =>
  readdirSync(dataDir)
    .filter((file) => file.includes(".sqlite"))
    .map((file) => readFileSync(join(dataDir, file), "latin1"))
    .join("\n");

const storedEvent = (name: string, person: string): StoredEvent => ({
  project: "crm",
  id: idOf(name, Date.parse(at)),
  type: "session.started",
  ts: at,
  at: Date.parse(at),
  receivedAt: Date.parse(at),
  skewMs: 0,
  week: 0,
  journey: null,
  version: null,
  step: null,
  subject: "",
  session: "s1",
  seq: 0,
  person,
  role: "sales-rep",
  verified: 1,
  simulated: 0,
  locale: "en",
  sdk: "sdk/0.1.0",
  props: "{}",
  hash: name,
  derivedFrom: null,
  sourceId: null,
});

const progressOf = (ms: number) => ({
  format: "waymark.progress/1",
  journeys: {
    "win-a-deal": {
      "": { offered: ms, steps: { "log-call": { attempt: 1, began: ms, completed: ms, how: "manual" } } },
    },
  },
});

test("C160 C161 C162 a person's data is exported whole, erased everywhere, and stays away when a device wakes up", async () => {
  const dataDir = tempDir();
  const bench = await createBench({ dataDir });
  const ask = await overHttp(bench);
  const { ownerKey: key, writeKey } = bench.keys;
  await bench.publish();
  const mine = { token: await bench.token("u/1 ü") };
  const events = [
    started("log-call", at),
    completed("log-call", at),
    event("host.call.logged", at, { props: { note: "MARK-OF-ONE" } }),
  ];
  const sleeping = batch("u/1 ü", [...events, event("host.late", at), { id: "broken", of: "MARK-OF-ONE" }], mine);
  await ask("POST", "/v1/events", { key: writeKey, body: batch("u/1 ü", events, mine) });
  await ask("POST", "/v1/events", { key: writeKey, body: batch("u-2", [event("host.call.logged", at, {}, "two")]) });
  const progress = progressOf(Date.parse(at));
  const own = { key: mine.token, body: progress };
  expect((await ask("PUT", `/v1/progress?key=${writeKey}`, own)).status).toBe(200);
  const offer = {
    act: "offer",
    id: idOf("h", 1).toLowerCase(),
    journey: "win-a-deal",
    step: "log-call",
    attempt: 1,
    subject: "",
    role: "sales-rep",
    to: "sales-manager",
    note: "MARK-OF-ONE",
    at: 1,
  };
  const acts = { format: "waymark.handoffs/1", name: "Ada One", acts: [offer] };
  expect((await ask("POST", `/v1/handoffs?key=${writeKey}`, { key: mine.token, body: acts })).json.refused).toEqual([]);

  const path = `/v1/people/${encodeURIComponent("u/1 ü")}`;
  const out = await ask("GET", path, { key });
  expect(out.json).toMatchObject({ format: "waymark.person/1", erasedAt: null, progress: [progress] });
  expect(out.json.events).toHaveLength(3);
  expect([out.json.handoffs.length, out.json.rows.progress.length, out.json.rows.people.length]).toEqual([1, 1, 1]);
  const code = out.json.events[0].person as string;
  expect(bytesOf(dataDir)).toContain("MARK-OF-ONE");

  expect((await ask("DELETE", path, { key })).json).toEqual({ events: 3, suppressed: true });
  const gone = await ask("GET", path, { key });
  expect(gone.json).toMatchObject({
    events: [],
    progress: [],
    rows: { progress: [], reach: [], sayings: [], people: [] },
    handoffs: [],
    thanks: [],
  });
  expect(gone.json.erasedAt).toBe("2026-09-07T09:00:00.000Z");

  const late = await ask("POST", "/v1/events", { key: writeKey, body: sleeping });
  expect([late.status, late.json.accepted]).toEqual([202, 0]);
  expect(late.json.rejected.map((each: { index: number; code: string }) => [each.index, each.code])).toEqual(
    [0, 1, 2, 3, 4].map((index) => [index, "person_erased"]),
  );
  expect((await ask("PUT", `/v1/progress?key=${writeKey}`, own)).json.code).toBe("person_erased");
  expect((await ask("POST", `/v1/handoffs?key=${writeKey}`, { key: mine.token, body: acts })).json.code).toBe(
    "person_erased",
  );
  const left = await ask("GET", "/v1/events", { key });
  expect(left.text.trim().split("\n")).toHaveLength(1);
  // What is left of them is one line that says not to take anything: their code, once.
  const bytes = bytesOf(dataDir);
  for (const mark of ["MARK-OF-ONE", "Ada One"]) expect([mark, bytes.includes(mark)]).toEqual([mark, false]);
  expect(readFileSync(join(dataDir, "events.sqlite"), "latin1")).not.toContain(code);
});

test("C163 an owner lets an erased person in again; what happened before stays refused", async () => {
  const bench = await createBench();
  const ask = await overHttp(bench);
  const { ownerKey: key, writeKey } = bench.keys;
  const send = (ts: string, sentAt = "2026-09-07T10:00:00Z") =>
    ask("POST", "/v1/events", { key: writeKey, body: { ...batch("u-1", [event("session.started", ts)]), sentAt } });
  expect((await ask("DELETE", "/v1/people/u-1/suppression", { key })).json).toEqual({ lifted: false });
  await ask("DELETE", "/v1/people/u-1", { key });
  bench.clock.set("2026-09-07T10:00:00Z");
  expect((await send("2026-09-07T09:59:00Z")).json.rejected[0].code).toBe("person_erased");
  expect((await ask("DELETE", "/v1/people/u-1/suppression", { key })).json).toEqual({ lifted: true });
  expect((await send("2026-09-07T09:59:00Z")).json.rejected[0].code).toBe("person_erased");
  // A device whose clock is an hour ahead: its own words place the event after the moment, its clock's error before it.
  expect((await send("2026-09-07T10:59:00Z", "2026-09-07T11:00:00Z")).json.rejected[0].code).toBe("person_erased");
  bench.clock.set("2026-09-07T10:05:00Z");
  expect((await send("2026-09-07T10:04:00Z", "2026-09-07T10:05:00Z")).json.accepted).toBe(1);
});

test("C440 what comes of somebody who was let in again stays, over the hourly work and a second admission", async () => {
  const bench = await createBench();
  const ask = await overHttp(bench);
  const { ownerKey: key, writeKey } = bench.keys;
  const send = (ts: string) =>
    ask("POST", "/v1/events", { key: writeKey, body: { ...batch("u-1", [event("session.started", ts)]), sentAt: ts } });
  const count = async () => (await ask("GET", "/v1/events", { key })).text.split("\n").length - 1;
  await ask("DELETE", "/v1/people/u-1", { key });
  bench.clock.set("2026-09-07T10:00:00Z");
  await ask("DELETE", "/v1/people/u-1/suppression", { key });
  bench.clock.set("2026-09-07T10:05:00Z");
  expect((await send("2026-09-07T10:05:00Z")).json.accepted).toBe(1);
  await bench.collector.admin.tidy();
  expect(await count()).toBe(1);
  bench.clock.set("2026-09-07T10:30:00Z");
  expect((await ask("DELETE", "/v1/people/u-1/suppression", { key })).json).toEqual({ lifted: true });
  expect(await count()).toBe(1);
  // On its way since before the second admission.
  expect((await send("2026-09-07T10:20:00Z")).json.accepted).toBe(1);
});

test("C454 what is not as agreed is kept with its reason again once its sender was let in, if it says that it is of later", async () => {
  const bench = await createBench();
  const ask = await overHttp(bench);
  const { ownerKey: key, writeKey } = bench.keys;
  await ask("DELETE", "/v1/people/u-1", { key });
  bench.clock.set("2026-09-07T10:00:00Z");
  await ask("DELETE", "/v1/people/u-1/suppression", { key });
  bench.clock.set("2026-09-07T10:05:00Z");
  const broken = (ts: string) => ({ ...event("session.started", ts), more: 1 });
  const events = [broken("2026-09-07T10:04:00Z"), broken("2026-09-07T09:59:00Z"), { id: "broken" }];
  const body = { ...batch("u-1", events), sentAt: "2026-09-07T10:05:00Z" };
  const { rejected } = (await ask("POST", "/v1/events", { key: writeKey, body })).json;
  const codes = rejected.map(({ code }: { code: string }) => code);
  expect(codes).toEqual(["unknown_key", "person_erased", "person_erased"]);
  expect((await ask("GET", "/v1/rejects", { key })).json.rejects).toMatchObject([{ code: "unknown_key" }]);
});

test("C162 a delivery that overtakes the erasure is caught, and what slipped in elsewhere goes within the hour", async () => {
  const dataDir = tempDir();
  const bench = await createBench({ dataDir });
  const ask = await overHttp(bench);
  const { ownerKey: key, writeKey } = bench.keys;
  const body = (name: string) => batch("u-1", [event("session.started", at, {}, name)]);
  const send = (name: string) => ask("POST", "/v1/events", { key: writeKey, body: body(name) });
  const count = async () => (await ask("GET", "/v1/events", { key })).text.split("\n").length - 1;
  const sent = Array.from({ length: 20 }, (_, i) => send(`${i}`));
  const erased = ask("DELETE", "/v1/people/u-1", { key });
  await Promise.all([...sent, erased]);
  expect(await count()).toBe(0);
  // As another collector beside this one would have written it, a moment before it could know.
  const store = createSqliteEventStore(join(dataDir, "events.sqlite"));
  const { pseudonym } = JSON.parse(readFileSync(join(dataDir, "secrets.json"), "utf8")).projects.crm;
  await store.append({ project: "crm", events: [storedEvent("slipped", pseudonymOf(pseudonym, "u-1"))], rejects: [] });
  await store.close();
  expect(await count()).toBe(1);
  await bench.collector.admin.tidy();
  expect(await count()).toBe(0);
});

const agents = fc.constantFrom(
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/141.0",
  "Mozilla/5.0 (Intel Mac OS X 10.15; rv:142.0) Firefox/142.0",
);
const secret = fc.stringMatching(/^[a-z0-9]{8}$/).map((text) => `SECRET${text}`);

test("C164 no address, no browser's description and no page's query reaches the databases", async () => {
  const dataDir = tempDir();
  const bench = await createBench({ dataDir });
  const ask = await overHttp(bench);
  let n = 0;
  await fc.assert(
    fc.asyncProperty(fc.ipV4(), fc.ipV6(), agents, secret, async (v4, v6, agent, token) => {
      // `::1` and the like are too short to be looked for among other bytes.
      fc.pre(v6.length > 8 && v4.length > 9);
      n += 1;
      const page = `https://c.example/d?q=${token}#${token}`;
      const props = {
        v4,
        v6,
        both: `${v4} [${v6}]`,
        agent,
        page,
        path: `/deals?q=${token}`,
        said: `see ${page} now`,
      };
      const events = [
        event("host.seen", at, { props }, `${n}`),
        { ...event("host.seen", at, { props }, `x${n}`), ip: v4, page, agent },
      ];
      const headers = {
        "user-agent": agent,
        "x-forwarded-for": `${v4}, ${v6}`,
        forwarded: `for=${v4}`,
        "x-real-ip": v4,
        referer: page,
      };
      const sent = await ask("POST", `/v1/events?key=${bench.keys.writeKey}`, {
        body: batch("u-1", events, { sdk: agent.slice(0, 58) }),
        headers,
      });
      expect(sent.json).toMatchObject({ accepted: 1, rejected: [{ index: 1 }] });
      const bytes = bytesOf(dataDir);
      for (const trace of [v4, v6, token, agent, "AppleWebKit", "(X11; ", "Intel Mac"])
        expect([trace, bytes.includes(trace)]).toEqual([trace, false]);
    }),
    { numRuns: 40 },
  );
  const kept = (await ask("GET", "/v1/events?limit=1", { key: bench.keys.ownerKey })).json;
  expect(kept).toBeNull();
  const [line = ""] = (await ask("GET", "/v1/events?limit=1", { key: bench.keys.ownerKey })).text.split("\n");
  expect(JSON.parse(line).props).toMatchObject({
    v4: "[address]",
    page: "https://c.example/d",
    path: "/deals",
  });
  expect(["Chrome", "Firefox"]).toContain(JSON.parse(line).props.agent);
});

test("C165 what a project keeps no longer goes every hour, each kind in its time", async () => {
  const dataDir = tempDir();
  const bench = await createBench({ dataDir });
  const ask = await overHttp(bench);
  const { ownerKey: key, writeKey } = bench.keys;
  await bench.publish();
  const token = await bench.token("u-1");
  await ask("PATCH", "/v1/project", {
    key,
    body: { retention: { eventMonths: 2, progressMonths: 4, rejectDays: 7, auditMonths: 3 } },
  });
  await ask("POST", "/v1/events", {
    key: writeKey,
    body: batch("u-1", [started("log-call", at), completed("log-call", at), { id: "broken" }], { token }),
  });
  await ask("PUT", `/v1/progress?key=${writeKey}`, { key: token, body: progressOf(Date.parse(at)) });
  const left = async () => {
    await bench.collector.admin.tidy();
    const { events, rows, progress } = (await ask("GET", "/v1/people/u-1", { key })).json;
    const { rejected } = (await ask("GET", "/v1/arrivals", { key })).json;
    const acts = (await ask("GET", "/v1/audit", { key })).json.acts as { act: string }[];
    const kept = {
      events: events.length,
      rows: rows.progress.length,
      people: rows.people.length,
      progress: progress.length,
    };
    return { ...kept, rejected, made: acts.some(({ act }) => act === "project.create") };
  };
  const all = { events: 2, rows: 1, people: 1, progress: 1, rejected: 1, made: true };
  expect(await left()).toEqual(all);
  bench.clock.set("2026-09-15T09:00:00Z");
  expect(await left()).toEqual({ ...all, rejected: 0 });
  bench.clock.set("2026-11-08T09:00:00Z");
  expect(await left()).toEqual({ ...all, rejected: 0, events: 0 });
  bench.clock.set("2026-12-10T09:00:00Z");
  expect(await left()).toEqual({ ...all, rejected: 0, events: 0, made: false });
  bench.clock.set("2027-01-08T09:00:00Z");
  expect(await left()).toEqual({ events: 0, rows: 0, people: 0, progress: 0, rejected: 0, made: false });
  const old = await ask("POST", "/v1/events", {
    key: writeKey,
    body: batch("u-1", [started("log-call", "2026-11-01T08:00:00Z")], { sentAt: "2027-01-08T09:00:00Z" }),
  });
  expect(old.json.rejected).toMatchObject([{ code: "too_old" }]);
});

test("C449 an event that claims to be of a later year is kept no longer than one of the day it came", async () => {
  const bench = await createBench();
  const ask = await overHttp(bench);
  const { ownerKey: key, writeKey } = bench.keys;
  await bench.publish();
  const later = "9999-12-31T23:00:00Z";
  await ask("POST", "/v1/events", { key: writeKey, body: batch("u-1", [completed("log-call", later)]) });
  const kept = async () => (await ask("GET", "/v1/people/u-1", { key })).json;
  const came = bench.clock.now();
  const { events, rows } = await kept();
  expect(events).toMatchObject([{ ts: later, at: came }]);
  expect(rows.progress).toMatchObject([{ completed: came }]);
  bench.clock.set("2028-12-10T09:00:00Z");
  await bench.collector.admin.tidy();
  expect(await kept()).toMatchObject({ events: [], rows: { progress: [], people: [] } });
});

test("C166 frozen pictures stay as they were when people are erased and events expire", async () => {
  const roles = [{ id: "sales-rep", title: "Sales rep", headcount: 24 }];
  const bench = await createBench({}, roles);
  const ask = await overHttp(bench);
  const key = bench.keys.ownerKey;
  await bench.publish();
  await team(bench, "2026-09-07", 24, [4, 10, 15]);
  bench.clock.set("2026-10-09T09:00:00Z");
  await ask("POST", "/v1/blocks/freeze", { key });
  const picture = async () =>
    (await ask("GET", "/v1/insights/adoption?journey=win-a-deal&role=sales-rep", { key })).text;
  const before = await picture();
  expect(JSON.parse(before).people).toBe(24);
  await ask("DELETE", "/v1/people/u-0", { key });
  bench.clock.set("2028-12-01T09:00:00Z");
  await bench.collector.admin.tidy();
  expect((await ask("GET", "/v1/events", { key })).text).toBe("");
  // Later blocks are frozen by the tidying too: what was shown goes on to be shown, with the newer blocks' dates.
  const { blocks: _, nextAt: __, ...shown } = JSON.parse(await picture());
  const { blocks: ___, nextAt: ____, ...was } = JSON.parse(before);
  expect(shown).toEqual(was);
});
