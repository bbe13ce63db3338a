import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { type Bench, createBench, winADeal } from "./support/bench.ts";
import { batch, event } from "./support/events.ts";

const at = "2026-09-07T08:00:00.000Z";
const where = { dealId: "{deal.id}", stage: { in: ["demo"] } };
const perDeal = {
  ...winADeal,
  per: { subject: "deal" },
  steps: [{ id: "log-call", title: "Log it", done: { event: "deal.created", where } }],
};

interface Line extends Record<string, unknown> {
  id: string;
  type: string;
  props: Record<string, unknown>;
}

const basic = (key: string) => ({ authorization: `Basic ${btoa(`${key}:`)}` });

async function post(
  bench: Bench,
  path: string,
  body: unknown,
  headers = basic(bench.keys.writeKey),
): Promise<Response> {
  return bench.call("POST", path, { body, headers });
}

async function lines(bench: Bench): Promise<Line[]> {
  const text = await (await bench.call("GET", "/v1/events", { key: bench.keys.ownerKey })).text();
  return text.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as Line]));
}

async function arrivals(bench: Bench): Promise<{ rejected: number; rejects: { code: string; path: string }[] }> {
  return (await (await bench.call("GET", "/v1/arrivals", { key: bench.keys.ownerKey })).json()) as never;
}

const track = (more: object = {}) => ({
  type: "track",
  messageId: "m-1",
  userId: "u-1",
  anonymousId: "device-9",
  timestamp: at,
  event: "deal.created",
  properties: { dealId: "17", stage: "demo", secret: "hush" },
  context: {
    ip: "203.0.113.7",
    userAgent: "Secret/1.0",
    page: { url: "https://crm.example/?q=hush" },
    traits: { email: "hush" },
  },
  ...more,
});

test("C130 every address, with the key wherever a client puts it", async () => {
  const bench = await createBench();
  const key = bench.keys.writeKey;
  const kinds = ["track", "identify", "page", "screen", "group", "alias", "batch"];
  const addresses = [...kinds.flatMap((kind) => [`/v1/${kind}`, `/v1/${kind.charAt(0)}`]), "/beacon/v1/batch"];
  const body = (path: string) =>
    path.endsWith("/b") || path.endsWith("batch")
      ? { batch: [track({ messageId: path })] }
      : track({ messageId: path });
  for (const path of addresses) expect([path, (await post(bench, path, body(path))).status]).toEqual([path, 200]);
  const types = (await lines(bench)).map(({ type }) => type).sort();
  const [seen, screen] = ["host.page.viewed", "host.screen.viewed"];
  expect(types).toEqual([...new Array(5).fill("host.deal.created"), seen, seen, screen, screen]);
  const ways = [
    bench.call("POST", `/beacon/v1/batch?writeKey=${key}`, {
      body: { batch: [] },
      headers: { "content-type": "text/plain" },
    }),
    bench.call("POST", "/v1/t", { body: { ...track(), writeKey: key } }),
    bench.call("POST", "/v1/t", { body: track(), key }),
  ];
  expect((await Promise.all(ways)).map(({ status }) => status)).toEqual([200, 200, 200]);
});

test("C130 the project is the key's, whatever the body says", async () => {
  const bench = await createBench();
  const other = await bench.collector.admin.createProject({ id: "other", title: "Other", roles: [] });
  const said = { project: "other", projectId: "other", writeKey: other.writeKey };
  await post(bench, "/v1/batch", { ...said, batch: [track(said)] });
  expect(await lines(bench)).toHaveLength(1);
  expect(await lines({ ...bench, keys: other })).toEqual([]);
  const refused = [
    [await post(bench, "/v1/track", track(), basic("pk_nobody")), 401, "key_unknown"],
    [await bench.call("POST", "/v1/track", { body: track() }), 401, "key_missing"],
    [await post(bench, "/v1/track", track(), basic(bench.keys.ownerKey)), 403, "key_wrong_kind"],
  ] as const;
  for (const [response, status, code] of refused)
    expect([response.status, await response.json()]).toMatchObject([status, { code }]);
});

