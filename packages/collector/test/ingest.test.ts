import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { createBench, monday } from "./support/bench.ts";
import { batch, completed, event, started } from "./support/events.ts";

const at = "2026-09-07T08:00:00Z";
const call = event("host.call.logged", at);

test("C1 one bad event among good ones", async () => {
  const bench = await createBench();
  const bad = { ...event("step.rated", at, { journey: "j", step: "s" }), props: { score: 9 } };
  const response = await bench.send(batch("u-1", [call, bad, event("session.started", at)]));
  expect(response.status).toBe(202);
  expect(await response.json()).toMatchObject({
    accepted: 2,
    duplicates: 0,
    conflicts: [],
    rejected: [{ index: 1, code: "too_many", path: "$.props.score" }],
  });
});

test("C2 a replay is a duplicate, other content a conflict", async () => {
  const bench = await createBench();
  await bench.send(batch("u-1", [call]));
  const changed = { ...call, seq: 7 };
  const again = await bench.send(batch("u-1", [call, changed, event("session.started", at)], { locale: "de" }));
  expect(await again.json()).toMatchObject({ accepted: 1, duplicates: 1, conflicts: [{ index: 1 }] });
});

test("C2 the same id in two projects is two events", async () => {
  const bench = await createBench();
  const other = await bench.collector.admin.createProject({ id: "desk", title: "Desk", roles: [] });
  await bench.send(batch("u-1", [call]));
  const response = await bench.call("POST", "/v1/events", { key: other.writeKey, body: batch("u-1", [call]) });
  expect(await response.json()).toMatchObject({ accepted: 1 });
});

test("C3 keys", async () => {
  const bench = await createBench();
  const post = (key?: string) => bench.call("POST", "/v1/events", { ...(key && { key }), body: batch("u-1", []) });
  for (const [key, status, code] of [
    [undefined, 401, "key_missing"],
    ["pk_nobody", 401, "key_unknown"],
    [bench.keys.ownerKey, 403, "key_wrong_kind"],
  ] as const) {
    const response = await post(key);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect([response.status, await response.json()]).toMatchObject([status, { code, status }]);
  }
  const query = await bench.call("POST", `/v1/events?key=${bench.keys.writeKey}`, { body: batch("u-1", [call]) });
  expect(query.status).toBe(202);
});

test.each([
  ["text/plain", {}],
  ["application/json", { "content-encoding": "gzip" }],
  ["text/plain;charset=UTF-8", {}],
])("C4 reads gzip and plain as %s", async (type, headers) => {
  const bench = await createBench();
  const text = JSON.stringify(batch("u-1", [call]));
  const bodies = "content-encoding" in headers ? [gzipSync(text)] : [text, gzipSync(text)];
  for (const body of bodies) {
    const request = new Request(`http://collector/v1/events?key=${bench.keys.writeKey}`, {
      method: "POST",
      headers: { ...headers, "content-type": type },
      body,
    });
    expect((await bench.collector.fetch(request)).status).toBe(202);
  }
});

test("C4 other types are refused", async () => {
  const bench = await createBench();
  const response = await bench.send(batch("u-1", []), { "content-type": "text/html" });
  expect([response.status, await response.json()]).toMatchObject([415, { code: "content_type" }]);
});

test("C5 bodies that are too large or cannot be read", async () => {
  const bench = await createBench();
  const post = async (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) => {
    const init = { method: "POST", body, headers: { "content-type": "text/plain", ...headers } };
    const response = await bench.collector.fetch(
      new Request(`http://collector/v1/events?key=${bench.keys.writeKey}`, init),
    );
    return [response.status, ((await response.json()) as { code: string }).code];
  };
  expect(await post("x".repeat(1_048_577))).toEqual([413, "body_too_large"]);
  expect(await post(gzipSync("x".repeat(5_000_000)))).toEqual([413, "body_too_large"]);
  expect(await post("{", { "content-encoding": "gzip" })).toEqual([400, "not_gzip"]);
  expect(await post(Buffer.from([0x1f, 0x8b, 1, 2]))).toEqual([400, "not_gzip"]);
  expect(await post("{")).toEqual([400, "not_json"]);
});

