import type { BatchEnvelope } from "@waymark/schema";
import { expect, test, vi } from "vitest";
import { createCalendar } from "../src/blocks/calendar.ts";
import { judgeEvents } from "../src/ingest/judge-events.ts";
import type { Sender } from "../src/ingest/sender.ts";
import { createBench } from "./support/bench.ts";
import { batch, event } from "./support/events.ts";

const at = "2026-09-07T08:00:00Z";
const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;

/** A delivery of a good event and of one written as it stands. */
const beside = (raw: string) =>
  JSON.stringify(batch("u-1", [event("session.started", at), "RAW"])).replace('"RAW"', raw);

const hosted = (props: string) => JSON.stringify(event("host.x", at, { props: "P" })).replace('"P"', props);

test.each([
  ["a prop 100 levels deep", hosted(deep(100))],
  ["a prop 100,000 levels deep", hosted(deep(100_000))],
  ["an event that is lists in lists", "[".repeat(200_000) + "]".repeat(200_000)],
  ["a type 50,000 levels deep", `{"type":${deep(50_000)}}`],
])("C16 %s is refused by itself", async (_, raw) => {
  const bench = await createBench();
  const headers = { authorization: `Bearer ${bench.keys.writeKey}` };
  const response = await bench.collector.fetch(
    new Request("http://collector/v1/events", { method: "POST", body: beside(raw), headers }),
  );
  expect(response.status).toBe(202);
  expect(await response.json()).toMatchObject({ accepted: 1, rejected: [{ index: 1 }] });
});

test("C16 deep documents of other kinds have problems, not failures", async () => {
  const bench = await createBench();
  const call = (method: string, path: string, body: string, credential: string) =>
    bench.collector.fetch(
      new Request(`http://collector${path}`, { method, body, headers: { authorization: `Bearer ${credential}` } }),
    );
  const nested = `${'{"not":'.repeat(50_000)}{"page":"/x"}${"}".repeat(50_000)}`;
  const journey = `{"format":"waymark.journey/1","id":"j","title":"T","steps":[{"id":"a","title":"A","done":${nested}}]}`;
  expect((await call("PUT", "/v1/journeys/j", journey, bench.keys.authorKey)).status).toBe(422);
  const progress = `{"format":"waymark.progress/1","journeys":${deep(50_000)}}`;
  const token = await bench.token("u-1");
  expect((await call("PUT", `/v1/progress?key=${bench.keys.writeKey}`, progress, token)).status).toBe(422);
  expect((await call("POST", "/v1/events", deep(50_000), bench.keys.writeKey)).status).toBe(400);
});