test("C441 what stands where a text or a number belongs costs its own message only, and an id of any kind is one", async () => {
  const bench = await createBench();
  const odd = { toString: 1, valueOf: 1 };
  const batched = [
    ...[odd, [odd], {}].map((messageId) => track({ messageId })),
    ...[{ event: odd }, { timestamp: [odd] }].map((more, i) => track({ ...more, messageId: `m-${i}` })),
    { type: "page", messageId: "p", userId: "u-1", timestamp: at, name: odd, properties: { name: odd } },
    track({ messageId: "good" }),
  ];
  const answer = await (await post(bench, "/v1/batch", { batch: batched })).json();
  expect(answer).toMatchObject({ accepted: 5, conflicts: [], rejected: [{ index: 3 }, { index: 4 }] });
  const record = (more: object) => ({
    ...{ eventName: "deal.created", timeUnixNano: String(Date.parse(at) * 1e6) },
    attributes: [{ key: "user.id", value: { stringValue: "u-1" } }],
    ...more,
  });
  const logRecords = [
    record({ attributes: [...record({}).attributes, { key: "a", value: { intValue: odd, doubleValue: [odd] } }] }),
    record({ timeUnixNano: odd, eventName: "deal.won" }),
    record({ eventName: "deal.lost" }),
  ];
  const logs = await post(bench, "/v1/logs", { resourceLogs: [{ scopeLogs: [{ logRecords }] }] });
  expect([logs.status, await logs.json()]).toEqual([200, {}]);
  expect(await lines(bench)).toHaveLength(8);
});

test("C452 a refusal names the place in the client's own message, and OTLP hears of conflicts too", async () => {
  const bench = await createBench();
  const bad = [{ event: "Größe" }, { timestamp: "yesterday" }, { timestamp: "2021-01-01T00:00:00Z" }];
  const batched = bad.map((more, i) => track({ messageId: `m-${i}`, ...more }));
  const { rejected } = (await (await post(bench, "/v1/batch", { batch: batched })).json()) as {
    rejected: { path: string; message: string }[];
  };
  expect(rejected.map(({ path, message }) => [path, message.split(" ")[0]])).toEqual(
    ["$.event", "$.timestamp", "$.timestamp"].map((path) => [path, path]),
  );
  expect(rejected[0]?.message).not.toContain("host.");
  const attributes = [
    { key: "user.id", value: { stringValue: "u-1" } },
    { key: "log.record.uid", value: { stringValue: "r-1" } },
  ];
  const timeUnixNano = String(Date.parse(at) * 1e6);
  const logRecords = ["deal.created", "deal.lost"].map((eventName) => ({ eventName, timeUnixNano, attributes }));
  const logs = await post(bench, "/v1/logs", { resourceLogs: [{ scopeLogs: [{ logRecords }] }] });
  expect(await logs.json()).toMatchObject({
    partialSuccess: { rejectedLogRecords: 1, errorMessage: expect.stringContaining("log.record.uid") },
  });
});

test("C442 a `sentAt` that is no time of these years costs nothing: the delivery counts as sent when it came", async () => {
  const bench = await createBench();
  const years = ["+012000-01-01T00:00:00Z", "-002000-01-01T00:00:00Z", "Jan 1 12000", "0000-01-01T00:00:00Z", 7, {}];
  for (const [i, sentAt] of years.entries()) {
    const sent = await post(bench, "/v1/batch", { sentAt, batch: [track({ messageId: `m-${i}` })] });
    expect([sentAt, sent.status, ((await sent.json()) as { accepted: number }).accepted]).toEqual([sentAt, 200, 1]);
  }
});

test("C131 C135 one message never costs another, and what is rejected is kept once", async () => {
  const bench = await createBench();
  const bad = [
    "no message",
    { type: "purchase", messageId: "m-2" },
    track({ messageId: "m-3", userId: null, anonymousId: "" }),
    track({ messageId: "m-4", userId: "u".repeat(121), anonymousId: undefined }),
    track({ messageId: "m-5", event: "Deal: created!" }),
    track({ messageId: "m-6", event: undefined }),
    track({ messageId: "m-7", timestamp: "yesterday" }),
    track({ messageId: "m-8", timestamp: "2021-01-01T00:00:00Z" }),
  ];
  const send = async () => (await post(bench, "/v1/batch", { batch: [...bad, track()] })).json();
  const codes = [
    "unknown_type",
    "unknown_type",
    "missing",
    "missing",
    "event_type",
    "event_type",
    "timestamp",
    "too_old",
  ];
  expect(await send()).toMatchObject({
    ...{ success: true, accepted: 1, duplicates: 0, ignored: 0 },
    rejected: codes.map((code, index) => ({ index, code: code === "timestamp" ? expect.any(String) : code })),
  });
  const first = await arrivals(bench);
  expect(await send()).toMatchObject({ accepted: 0, duplicates: 1 });
  expect(await arrivals(bench)).toEqual({ ...first, duplicates: 1 });
  // The two without an id and the two of no known kind say the same.
  expect(first.rejected).toBeGreaterThanOrEqual(5);
  for (const body of [{}, { batch: "x" }, { batch: {} }, [], null, 7])
    expect([(await post(bench, "/v1/batch", body)).status]).toEqual([200]);
});

