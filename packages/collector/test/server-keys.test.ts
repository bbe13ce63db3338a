import { expect, test } from "vitest";
import { type Bench, createBench, winADeal } from "./support/bench.ts";
import { batch, event } from "./support/events.ts";

const at = "2026-09-07T08:00:00.000Z";
const before = "2026-09-07T07:00:00Z";
const basic = (key: string) => ({ authorization: `Basic ${btoa(`${key}:`)}` });
const said = (more: object = {}) => ({
  type: "track",
  messageId: "m-1",
  userId: "u-1",
  timestamp: at,
  event: "call.logged",
  ...more,
});
const otlp = {
  resourceLogs: [
    {
      scopeLogs: [
        {
          logRecords: [
            {
              timeUnixNano: "1788768000000000000",
              eventName: "call.logged",
              attributes: [{ key: "user.id", value: { stringValue: "u-1" } }],
            },
          ],
        },
      ],
    },
  ],
};

interface Kept {
  id: string;
  type: string;
  verified: number;
}

const serverKey = async (bench: Bench): Promise<string> =>
  (await bench.collector.admin.issueKey("crm", "server", "the back end")).key;

async function kept(bench: Bench): Promise<Kept[]> {
  const text = await (await bench.call("GET", "/v1/events", { key: bench.keys.ownerKey })).text();
  return text.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as Kept]));
}

const standing = async (bench: Bench): Promise<[string, number][]> =>
  (await kept(bench)).map(({ type, verified }): [string, number] => [type, verified]).sort();

async function offer(bench: Bench, token?: string): Promise<void> {
  const offered = event("journey.offered", before, { journey: "win-a-deal", version: 1 });
  await bench.send(batch("u-1", [offered], token === undefined ? {} : { token }));
}

test("C227 under a server key what a server says is verified; under the write key it stays unverified", async () => {
  const bench = await createBench();
  const key = await serverKey(bench);
  expect(key).toMatch(/^sk_/);
  const ways = [
    bench.call("POST", "/v1/track", { body: said(), headers: basic(key) }),
    bench.call("POST", "/v1/batch", { body: { batch: [said({ messageId: "m-2" })], writeKey: key } }),
    bench.call("POST", "/v1/logs", { body: otlp, key }),
  ];
  for (const response of await Promise.all(ways)) expect(response.status).toBe(200);
  expect((await kept(bench)).map(({ verified }) => verified)).toEqual([1, 1, 1]);
  await bench.call("POST", "/v1/track", { body: said({ messageId: "m-3" }), key: bench.keys.writeKey });
  expect((await kept(bench)).map(({ verified }) => verified).sort()).toEqual([0, 1, 1, 1]);
});

test("C228 a deed that is vouched for completes the step; verified only where the offer is too", async () => {
  const signed = await createBench();
  await signed.publish();
  await offer(signed, await signed.token("u-1"));
  await signed.call("POST", "/v1/track", { body: said(), key: await serverKey(signed) });
  expect(await standing(signed)).toEqual([
    ["host.call.logged", 1],
    ["journey.offered", 1],
    ["journey.started", 1],
    ["step.completed", 1],
  ]);
  const unsigned = await createBench();
  await unsigned.publish();
  await offer(unsigned);
  await unsigned.call("POST", "/v1/track", { body: said(), key: await serverKey(unsigned) });
  expect(await standing(unsigned)).toEqual([
    ["host.call.logged", 1],
    ["journey.offered", 0],
    ["journey.started", 0],
    ["step.completed", 0],
  ]);
});

test("C229 a server key opens nothing else, and is refused where others see it", async () => {
  const bench = await createBench();
  const key = await serverKey(bench);
  const refused = [
    bench.call("POST", `/v1/track?writeKey=${key}`, { body: said() }),
    bench.call("POST", `/v1/logs?key=${key}`, { body: otlp }),
    bench.call("POST", "/v1/track", { body: said(), key, headers: { origin: "http://localhost:5173" } }),
  ];
  for (const response of await Promise.all(refused))
    expect([response.status, await response.json()]).toMatchObject([403, { code: "key_exposed" }]);
  for (const [method, path] of [
    ["POST", "/v1/events"],
    ["GET", "/v1/journeys"],
    ["GET", "/sourceConfig"],
    ["GET", "/v1/keys"],
  ] as const)
    expect([
      path,
      (await bench.call(method, path, { key, ...(method === "POST" ? { body: {} } : {}) })).status,
    ]).toEqual([path, 403]);
  expect(await kept(bench)).toEqual([]);
});

test("C229 it is made and revoked by the owner, and written down; revoked, it opens nothing", async () => {
  const bench = await createBench();
  const { ownerKey } = bench.keys;
  const made = await bench.call("POST", "/v1/keys", { key: ownerKey, body: { kind: "server", label: "the back end" } });
  const { id, key } = (await made.json()) as { id: string; key: string };
  expect([made.status, key]).toEqual([201, expect.stringMatching(/^sk_/)]);
  const send = (messageId: string) => bench.call("POST", "/v1/track", { body: said({ messageId }), key });
  expect((await send("m-1")).status).toBe(200);
  expect((await bench.call("DELETE", `/v1/keys/${id}`, { key: ownerKey })).status).toBe(204);
  expect((await send("m-2")).status).toBe(401);
  const acts = await bench.collector.admin.audit("crm");
  expect(acts.map(({ act, detail }) => `${act} ${detail}`)).toEqual(
    expect.arrayContaining([`key.create server ${id}`, `key.revoke server ${id}`]),
  );
  expect(JSON.stringify(acts)).not.toContain(key);
});

test("C229 what was refused under it is verified once it is mended", async () => {
  const bench = await createBench();
  await bench.publish();
  const { ownerKey } = bench.keys;
  await bench.call("POST", "/v1/track", { body: said({ event: "call: logged!" }), key: await serverKey(bench) });
  const { rejects } = (await (await bench.call("GET", "/v1/rejects", { key: ownerKey })).json()) as {
    rejects: { id: string; body: string }[];
  };
  const mended = rejects.map(({ id, body }) => ({ id, event: { ...JSON.parse(body), type: "host.call.logged" } }));
  await bench.call("POST", "/v1/rejects/resubmit", { key: ownerKey, body: { rejects: mended } });
  expect(await standing(bench)).toEqual([["host.call.logged", 1]]);
});

test("C234 a journey may name an event in the words of the tool that sends it", async () => {
  const bench = await createBench();
  const where = { dealId: "{deal.id}" };
  const done = { any: [{ event: "Deal Created", where }, { event: "never" }] };
  await bench.publish({
    ...winADeal,
    per: { subject: "deal" },
    steps: [{ id: "log-call", title: "Log it", done }],
  });
  await offer(bench);
  const deed = said({ event: "Deal Created", properties: { dealId: "17" } });
  await bench.call("POST", "/v1/track", { body: deed, key: bench.keys.writeKey });
  const completed = (await kept(bench)).filter(({ type }) => type === "step.completed");
  expect(completed).toMatchObject([{ subject: "deal:17" }]);
  const listed = await bench.call("GET", "/v1/journeys?role=sales-rep", { key: bench.keys.writeKey });
  expect(await listed.text()).toContain("Deal Created");
});
