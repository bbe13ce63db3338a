import { expect, test } from "vitest";
import { type Bench, createBench } from "./support/bench.ts";
import { batch, event } from "./support/events.ts";

const at = "2026-09-07T08:00:00Z";

interface Listed {
  rejects: { id: string; code: string; path: string; message: string; body: string; whole: boolean }[];
  next: string | null;
}

const list = async (bench: Bench, query = ""): Promise<Listed> =>
  (await bench.call("GET", `/v1/rejects${query}`, { key: bench.keys.ownerKey })).json() as Promise<Listed>;

const again = async (bench: Bench, rejects: unknown): Promise<unknown> => {
  const response = await bench.call("POST", "/v1/rejects/resubmit", { key: bench.keys.ownerKey, body: { rejects } });
  return response.json();
};

const rated = (score: number, more: object = {}) =>
  event("step.rated", at, { journey: "j", step: "s", props: { score }, ...more });

test("C108 what was refused is listed page by page, with the place, the reason and what was sent, without the person", async () => {
  const bench = await createBench();
  await bench.send(batch("u-secret", [rated(9), rated(8, { subject: "deal:17" }), { by: "u-secret" }]));
  const { rejects, next } = await list(bench);
  expect(next).toBeNull();
  expect(rejects.map(({ code, path }) => `${code} ${path}`).sort()).toEqual([
    "missing $.id",
    "too_many $.props.score",
    "too_many $.props.score",
  ]);
  for (const { message, whole } of rejects) expect([message.endsWith("."), whole]).toEqual([true, true]);
  expect(JSON.stringify(rejects)).not.toContain("u-secret");
  const first = await list(bench, "?limit=2");
  const second = await list(bench, `?limit=2&after=${first.next}`);
  expect([...first.rejects, ...second.rejects]).toEqual(rejects);
});

test("C109 mended, an event is taken under whoever sent it and leaves the list; sent again it is a duplicate", async () => {
  const bench = await createBench();
  const token = await bench.token("u-1", ["sales-manager"]);
  await bench.send(batch("u-1", [rated(9)], { token }));
  const [reject] = (await list(bench)).rejects;
  const mended = { ...rated(9), props: { score: 7 } };
  expect(await again(bench, [{ id: reject?.id }])).toMatchObject({
    accepted: 0,
    rejected: [{ id: reject?.id, code: "too_many", path: "$.props.score" }],
  });
  expect(await again(bench, [{ id: reject?.id, event: mended }])).toEqual({
    accepted: 1,
    duplicates: 0,
    conflicts: [],
    rejected: [],
  });
  expect((await list(bench)).rejects).toEqual([]);
  expect(await (await bench.send(batch("u-1", [mended], { token }))).json()).toMatchObject({ duplicates: 1 });
  const text = await (await bench.call("GET", "/v1/events", { key: bench.keys.ownerKey })).text();
  expect(JSON.parse(text)).toMatchObject({
    type: "step.rated",
    verified: 1,
    role: "sales-manager",
    props: { score: 7 },
  });
  const acts = await bench.collector.admin.audit("crm");
  expect(acts.filter(({ act }) => act === "rejects.resubmit")).toHaveLength(2);
});

test("C109 what is not there, was kept in part or is known with other content is told by id, and stays", async () => {
  const bench = await createBench();
  await bench.send(batch("u-1", [rated(7), { ...rated(7), note: "x" }, { long: "x".repeat(5000) }]));
  const { rejects } = await list(bench);
  const known = rejects.find(({ whole }) => whole);
  const long = rejects.find(({ whole }) => !whole);
  const other = { ...rated(7), seq: 99 };
  expect(await again(bench, [{ id: "nobody" }, { id: long?.id }, { id: known?.id, event: other }])).toMatchObject({
    accepted: 0,
    conflicts: [{ id: known?.id }],
    rejected: [{ code: "reject_unknown" }, { code: "reject_in_part" }],
  });
  expect((await list(bench)).rejects).toHaveLength(2);
  for (const body of [null, [], [{}], new Array(501).fill({ id: "x" })])
    expect(await again(bench, body)).toMatchObject({ code: "resubmit_invalid" });
});

test("C232 what named nobody is told so, mended or not, and not that a part of it is missing", async () => {
  const bench = await createBench();
  const nobody = { type: "track", event: "deal.created", messageId: "m-1" };
  await bench.call("POST", "/v1/track", { key: bench.keys.writeKey, body: nobody });
  const [reject] = (await list(bench)).rejects;
  const mended = event("host.deal.created", at);
  for (const each of [{ id: reject?.id }, { id: reject?.id, event: mended }])
    expect(await again(bench, [each])).toMatchObject({
      accepted: 0,
      rejected: [{ id: reject?.id, code: "reject_senderless", message: expect.stringContaining("named no person") }],
    });
  expect((await list(bench)).rejects).toHaveLength(1);
});