test("C131 what was rejected can be sent in again, mended", async () => {
  const bench = await createBench();
  await bench.publish(perDeal);
  await post(bench, "/v1/track", track({ event: "Deal: created!", properties: { dealId: "17" } }));
  const key = bench.keys.ownerKey;
  const { rejects } = (await (await bench.call("GET", "/v1/rejects", { key })).json()) as {
    rejects: { id: string; body: string }[];
  };
  const mend = (body: string): object => ({ ...(JSON.parse(body) as object), type: "host.deal.created" });
  const mended = rejects.map(({ id, body }) => ({ id, event: mend(body) }));
  const answer = await bench.call("POST", "/v1/rejects/resubmit", { key, body: { rejects: mended } });
  expect(await answer.json()).toMatchObject({ accepted: 1, rejected: [] });
  expect(await lines(bench)).toMatchObject([{ type: "host.deal.created", sourceId: "m-1" }]);
});

test("C143 a key that sends too much is held back, and what is too large is refused as a whole", async () => {
  const bench = await createBench({ pace: { eventsPerSecond: 1, burst: 3 } });
  const three = { batch: ["a", "b", "c"].map((messageId) => track({ messageId })) };
  expect((await post(bench, "/v1/batch", three)).status).toBe(200);
  for (const path of ["/v1/batch", "/v1/t", "/v1/logs"]) {
    const response = await post(bench, path, three);
    expect([response.status, response.headers.get("retry-after")]).toEqual([429, "1"]);
  }
  const inBody = { ...three, writeKey: bench.keys.writeKey };
  expect((await bench.call("POST", "/v1/batch", { body: inBody })).status).toBe(429);
  const other = await createBench();
  expect((await post(other, "/v1/batch", { batch: ["x".repeat(1_048_577)] })).status).toBe(413);
});

test("C131 what cannot be kept is 503, and complete when it comes again", async () => {
  const bench = await createBench();
  await bench.collector.close();
  const response = await post(bench, "/v1/batch", { batch: [track()] });
  expect([response.status, response.headers.get("retry-after")]).toEqual([503, "5"]);
});

test("C132 names", async () => {
  const bench = await createBench();
  const names = ["Deal Created", "  Order   Completed ", "deal_created", "dealCreated", "deal:won"];
  const calls = names.map((name, i) => track({ messageId: `n-${i}`, event: name }));
  const silent = ["identify", "group", "alias"].map((type) =>
    track({ type, messageId: type, traits: { email: "hush" } }),
  );
  const seen = [track({ type: "page", messageId: "p", name: "Pricing" }), track({ type: "screen", messageId: "s" })];
  const answer = await (await post(bench, "/v1/batch", { batch: [...calls, ...silent, ...seen] })).json();
  expect(answer).toMatchObject({ accepted: 7, ignored: 3, rejected: [] });
  const types = (await lines(bench)).map(({ type }) => type.slice("host.".length));
  expect(types.sort()).toEqual(
    [
      "deal.created",
      "deal:won",
      "dealCreated",
      "deal_created",
      "order.completed",
      "page.viewed",
      "screen.viewed",
    ].sort(),
  );
});

test("C133 only what a journey reads is kept", async () => {
  const bench = await createBench();
  const seen = {
    id: "see",
    title: "See it",
    done: { event: "page.viewed", where: { name: "Pricing", path: "/pricing" } },
  };
  await bench.publish({ ...perDeal, steps: [...perDeal.steps, seen] });
  const long = track({ messageId: "m-2", properties: { dealId: "x".repeat(90), stage: { deep: "hush" } } });
  const page = {
    type: "page",
    messageId: "m-3",
    name: "Pricing",
    properties: { path: "/people/hush", url: "hush", name: "Pricing" },
  };
  const bad = track({ messageId: "m-4", event: "Bad!", properties: { secret: "hush" } });
  const nobody = track({ messageId: "m-5", userId: undefined, anonymousId: undefined });
  await post(bench, "/v1/batch", { batch: [track(), long, track(page), bad, nobody] });
  const kept = await lines(bench);
  expect(kept.map(({ props }) => props)).toEqual(
    expect.arrayContaining([{ dealId: "17", stage: "demo" }, { dealId: "x".repeat(64) }, { name: "Pricing" }]),
  );
  const stored = JSON.stringify([kept, await arrivals(bench)]);
  for (const word of ["hush", "203.0.113", "Secret", "crm.example", '"u-1"', "device-9"])
    expect(stored).not.toContain(word);
});