test("C16 keys that JavaScript gives a meaning are only keys", async () => {
  const bench = await createBench();
  const props = '{"__proto__":{"polluted":true},"constructor":"c","toString":"t"}';
  const headers = { authorization: `Bearer ${bench.keys.writeKey}` };
  const response = await bench.collector.fetch(
    new Request("http://collector/v1/events", { method: "POST", body: beside(hosted(props)), headers }),
  );
  expect(response.status).toBe(202);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

test.each(["😀-anna", 'anna "x" berg', "a\\b", "änna@büro.example", "\ud800lone"])(
  "C8 the person %j is in no reject",
  (person) => {
    const bad = { ...event("session.started", at), note: `by ${person}.`, [person]: [person] };
    const { events, ...envelope } = batch(person, [bad]) as unknown as BatchEnvelope;
    const sender: Sender = { person: "code", verified: 0, simulated: 0, roles: [], refused: null };
    const context = {
      project: "crm",
      sender,
      calendar: createCalendar("UTC"),
      openWeek: null,
      suppressed: null,
      oldest: 0,
      now: Date.parse(at),
    };
    const [reject] = judgeEvents({ ...envelope, events }, context).rejects;
    expect(JSON.parse(reject?.body ?? "")).toMatchObject({ note: "by [person].", "[person]": ["[person]"] });
  },
);

test("C8 C73 the live page shows nothing that was sent, neither values nor keys", async () => {
  const bench = await createBench();
  const secret = "anna-the-sales-rep";
  const rejected = [
    event(`${secret}.x-`, at),
    event("step.rated", at, { journey: secret, step: secret, props: { score: secret } }),
    event("step.rated", at, { journey: secret, step: secret, props: { score: 3, [secret]: 1 } }),
    event("host.x", at, { props: { [secret]: { [secret]: secret } } }),
    event("session.started", at, { [secret]: secret }),
    event("handoff.offered", at, { props: { role: secret.repeat(9) } }),
    event("step.shown", at, { journey: secret }),
    event("session.started", secret),
    secret,
  ];
  const answer = (await (await bench.send(batch("u-1", rejected))).json()) as { rejected: unknown[] };
  expect(answer.rejected).toHaveLength(rejected.length);
  const report = await bench.call("GET", "/v1/arrivals", { key: bench.keys.ownerKey });
  const text = await report.text();
  expect(text).not.toContain(secret);
  expect(text).toContain("$.props.score should be a number, but is something else.");
});

test.each([["sales-rep"], [{ a: 1 }], [[1, "sales-rep"]], [null]])("C9 roles %j are refused", async (own) => {
  const bench = await createBench();
  const token = await bench.token("u-1", [], { roles: own });
  const receipt = await (await bench.send(batch("u-1", [event("session.started", at)], { token }))).json();
  expect(receipt).toMatchObject({ accepted: 1, token: "refused: its claim roles is not a list of texts" });
});

test("C44 progress ends at 1 MB, and what is kept stays", async () => {
  const bench = await createBench();
  const headers = { authorization: `Bearer ${await bench.token("u-1")}` };
  const put = async (name: string) => {
    const entries = Array.from({ length: 6000 }, (_, i) => [`${name}-${i}-${"x".repeat(60)}`, { "": { steps: {} } }]);
    const body = { format: "waymark.progress/1", journeys: Object.fromEntries(entries) };
    return (await bench.call("PUT", `/v1/progress?key=${bench.keys.writeKey}`, { headers, body })).status;
  };
  expect([await put("a"), await put("b"), await put("a")]).toEqual([200, 422, 200]);
});

test("C451 the export begins at a moment, and a since that is none is said so", async () => {
  const bench = await createBench();
  const times = ["07:00", "08:00", "09:00"].map((time) => `2026-09-07T${time}:00Z`);
  await bench.send(
    batch(
      "u-1",
      times.map((ts, i) => event("session.started", ts, {}, `${i}`)),
    ),
  );
  const ask = (since: string) =>
    bench.call("GET", `/v1/events?since=${encodeURIComponent(since)}`, { key: bench.keys.ownerKey });
  const got = (await (await ask("2026-09-07T10:00:00+02:00")).text()).trim().split("\n");
  expect(got.map((line) => (JSON.parse(line) as { ts: string }).ts).toSorted()).toEqual(times.slice(1));
  for (const since of ["", "yesterday", "2026", "2026-13-01T00:00:00Z", "1795365595200"])
    expect([since, ((await (await ask(since)).json()) as { code: string }).code]).toEqual([since, "query_invalid"]);
});

test("C76 an after that is no id is said so, instead of starting over", async () => {
  const bench = await createBench();
  expect((await bench.call("GET", "/v1/events?after=zzz", { key: bench.keys.ownerKey })).status).toBe(400);
});

test("C17 a sender that goes away in the middle is not logged", async () => {
  const error = vi.fn();
  const bench = await createBench({ logger: { error } });
  const body = new ReadableStream({
    pull(controller) {
      controller.error(new Error("aborted"));
    },
  });
  const headers = { authorization: `Bearer ${bench.keys.writeKey}` };
  const init = { method: "POST", body, headers, duplex: "half" } as RequestInit;
  const response = await bench.collector.fetch(new Request("http://collector/v1/events", init));
  expect(await response.json()).toMatchObject({ status: 400, code: "body_incomplete" });
  expect(error).not.toHaveBeenCalled();
});