test("C109 where an id was taken out, the person's code stands instead", async () => {
  const bench = await createBench();
  await bench.send(batch("u-9", [{ ...event("host.x", at, { props: { owner: "u-9" } }), note: "too much" }]));
  const [reject] = (await list(bench)).rejects;
  const sent = JSON.parse(reject?.body ?? "{}") as Record<string, unknown>;
  const { note: _, ...mended } = sent;
  expect(sent.props).toEqual({ owner: "[person]" });
  expect(await again(bench, [{ id: reject?.id, event: mended }])).toMatchObject({ accepted: 1 });
  const text = await (await bench.call("GET", "/v1/events", { key: bench.keys.ownerKey })).text();
  const { person, props } = JSON.parse(text) as { person: string; props: { owner: string } };
  expect(props.owner).toBe(person);
});

test("C443 a user id that looks like a count, a minute or a name of ours leaves what was sent as it can be sent again", async () => {
  const bench = await createBench();
  const minute = "2026-09-07T08:42:00Z";
  const attempt = { journey: "j", step: "s", seq: 1, version: 1, props: { attempt: 1, how: "manual" } };
  for (const person of ["1", "42", "true", "type", "2026"])
    await bench.send(batch(person, [{ ...event("step.completed", minute, attempt, person), more: person }]));
  const { rejects } = await list(bench);
  expect(rejects).toHaveLength(5);
  for (const { id, body } of rejects) {
    const { more, ...sent } = JSON.parse(body) as Record<string, unknown>;
    expect(more).toBe("[person]");
    expect(sent).toMatchObject({ type: "step.completed", ts: minute, ...attempt });
    expect(await again(bench, [{ id, event: sent }])).toMatchObject({ accepted: 1 });
  }
});

test("C443 as it was, an event of user 7 is judged again; where their id was a part of a text it must be written out", async () => {
  const bench = await createBench();
  const bad = { ...event("host.x", at, { props: { owner: 7, by: "7" } }), note: 1 };
  await bench.send(batch("7", [bad, { ...event("host.x", at, { subject: "deal:7" }, "part"), note: 1 }]));
  const { rejects } = await list(bench);
  const bodies = rejects.map(({ body }) => JSON.parse(body) as { subject?: string; props: object });
  expect(bodies.find(({ subject }) => subject === undefined)?.props).toEqual({ owner: "[person]", by: "[person]" });
  const answer = (await again(bench, rejects)) as { rejected: { code: string }[] };
  expect(answer.rejected.map(({ code }) => code).sort()).toEqual(["reject_in_part", "unknown_key"]);
});

test("C110 a clock that is more than five minutes off is put right by when it sent; `ts` stays, and the first copy counts", async () => {
  const bench = await createBench();
  const rows = async () =>
    (await (await bench.call("GET", "/v1/events", { key: bench.keys.ownerKey })).text())
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { ts: string; at: number; skewMs: number });
  const now = bench.clock.now();
  const hour = 3_600_000;
  const stamp = (ms: number) => new Date(ms).toISOString();
  const late = event("session.started", stamp(now - 2 * hour), {}, "late");
  await bench.send(batch("u-1", [late], { sentAt: stamp(now - hour) }));
  expect(await rows()).toMatchObject([{ ts: late.ts, at: now - hour, skewMs: hour }]);
  expect(await (await bench.send(batch("u-1", [late], { sentAt: stamp(now) }))).json()).toMatchObject({
    duplicates: 1,
  });
  expect(await rows()).toMatchObject([{ at: now - hour, skewMs: hour }]);
  const near = event("session.started", stamp(now - 1000), {}, "near");
  await bench.send(batch("u-1", [near], { sentAt: stamp(now + 4 * 60_000) }));
  expect((await rows()).find(({ ts }) => ts === near.ts)).toMatchObject({ at: now - 1000, skewMs: -240_000 });
  const old = event("session.started", "1970-01-01T00:10:00.000Z", {}, "old");
  await bench.send(batch("u-1", [old], { sentAt: "1970-01-01T00:11:00Z" }));
  expect((await rows()).find(({ ts }) => ts === old.ts)).toMatchObject({ at: now - 60_000 });
});