test("C6 a bad envelope names the place", async () => {
  const bench = await createBench();
  const response = await bench.send({ ...batch("u-1", []), person: 7 });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    code: "envelope_invalid",
    detail: "$.person should be a text, but is 7.",
    problems: [{ path: "$.person", code: "wrong_type" }],
  });
});

test("C7 C8 rejects are kept once, without the person", async () => {
  const bench = await createBench();
  const bad = { ...call, id: "u-secret", note: "written by u-secret" };
  await bench.send(batch("u-secret", [bad, call]));
  await bench.send(batch("u-secret", [bad]));
  const report = await bench.call("GET", "/v1/arrivals", { key: bench.keys.ownerKey });
  const text = await report.text();
  expect(JSON.parse(text)).toMatchObject({ rejected: 1, received: 1, duplicates: 0 });
  expect(text).not.toContain("u-secret");
});

test("C18 a device's report of what it gave up counts once, in words of our own", async () => {
  const bench = await createBench();
  const report = (counter: string, reasons: object) =>
    bench.send({
      ...batch("u-1", []),
      dropped: { counter: event("host.x", at, { seq: Number(counter) }).id, reasons },
    });
  await report("1", { queue_full: 5 });
  await report("1", { queue_full: 7, "Nadia Petrov": 1 });
  await report("1", { queue_full: 5 });
  await report("2", { queue_full: 2 });
  const text = await (await bench.call("GET", "/v1/arrivals", { key: bench.keys.ownerKey })).text();
  expect(JSON.parse(text).dropped).toEqual({ other: 1, queue_full: 9 });
  expect(text).not.toContain("Nadia");
});

test("C7 a user id among the props of a host event becomes the person's code", async () => {
  const bench = await createBench();
  const owned = event("host.call.logged", at, { props: { owner: "u-17", with: "u-177", count: 17 } });
  await bench.send(batch("u-17", [owned]));
  const text = await (await bench.call("GET", "/v1/events", { key: bench.keys.ownerKey })).text();
  const { person, props } = JSON.parse(text) as { person: string; props: object };
  expect(props).toEqual({ owner: person, with: "u-177", count: 17 });
});

test("C9 tokens", async () => {
  const bench = await createBench();
  const lines = async () => {
    const response = await bench.call("GET", "/v1/events", { key: bench.keys.ownerKey });
    return (await response.text())
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  };
  const token = await bench.token("u-1", ["sales-manager"]);
  const good = await bench.send(batch("u-1", [started("log-call", at)], { token }));
  expect(await good.json()).not.toHaveProperty("token");
  expect(await lines()).toMatchObject([{ verified: 1, role: "sales-manager" }]);
  for (const [bad, reason] of [
    [await bench.token("u-2"), "refused: its sub is another person than the envelope's"],
    [await bench.token("u-1", [], { exp: 1 }).then((each) => `${each}x`), "refused: its signature does not match"],
    ["nonsense", "refused: it is not a signed token"],
  ] as const) {
    const response = await bench.send(batch("u-1", [completed("log-call", at, bad)], { token: bad }));
    const receipt = (await response.json()) as { accepted: number; token: string };
    expect(receipt.accepted).toBe(1);
    expect(receipt.token).toContain(reason);
  }
  expect((await lines()).filter((each) => each.verified === 0)).toHaveLength(3);
});