test("C134 ids", async () => {
  const bench = await createBench();
  const [, again] = [await post(bench, "/v1/track", track()), await post(bench, "/v1/track", track())];
  expect(await again.json()).toMatchObject({ accepted: 0, duplicates: 1 });
  const other = await post(bench, "/v1/track", track({ event: "deal.lost" }));
  expect(await other.json()).toMatchObject({ accepted: 0, conflicts: [{ index: 0 }] });
  const [line] = await lines(bench);
  const hash = createHash("sha256").update("crm\nm-1").digest("hex").slice(0, 32);
  const mask = (text = "") =>
    text
      .replaceAll("-", "")
      .split("")
      .filter((_, i) => i !== 12 && i !== 16)
      .join("");
  expect([mask(line?.id), line?.sourceId]).toEqual([mask(hash), "m-1"]);
  await post(bench, "/v1/track", track({ messageId: "call-u-1-3" }));
  expect((await lines(bench)).map(({ sourceId }) => sourceId)).toContain("call-[person]-3");
  const twins = { batch: [track({ messageId: undefined }), track({ messageId: undefined })] };
  expect(await (await post(bench, "/v1/batch", twins)).json()).toMatchObject({ accepted: 2 });
  expect(await (await post(bench, "/v1/batch", twins)).json()).toMatchObject({ accepted: 0, duplicates: 2 });
});

test("C135 the device speaks where no user does", async () => {
  const bench = await createBench();
  const calls = [track(), track({ messageId: "m-2", userId: null }), track({ messageId: "m-3", userId: 17 })];
  await post(bench, "/v1/batch", { batch: calls });
  expect(new Set((await lines(bench)).map(({ person }) => person)).size).toBe(3);
});

const attribute = (key: string, value: object) => ({ key, value });
const record = (more: object = {}) => ({
  timeUnixNano: "1788768000000000000",
  eventName: "deal.created",
  body: { stringValue: "hush" },
  attributes: [
    attribute("user.id", { stringValue: "u-1" }),
    attribute("dealId", { intValue: "17" }),
    attribute("stage", { stringValue: "demo" }),
    attribute("secret", { stringValue: "hush" }),
  ],
  ...more,
});
const logs = (...logRecords: unknown[]) => ({
  resourceLogs: [
    { resource: { attributes: [attribute("host.ip", { stringValue: "203.0.113.7" })] }, scopeLogs: [{ logRecords }] },
  ],
});

test("C136 C134 C133 OTLP logs", async () => {
  const bench = await createBench();
  await bench.publish(perDeal);
  const uid = attribute("log.record.uid", { stringValue: "uid-1" });
  const named = record({ attributes: [...record().attributes, uid] });
  const line = { body: { stringValue: "hush happened" }, severityText: "INFO" };
  const send = async () => (await post(bench, "/v1/logs", logs(record(), record(), named, line, line))).json();
  const answer = { partialSuccess: { rejectedLogRecords: 2, errorMessage: expect.stringContaining("eventName") } };
  expect(await send()).toEqual(answer);
  expect(await send()).toEqual(answer);
  const kept = await lines(bench);
  expect(kept).toHaveLength(3);
  for (const each of kept)
    expect(each).toMatchObject({
      type: "host.deal.created",
      ts: "2026-09-07T08:00:00.000Z",
      props: { dealId: 17, stage: "demo" },
    });
  expect(new Set(kept.map(({ sourceId }) => sourceId))).toEqual(new Set(["uid-1", null]));
  const found = await arrivals(bench);
  expect(found).toMatchObject({ rejected: 1, rejects: [{ code: "missing", path: "$.eventName" }] });
  for (const word of ["hush", "203.0", '"u-1"']) expect(JSON.stringify([kept, found])).not.toContain(word);
  expect(await (await post(bench, "/v1/logs", logs(record()))).json()).toEqual({});
  for (const body of [{}, null, [], logs(), logs(null, 7), { resourceLogs: [null, { scopeLogs: [null] }] }])
    expect((await post(bench, "/v1/logs", body)).status).toBe(200);
});

