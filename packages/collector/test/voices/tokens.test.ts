import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import type { RoleNode } from "../../src/index.ts";
import { readToken, tokenHolds } from "../../src/voices/token.ts";
import { type Bench, createBench, winADeal } from "../support/bench.ts";
import { deviceOf } from "../support/device.ts";

const tree: RoleNode[] = [
  { id: "sales", title: "Sales" },
  { id: "sales-rep", parent: "sales", title: "Sales rep", headcount: 20 },
  { id: "sales-manager", parent: "sales", title: "Sales manager", headcount: 12 },
];
const steps = ["", "log-call", "set-date"];
const journey = { ...winADeal, steps: winADeal.steps.slice(0, 2) };

const reps = tree.slice(1, 2).map(({ parent: _, ...role }) => role);

/** With one group, unless a test is about two: each key costs a tenth of a second. */
async function open(options: Parameters<typeof createBench>[0] = {}, roles: RoleNode[] = reps): Promise<Bench> {
  const bench = await createBench(options, roles);
  await bench.publish(journey);
  return bench;
}

const codeOf = async (response: Response): Promise<unknown> => ((await response.json()) as { code?: unknown }).code;

test("C260 all people read the same key file, byte for byte, until the quarter is over; the next one has other keys", async () => {
  const bench = await open({}, tree);
  const address = `/v1/tokens/keys?key=${bench.keys.writeKey}&journey=win-a-deal`;
  const read = async (): Promise<string> => {
    const response = await bench.call("GET", address);
    expect(response.headers.get("cache-control")).toMatch(/^public/);
    return response.text();
  };
  const files = await Promise.all(Array.from({ length: 50 }, read));
  expect(new Set(files.map((file) => createHash("sha256").update(file).digest("hex"))).size).toBe(1);
  const file = JSON.parse(files[0] ?? "") as {
    quarter: string;
    groups: { id: string; keys: Record<string, string> }[];
  };
  expect(file.quarter).toBe("2026-Q3");
  expect(file.groups.map(({ id, keys }) => [id, Object.keys(keys).toSorted()])).toEqual([
    ["sales-rep", steps.toSorted()],
    ["sales-manager", steps.toSorted()],
  ]);
  expect(new Set(file.groups.flatMap(({ keys }) => Object.values(keys))).size).toBe(6);
  await bench.publish({ ...journey, title: "Another title" });
  bench.clock.set("2026-09-25T09:00:00Z");
  expect(await read()).toBe(files[0]);
  bench.clock.set("2026-10-06T09:00:00Z");
  const next = await read();
  expect(JSON.parse(next).quarter).toBe("2026-Q4");
  expect(next).not.toContain(file.groups[0]?.keys["log-call"]);
});

test("C261 a signed person's blinded messages are signed for all steps at once, and what comes out holds under the step's key", async () => {
  const bench = await open();
  const device = await deviceOf(bench, "u-1");
  const tokens = await device.issue(steps);
  for (const step of steps) {
    const token = readToken(tokens[step] ?? "");
    const own = device.keys.groups.find(({ id }) => id === "sales-rep")?.keys ?? {};
    expect(token && tokenHolds(token, own[step] ?? "")).toBe(true);
    for (const other of steps.filter((each) => each !== step))
      expect(token && tokenHolds(token, own[other] ?? "")).toBe(false);
  }
});

test("C262 the same messages get the same signatures again; another message for a step is refused, and then nothing is signed", async () => {
  const bench = await open();
  const device = await deviceOf(bench, "u-1");
  const first = await (await device.ask(["log-call"])).text();
  expect(await (await device.ask(["log-call"])).text()).toBe(first);
  const lost = await deviceOf(bench, "u-1");
  const refused = await lost.ask(["log-call", "set-date"]);
  expect(refused.status).toBe(409);
  expect(await refused.json()).toMatchObject({
    code: "token_taken",
    taken: [{ journey: "win-a-deal", step: "log-call" }],
  });
  // The other step is still free: for another message than the one that was not signed.
  expect((await (await deviceOf(bench, "u-1")).ask(["set-date"])).status).toBe(200);
});

test("C263 the right to a token is the person's, not the role's: whoever changes it gets no second one", async () => {
  const bench = await open({}, tree);
  const rep = await deviceOf(bench, "u-1");
  // Its highest bit is clear, so that it is a number below every key: one that is not would be no message for the other.
  Object.assign(rep.raw, { "log-call": { blinded: Buffer.alloc(256, 7).toString("base64url") } });
  expect((await rep.ask(["log-call"])).status).toBe(200);
  const moved = await deviceOf(bench, "u-1", ["sales-manager"]);
  expect((await moved.ask(["log-call"])).status).toBe(409);
  // Nor by the very same message under the other group's key.
  Object.assign(moved.raw, rep.raw);
  expect((await moved.ask(["log-call"])).status).toBe(409);
});