test("C9 an expired token and one of another algorithm are refused", async () => {
  const bench = await createBench();
  const token = await bench.token("u-1");
  const none = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${token.split(".")[1]}.`;
  bench.clock.set("2026-09-07T12:00:00Z");
  for (const [bad, reason] of [
    [token, "refused: it has expired"],
    [none, "refused: "],
  ] as const) {
    const response = await bench.send(batch("u-1", [started("log-call", at, bad)], { token: bad }));
    expect(((await response.json()) as { token: string }).token).toContain(reason);
  }
});

test("C10 simulated senders are marked", async () => {
  const bench = await createBench();
  await bench.send(batch("u-1", [call], { sdk: "simulate/0.1.0" }));
  const report = await bench.call("GET", "/v1/arrivals", { key: bench.keys.ownerKey });
  expect(await report.json()).toMatchObject({ received: 1, simulated: 1 });
});

test("C13 too old, and steps without a name", async () => {
  const bench = await createBench();
  const old = event("session.started", "2025-01-01T00:00:00Z");
  const response = await bench.send(batch("u-1", [old, event("step.shown", at, { journey: "j" })]));
  expect(await response.json()).toMatchObject({
    accepted: 0,
    rejected: [
      { index: 0, code: "too_old", path: "$.ts" },
      { index: 1, code: "missing", path: "$.step" },
    ],
  });
});

test("C15 deliveries at once each get their own verdict", async () => {
  const bench = await createBench();
  const all = Array.from({ length: 20 }, (_, i) =>
    bench.send(batch(`u-${i % 10}`, [event("session.started", at, {}, `${i % 10}`)])),
  );
  const receipts = await Promise.all(
    (await Promise.all(all)).map((each) => each.json() as Promise<{ accepted: number }>),
  );
  expect(receipts.reduce((sum, each) => sum + each.accepted, 0)).toBe(10);
});

test("C12 C15 a failing job does not sink its neighbours, and an overfull queue refuses", async () => {
  const { createCommitQueue } = await import("../src/events/commit-queue.ts");
  const log: string[] = [];
  const queue = createCommitQueue({
    begin: () => void log.push("begin"),
    commit: () => void log.push("commit"),
    rollback: () => void log.push("rollback"),
  });
  const good = queue.run(() => "kept");
  const bad = queue.run(() => {
    throw Object.assign(new Error("disk full"), { errcode: 13 });
  });
  await expect(bad).rejects.toThrow("disk full");
  expect(await good).toBe("kept");
  expect(log).toEqual(["begin", "rollback", "begin", "commit"]);
  const many = Array.from({ length: 1025 }, () => queue.run(() => 1).catch((error: { code: string }) => error.code));
  expect((await Promise.all(many)).at(-1)).toBe("cannot_keep");
});

test("C12 after closing, 503 with Retry-After", async () => {
  const bench = await createBench();
  await bench.collector.close();
  const response = await bench.send(batch("u-1", [call]));
  expect([response.status, response.headers.get("retry-after")]).toEqual([503, "5"]);
  expect(await response.json()).toMatchObject({ code: "cannot_keep" });
});

test("C12 what passes by itself asks the sender to come again", async () => {
  const { problemResponse, toCollectorError } = await import("../src/http/problem.ts");
  const logger = { error: () => undefined };
  for (const errcode of [5, 13, 261]) {
    const response = problemResponse(toCollectorError(Object.assign(new Error("x"), { errcode }), logger));
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "5"]);
  }
  expect(toCollectorError(new Error("x"), logger).status).toBe(500);
});

test("C223 a copy that differs in what is never kept only is a duplicate; any other difference is a conflict", async () => {
  const bench = await createBench();
  const one = event("host.page.seen", monday, { props: { url: "/deals/17?tab=notes", by: "u-1", n: 1 } });
  const send = async (more: object, props: object = {}) => {
    const copy = { ...one, ...more, props: { ...(one.props as object), ...props } };
    const answer = await (await bench.send(batch("u-1", [copy]))).json();
    const { accepted, duplicates, conflicts } = answer as {
      accepted: number;
      duplicates: number;
      conflicts: unknown[];
    };
    return [accepted, duplicates, conflicts.length];
  };
  expect(await send({})).toEqual([1, 0, 0]);
  expect(await send({}, { url: "/deals/17?tab=other" })).toEqual([0, 1, 0]);
  const reordered = { n: 1, by: "u-1", url: "/deals/17" };
  expect(await (await bench.send(batch("u-1", [{ ...one, props: reordered }]))).json()).toMatchObject({
    duplicates: 1,
  });
  for (const other of [
    { seq: 9 },
    { session: "s2" },
    { subject: "deal:1" },
    { journey: "j" },
    { ts: "2026-09-07T09:00:00.1Z" },
  ])
    expect([other, await send(other)]).toEqual([other, [0, 0, 1]]);
  expect(await send({}, { n: 2 })).toEqual([0, 0, 1]);
  expect(await send({}, { extra: null })).toEqual([0, 0, 1]);
});