async function deals(
  bench: Bench,
  person: string,
): Promise<Record<string, { steps: Record<string, { completed: number }> }>> {
  const key = await bench.token(person);
  const answer = await bench.call("GET", `/v1/progress?key=${bench.keys.writeKey}`, { key });
  return ((await answer.json()) as { journeys: Record<string, never> }).journeys["win-a-deal"] ?? {};
}

test("C137 C42 what another system says completes the step, and counts as unverified", async () => {
  const bench = await createBench();
  await bench.publish(perDeal);
  const offered = event("journey.offered", "2026-09-07T07:00:00Z", { journey: "win-a-deal", version: 1 });
  await bench.send(batch("u-1", [offered], { token: await bench.token("u-1") }));
  await post(bench, "/v1/batch", { batch: [track(), track({ messageId: "m-2", userId: "u-2" })] });
  expect((await deals(bench, "u-1"))["deal:17"]?.steps["log-call"]).toMatchObject({ completed: Date.parse(at) });
  expect(await deals(bench, "u-2")).toEqual({});
  const derived = (await lines(bench)).filter(({ type }) => type === "step.completed");
  expect(derived).toMatchObject([{ verified: 0, subject: "deal:17", sourceId: null }]);
});

test("C138 what browsers and Rudder's server library send", async () => {
  const bench = await createBench();
  const form = { ...basic(bench.keys.writeKey), "content-type": "application/x-www-form-urlencoded" };
  const packed = new Uint8Array(gzipSync(JSON.stringify({ batch: [track()] })));
  const send = (path: string, headers: Record<string, string>, body: string | Uint8Array<ArrayBuffer>) =>
    bench.collector.fetch(new Request(`http://collector${path}`, { method: "POST", headers, body }));
  expect((await send("/v1/batch", form, packed)).status).toBe(200);
  expect((await send("/v1/batch", { ...form, "content-encoding": "gzip" }, packed)).status).toBe(200);
  expect((await send(`/v1/events?key=${bench.keys.writeKey}`, form, packed)).status).toBe(415);
  const origin = "http://localhost:5173";
  const page = { ...basic(bench.keys.writeKey), "content-type": "text/plain", origin };
  const answer = await send("/v1/t", page, JSON.stringify(track({ messageId: "m-2" })));
  expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([200, origin]);
  const evil = await send("/v1/t", { ...page, origin: "https://evil.example" }, JSON.stringify(track()));
  expect([evil.status, await evil.json()]).toMatchObject([403, { code: "origin_refused" }]);
  const asked = "authorization,anonymousid,rsa-retry-attempt,sentat,x-retry-count";
  for (const path of ["/v1/t", "/v1/b", "/v1/logs", "/beacon/v1/batch", "/sourceConfig/"]) {
    const headers = { origin, "access-control-request-headers": asked };
    const preflight = await bench.call("OPTIONS", path, { headers });
    expect([path, preflight.status, preflight.headers.get("access-control-allow-headers")]).toEqual([path, 204, asked]);
  }
});

test("C139 settings", async () => {
  const bench = await createBench();
  const key = bench.keys.writeKey;
  const headers = { origin: "http://localhost:5173", "x-forwarded-proto": "https" };
  const segment = await bench.call("GET", `/v1/projects/${key}/settings`, { headers });
  expect(segment.headers.get("access-control-allow-origin")).toBe(headers.origin);
  expect(await segment.json()).toMatchObject({
    integrations: { "Segment.io": { apiKey: key, apiHost: "collector/v1", protocol: "https" } },
    metrics: { sampleRate: 0 },
  });
  const rudder = await bench.call("GET", `/sourceConfig/?p=npm&writeKey=${key}`, { headers });
  expect(await rudder.json()).toMatchObject({
    source: { id: "crm", enabled: true, destinations: [], config: { statsCollection: { errors: { enabled: false } } } },
  });
  for (const path of ["/v1/projects/pk_nobody/settings", "/sourceConfig?writeKey=pk_nobody"])
    expect((await bench.call("GET", path, { headers })).status).toBe(401);
});