test("C263 nor does whoever was erased and comes again", async () => {
  const bench = await open();
  expect((await (await deviceOf(bench, "u-1")).ask(["log-call"])).status).toBe(200);
  await bench.call("DELETE", "/v1/people/u-1", { key: bench.keys.ownerKey });
  expect((await (await deviceOf(bench, "u-1")).ask(["set-date"])).status).toBe(403);
  await bench.call("DELETE", "/v1/people/u-1/suppression", { key: bench.keys.ownerKey });
  expect((await (await deviceOf(bench, "u-1")).ask(["log-call"])).status).toBe(409);
});

test("C264 nobody without a token of the host, of a role in no group, of another quarter, for an unknown step or with nonsense is signed anything", async () => {
  const bench = await open();
  const device = await deviceOf(bench, "u-1");
  const page = `/v1/tokens?key=${bench.keys.writeKey}`;
  const message = "A".repeat(342);
  const body = {
    format: "waymark.tokens/1",
    quarter: "2026-Q3",
    blinded: [{ journey: "win-a-deal", step: "log-call", message }],
  };
  const key = await bench.token("u-1");
  expect(await codeOf(await bench.call("POST", page, { body }))).toBe("person_unsigned");
  const guest = await bench.token("u-2", ["guest"]);
  expect(await codeOf(await bench.call("POST", page, { key: guest, body }))).toBe("group_small");
  expect(await codeOf(await bench.call("POST", page, { key, body: { ...body, quarter: "2026-Q2" } }))).toBe(
    "token_quarter",
  );
  const unknown = { ...body, blinded: [{ ...body.blinded[0], step: "nowhere" }] };
  expect(await codeOf(await bench.call("POST", page, { key, body: unknown }))).toBe("token_scope");
  const large = { ...body, blinded: [{ ...body.blinded[0], message: "_".repeat(342) }] };
  expect(await codeOf(await bench.call("POST", page, { key, body: large }))).toBe("token_message");
  const twice = { ...body, blinded: [body.blinded[0], body.blinded[0]] };
  expect(await codeOf(await bench.call("POST", page, { key, body: twice }))).toBe("token_twice");
  for (const bad of [{}, { ...body, blinded: [] }, { ...body, more: 1 }, { ...body, blinded: [{ journey: "x" }] }])
    expect((await bench.call("POST", page, { key, body: bad })).status).toBe(422);
  expect((await device.ask(["log-call"])).status).toBe(200);
});

test("C265 where no role has ten people there are no groups and no keys", async () => {
  const bench = await createBench({}, [{ id: "sales-rep", title: "Sales rep", headcount: 9 }]);
  await bench.publish();
  const response = await bench.call("GET", `/v1/tokens/keys?key=${bench.keys.writeKey}&journey=win-a-deal`);
  expect(await response.json()).toMatchObject({ seal: null, groups: [] });
});

test("C265 of a journey that is not published here there are no keys either", async () => {
  const bench = await open();
  const response = await bench.call("GET", `/v1/tokens/keys?key=${bench.keys.writeKey}&journey=only-in-the-page`);
  expect([response.status, await response.json()]).toMatchObject([200, { journey: "only-in-the-page", groups: [] }]);
});

test("C266 the database keeps who was given a token as a keyed hash, without a time, an order or a private key in the clear", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "waymark-"));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const bench = await open({ dataDir });
  const people = ["somebody-with-a-long-name", "somebody-else-with-one"];
  for (const person of people) await (await deviceOf(bench, person)).issue(["log-call"]);
  const db = new DatabaseSync(join(dataDir, "control.sqlite"), { readOnly: true });
  const columns = db.prepare("SELECT name FROM pragma_table_info('voiceIssued')").all();
  expect(columns.map(({ name }) => name)).toEqual(["project", "mark", "quarter", "message"]);
  expect(() => db.prepare("SELECT rowid FROM voiceIssued").all()).toThrow(/rowid/);
  const all = JSON.stringify([
    db.prepare("SELECT * FROM voiceIssued").all(),
    db.prepare("SELECT * FROM voiceKeys").all(),
    db.prepare("SELECT * FROM voiceQuarters").all(),
    db.prepare("SELECT * FROM voiceCounts").all(),
  ]);
  const { secret } = db.prepare("SELECT secret FROM voiceKeys").get() as { secret: string };
  db.close();
  for (const person of people) expect(all).not.toContain(person);
  // In the clear it would begin with the groups' names.
  expect(Buffer.from(secret, "base64url").toString("latin1")).not.toContain("sales-rep");
});
