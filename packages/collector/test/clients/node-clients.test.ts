import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { doesWith, failFirst, statuses } from "../../../testing/src/clients/answers.ts";
import { type Front, startFront } from "../../../testing/src/clients/front.ts";
import { installClients } from "../../../testing/src/clients/install.ts";
import { createCollector, serve } from "../../src/index.ts";
import { type Bench, benchOf, roles, winADeal } from "../support/bench.ts";
import { batch, event } from "../support/events.ts";

interface World {
  front: Front;
  bench: Bench;
  clients: string;
  close(): Promise<void>;
}
let world: World;

beforeAll(async () => {
  const clients = installClients();
  const collector = await createCollector({ dataDir: ":memory:" });
  const keys = await collector.admin.createProject({ id: "crm", title: "CRM", roles });
  const served = await serve(collector, { port: 0 });
  const front = await startFront(served.url, failFirst);
  const close = async (): Promise<void> => {
    await front.close();
    await served.close();
    await collector.close();
  };
  world = { clients, front, bench: benchOf(collector, { now: Date.now, set: () => undefined }, keys), close };
  // The first install takes as long as the network does.
}, 180_000);

afterAll(() => world?.close());

/** What a host process with clients in these lanes came to. */
interface Ended {
  exit: unknown;
  told: Record<string, string | null>;
  log: string;
}

const host = (...lanes: readonly string[]): Promise<Ended> => hostWith(world.bench.keys.writeKey, lanes);

async function hostWith(key: string, lanes: readonly string[]): Promise<Ended> {
  const { front, clients } = world;
  const script = join(import.meta.dirname, "node-hosts.ts");
  const child = spawn(process.execPath, [script, clients, front.url, key, lanes.join(",")]);
  let out = "";
  let log = "";
  child.stdout.on("data", (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    log += chunk.toString();
  });
  const [exit] = (await once(child, "close")) as [unknown];
  const line = out.split("\n").find((each) => each.startsWith('{"')) ?? "{}";
  return { exit, told: JSON.parse(line) as Ended["told"], log };
}

async function stored(): Promise<Record<string, unknown>[]> {
  const text = await (await world.bench.call("GET", "/v1/events", { key: world.bench.keys.ownerKey })).text();
  return text.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as Record<string, unknown>]));
}

const does = (lane: string): ReturnType<typeof doesWith> => {
  const [client = "", status = ""] = lane.split("-");
  return doesWith(client, status);
};

test("C140 what server clients do with every answer", { timeout: 120_000 }, async () => {
  const lanes = ["segment", "rudder", "otlp"].flatMap((name) => statuses.map((status) => `${name}-${status}`));
  const { exit, told } = await host(...lanes);
  expect(exit).toBe(0);
  const requests = (lane: string): number => world.front.seen.get(lane)?.length ?? 0;
  const did = lanes.map((lane) => [lane, `${requests(lane)} ${told[lane] === null ? "kept" : "dropped"}`]);
  const expected = { keeps: "1 kept", again: "2 kept", drops: "1 dropped" };
  expect(did).toEqual(lanes.map((lane) => [lane, expected[does(lane)]]));
  const kept = await stored();
  // Nothing stands behind the 202: who is told so sends no more, which is why a collector must not say it too early.
  const there = lanes.filter((lane) => does(lane) !== "drops" && !lane.endsWith("-202"));
  expect(kept).toHaveLength(there.length);
  for (const each of kept) expect(each).toMatchObject({ type: "host.deal.created", props: {}, verified: 0 });
  expect(kept.filter(({ sourceId }) => typeof sourceId === "string")).toHaveLength(
    there.filter((lane) => !lane.startsWith("otlp")).length,
  );
  const heads = (lane: string) => world.front.seen.get(lane)?.[0]?.headers;
  expect(heads("rudder-200")).toMatchObject({
    "content-type": "application/x-www-form-urlencoded",
    "content-encoding": "gzip",
  });
  expect(heads("segment-200")?.authorization).toBe(`Basic ${btoa(`${world.bench.keys.writeKey}:`)}`);
  expect(heads("otlp-200")?.["content-type"]).toBe("application/json");
});

test("C142 when a host with Rudder's library ends", { timeout: 120_000 }, async () => {
  const { bench } = world;
  const lanes = ["200", "503", "bad", "400", "401", "413", "down"].map((each) => `bareRudder-${each}`);
  const ended = await Promise.all(lanes.map((lane) => host(lane)));
  expect(ended.map(({ exit }, i) => [lanes[i], exit])).toEqual(lanes.map((lane, i) => [lane, i < 3 ? 0 : 1]));
  for (const { log } of ended.slice(3)) expect(log).toMatch(/^Error: .*\n *at .*rudder-sdk-node/m);
  const arrivals = await bench.call("GET", "/v1/arrivals", { key: bench.keys.ownerKey });
  expect(await arrivals.json()).toMatchObject({ rejected: 1, rejects: [{ code: "event_type", path: "$.type" }] });
});

test.each(["segment", "rudder", "otlp"])("C137 what %s tracks completes the step", async (client) => {
  const { bench } = world;
  const where = { dealId: "{deal.id}" };
  const steps = [{ id: "create", title: "Create it", done: { event: "deal.created", where } }];
  const id = `with-${client}`;
  const version = await bench.publish({ ...winADeal, id, per: { subject: "deal" }, steps });
  const person = `u-${client}-deal`;
  const token = await bench.token(person);
  const offered = event(
    "journey.offered",
    new Date(Date.now() - 60_000).toISOString(),
    { journey: id, version },
    client,
  );
  await bench.send(batch(person, [offered], { token, sentAt: new Date().toISOString() }));
  expect((await host(`${client}-deal`)).exit).toBe(0);
  const answer = await bench.call("GET", `/v1/progress?key=${bench.keys.writeKey}`, { key: token });
  expect(await answer.json()).toMatchObject({
    journeys: { [id]: { "deal:17": { steps: { create: { completed: expect.any(Number), how: "condition" } } } } },
  });
});

test("C227 server libraries deliver under a server key as they are, and are believed", async () => {
  const { key } = await world.bench.collector.admin.issueKey("crm", "server");
  const lanes = ["segment", "rudder", "otlp"].map((client) => `${client}-believed`);
  expect((await hostWith(key, lanes)).told).toEqual(Object.fromEntries(lanes.map((lane) => [lane, null])));
  const believed = (await stored()).filter(({ verified }) => verified === 1);
  expect(believed.filter(({ type }) => type === "host.deal.created")).toHaveLength(lanes.length);
});
