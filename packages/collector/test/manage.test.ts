import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { expect, onTestFinished, test } from "vitest";
import { createBench, winADeal } from "./support/bench.ts";
import { batch } from "./support/events.ts";
import { type Ask, openLink, overHttp } from "./support/over-http.ts";
import { team } from "./support/team.ts";

const nextHour = Math.floor(Date.parse("2026-09-07T10:00:00Z") / 1000);

type Signing = Parameters<SignJWT["sign"]>[0];
const sign = (key: Signing, header: { alg: string; kid?: string }, claims: JWTPayload = {}): Promise<string> =>
  new SignJWT({ roles: ["sales-rep"], sub: "u-1", exp: nextHour, ...claims }).setProtectedHeader(header).sign(key);

const secretBytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What the collector says about a token, at both places that read one. */
async function verdict(ask: Ask, writeKey: string, token: string): Promise<string> {
  const sent = await ask("POST", `/v1/events?key=${writeKey}`, { body: batch("u-1", [], { token }) });
  const read = await ask("GET", `/v1/progress?key=${writeKey}`, { key: token });
  const said = (sent.json.token as string | undefined)?.replace("refused: ", "") ?? "holds";
  expect(read.status).toBe(said === "holds" ? 200 : 401);
  if (said !== "holds")
    expect(read.json).toMatchObject({ code: "person_unsigned", detail: expect.stringContaining(said) });
  return said;
}

test("C150 tokens are HS256 or ES256, several keys at once, each by its kid until it is revoked", async () => {
  const bench = await createBench();
  const ask = await overHttp(bench);
  const { ownerKey, writeKey, signingSecret } = bench.keys;
  const made = await ask("POST", "/v1/token-keys", { key: ownerKey, body: { alg: "HS256" } });
  expect([made.status, made.json.secret]).toEqual([201, expect.stringMatching(/^ss_/)]);
  const second = made.json.keys[0].kid as string;
  const pairs = await Promise.all([1, 2].map(() => generateKeyPair("ES256", { extractable: true })));
  const jwks = await Promise.all(
    pairs.map(async ({ publicKey }, i) => ({ ...(await exportJWK(publicKey)), kid: `es-${i}` })),
  );
  const added = await ask("POST", "/v1/token-keys", { key: ownerKey, body: { jwks: { keys: jwks } } });
  expect([added.status, added.json.keys.length]).toEqual([201, 2]);
  const tokens = {
    first: await sign(secretBytes(signingSecret), { alg: "HS256" }),
    [second]: await sign(secretBytes(made.json.secret), { alg: "HS256", kid: second }),
    "es-0": await sign(pairs[0]?.privateKey as Signing, { alg: "ES256", kid: "es-0" }),
    "es-1": await sign(pairs[1]?.privateKey as Signing, { alg: "ES256", kid: "es-1" }),
  };
  for (const token of Object.values(tokens)) expect(await verdict(ask, writeKey, token)).toBe("holds");
  const listed = await ask("GET", "/v1/token-keys", { key: ownerKey });
  expect(listed.json.keys.map((each: { kid: string }) => each.kid).sort()).toEqual(Object.keys(tokens).sort());
  expect(listed.text).not.toMatch(/"ss_|"d"/);
  for (const [kid, token] of Object.entries(tokens)) {
    expect((await ask("DELETE", `/v1/token-keys/${kid}`, { key: ownerKey })).status).toBe(204);
    expect(await verdict(ask, writeKey, token)).toMatch(/out of use/);
  }
  expect((await ask("DELETE", "/v1/token-keys/first", { key: ownerKey })).json.code).toBe("token_key_unknown");
});

test("C151 a token of another algorithm, key, time or audience is refused with its reason", async () => {
  const bench = await createBench();
  const ask = await overHttp(bench);
  const { ownerKey, writeKey, signingSecret } = bench.keys;
  const { publicKey, privateKey } = await generateKeyPair("ES256", { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: "es" };
  expect((await ask("POST", "/v1/token-keys", { key: ownerKey, body: { jwk } })).status).toBe(201);
  const secret = secretBytes(signingSecret);
  const hs = (claims: JWTPayload, header = { alg: "HS256" }) => sign(secret, header, claims);
  const none = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${(await hs({})).split(".")[1]}.`;
  // The public key is known to everybody: used as an HS256 secret it must open nothing.
  const confused = await sign(secretBytes(JSON.stringify(jwk)), { alg: "HS256", kid: "es" });
  const cases: [token: string, reason: RegExp][] = [
    [none, /not signed with HS256 or ES256/],
    [await sign(secretBytes(signingSecret.padEnd(64, "x")), { alg: "HS512" }), /not signed with HS256 or ES256/],
    [confused, /its key es is for ES256, not HS256/],
    [await sign(privateKey, { alg: "ES256" }), /its key first|names no key|is for HS256/],
    [
      await hs({}, { alg: "HS256", kid: "gone\n<b>" } as { alg: string }),
      /its key gone\?\?b\? is not known or out of use/,
    ],
    [await hs({ exp: 1 }), /it has expired/],
    [await hs({ exp: undefined }), /its claim exp is missing/],
    [await hs({ nbf: nextHour }), /its claim nbf/],
    [await hs({ sub: "" }), /its claim sub/],
    [await hs({ aud: "billing" }), /names neither waymark nor crm/],
    [`${await hs({})}x`, /its signature does not match/],
  ];
  for (const [token, reason] of cases) expect(await verdict(ask, writeKey, token)).toMatch(reason);
  for (const aud of ["waymark", "crm", ["billing", "crm"]])
    expect(await verdict(ask, writeKey, await hs({ aud }))).toBe("holds");
  await ask("PATCH", "/v1/project", { key: ownerKey, body: { audience: "https://crm.example" } });
  expect(await verdict(ask, writeKey, await hs({}))).toMatch(/does not name https:\/\/crm.example/);
  expect(await verdict(ask, writeKey, await hs({ aud: "crm" }))).toMatch(/does not name/);
  expect(await verdict(ask, writeKey, await hs({ aud: "https://crm.example" }))).toBe("holds");
});

test("C151 private keys, other curves and taken ids are refused", async () => {
  const bench = await createBench();
  const ask = await overHttp(bench);
  const add = (body: unknown) => ask("POST", "/v1/token-keys", { key: bench.keys.ownerKey, body });
  const { publicKey, privateKey } = await generateKeyPair("ES256", { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: "es" };
  expect((await add({ jwk: await exportJWK(privateKey) })).json).toMatchObject({
    code: "token_key_invalid",
    detail: expect.stringContaining("private key"),
  });
  const other = await generateKeyPair("ES384", { extractable: true });
  expect((await add({ jwk: await exportJWK(other.publicKey) })).json.detail).toMatch(/P-256/);
  expect((await add({ jwk: { ...jwk, x: "AAAA" } })).json.detail).toMatch(/no point of P-256/);
  expect((await add({})).json).toMatchObject({ status: 422, code: "body_invalid" });
  expect((await add({ jwk })).status).toBe(201);
  expect((await add({ jwk })).json).toMatchObject({ status: 409, code: "token_key_exists" });
});

test("C152 keys are made, listed and revoked, and kept as hashes; the last owner key stays", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "waymark-"));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const bench = await createBench({ dataDir });
  const ask = await overHttp(bench);
  const key = bench.keys.ownerKey;
  const made = await ask("POST", "/v1/keys", { key, body: { kind: "write", label: "the new page" } });
  expect([made.status, made.json]).toMatchObject([
    201,
    { kind: "write", label: "the new page", key: expect.stringMatching(/^pk_/) },
  ]);
  const reads = () => ask("GET", `/v1/journeys?key=${made.json.key}`);
  expect((await reads()).status).toBe(200);
  const listed = await ask("GET", "/v1/keys", { key });
  expect(listed.json.keys).toHaveLength(4);
  for (const secret of [made.json.key, ...Object.values(bench.keys)]) {
    expect(listed.text).not.toContain(secret);
    for (const file of ["control.sqlite", "control.sqlite-wal"])
      expect(readFileSync(join(dataDir, file)).includes(secret)).toBe(false);
  }
  expect((await ask("DELETE", `/v1/keys/${made.json.id}`, { key })).status).toBe(204);
  expect((await reads()).status).toBe(401);
  expect((await ask("DELETE", `/v1/keys/${made.json.id}`, { key })).json.code).toBe("key_gone");
  const own = listed.json.keys.find((each: { kind: string }) => each.kind === "owner").id;
  expect((await ask("DELETE", `/v1/keys/${own}`, { key })).json).toMatchObject({ status: 409, code: "key_last" });
  const next = await ask("POST", "/v1/keys", { key, body: { kind: "owner" } });
  expect((await ask("DELETE", `/v1/keys/${own}`, { key: next.json.key })).status).toBe(204);
  expect((await ask("GET", "/v1/keys", { key })).status).toBe(401);
});

test("C153 members sign in by their links, and whoever is taken out is signed out at once", async () => {
  const bench = await createBench();
  const ask = await overHttp(bench);
  const key = bench.keys.ownerKey;
  const made = await ask("POST", "/v1/members", { key, body: { name: "Ada", role: "csm" } });
  expect([made.status, made.json.link]).toEqual([201, expect.stringMatching(/^\/signin\?token=in_/)]);
  const cookie = await openLink(ask, made.json.link);
  const whoAmI = () => ask("GET", "/v1/session", { headers: { cookie } });
  expect((await whoAmI()).json.role).toBe("csm");
  const { id } = made.json.member;
  const again = await ask("POST", `/v1/members/${id}/link`, { key });
  expect([again.status, again.json.member.name]).toEqual([201, "Ada"]);
  expect((await ask("GET", "/v1/members", { key })).json.members).toMatchObject([{ id, role: "csm", scope: null }]);
  expect((await ask("DELETE", `/v1/members/${id}`, { key })).status).toBe(204);
  expect((await whoAmI()).status).toBe(401);
  expect(await openLink(ask, again.json.link)).toBe("");
  expect((await ask("POST", `/v1/members/${id}/link`, { key })).json.code).toBe("member_unknown");
});

test("C154 a manager of a part sees neither numbers nor names of other roles", async () => {
  const roles = [
    { id: "sales", title: "Sales" },
    { id: "sales-rep", parent: "sales", title: "Sales rep", headcount: 20 },
    { id: "sales-lead", parent: "sales", title: "Sales lead", headcount: 4 },
    { id: "support", title: "Support" },
    { id: "agent", parent: "support", title: "Agent", headcount: 20 },
  ];
  const bench = await createBench({}, roles);
  const ask = await overHttp(bench);
  const key = bench.keys.ownerKey;
  await bench.publish({ ...winADeal, roles: ["sales-rep", "agent"] });
  await bench.publish({ ...winADeal, id: "only-sales", roles: ["sales-rep"] });
  bench.clock.set("2026-09-07T09:00:00Z");
  await team(bench, "2026-09-07", 20, [4, 10, 15]);
  bench.clock.set("2026-10-09T09:00:00Z");
  expect((await ask("POST", "/v1/blocks/freeze", { key })).json).toEqual({ frozen: 1 });
  const signIn = async (scope?: string[]) => {
    const made = await ask("POST", "/v1/members", { key, body: { name: "Max", role: "manager", scope } });
    return { cookie: await openLink(ask, made.json.link) };
  };
  const adoption = (role: string) => `/v1/insights/adoption?journey=win-a-deal&role=${role}`;
  const support = await signIn(["support"]);
  const refused = await ask("GET", adoption("sales-rep"), { headers: support });
  expect(refused.json).toMatchObject({ status: 403, code: "role_out_of_scope" });
  expect((await ask("GET", adoption("agent"), { headers: support })).status).toBe(200);
  const info = (await ask("GET", "/v1/session", { headers: support })).json;
  expect(info.roles.map((each: { id: string }) => each.id)).toEqual(["support", "agent"]);
  expect(info.journeys).toMatchObject([{ id: "win-a-deal", roles: ["agent"] }]);
  expect(JSON.stringify(info)).not.toContain("sales");
  const all = await signIn();
  expect((await ask("GET", adoption("sales-rep"), { headers: all })).json.people).toBe(24);
  // The lead's four are shown with the reps only: whoever sees the leads alone sees no number of the reps.
  const lead = await signIn(["sales-lead"]);
  expect((await ask("GET", adoption("sales-lead"), { headers: lead })).json).toMatchObject({ people: null });
  for (const scope of [["nobody"], []])
    expect((await ask("POST", "/v1/members", { key, body: { name: "X", role: "manager", scope } })).json.code).toBe(
      "member_invalid",
    );
  const author = { name: "X", role: "author", scope: ["sales"] };
  expect((await ask("POST", "/v1/members", { key, body: author })).json.code).toBe("member_invalid");
});

test("C155 origins, roles, audience and retention are set by the owner, and hold from the next request on", async () => {
  const bench = await createBench();
  const ask = await overHttp(bench);
  const { ownerKey: key, writeKey } = bench.keys;
  const reads = (origin: string) => ask("GET", `/v1/journeys?key=${writeKey}`, { headers: { origin } });
  expect((await reads("https://crm.example")).json).toMatchObject({ status: 403, code: "origin_refused" });
  const set = (body: unknown) => ask("PATCH", "/v1/project", { key, body });
  expect((await set({ origins: ["https://crm.example"] })).json.origins).toEqual(["https://crm.example"]);
  expect((await reads("https://crm.example")).status).toBe(200);
  expect((await reads("http://localhost:3000")).status).toBe(403);
  for (const origin of [
    "crm.example",
    "https://crm.example/",
    "https://crm.example/deals",
    "*",
    "null",
    "javascript:alert(1)",
  ])
    expect([origin, (await set({ origins: [origin] })).json.code]).toEqual([origin, "project_invalid"]);
  expect((await set({ roles: [{ id: "a", title: "A", parent: "b" }] })).json.code).toBe("roles_invalid");
  const circle = ["a", "b", "c"].map((id, at, all) => ({ id, title: id, parent: all[(at + 1) % 3] }));
  expect((await set({ roles: circle })).json).toMatchObject({
    code: "roles_invalid",
    detail: "The role a is its own ancestor: take one parent out.",
  });
  expect((await set({ retention: { eventMonths: 0 } })).json.problems[0].path).toBe("$.retention.eventMonths");
  const { json } = await set({ retention: { rejectDays: 7 }, title: "Our CRM" });
  expect(json).toMatchObject({
    title: "Our CRM",
    retention: { eventMonths: 13, rejectDays: 7 },
    origins: ["https://crm.example"],
  });
  expect((await ask("GET", "/v1/project", { key })).json).toEqual(json);
});

test("C156 every administrative act stands in the log that the owner reads, page by page", async () => {
  const bench = await createBench();
  const ask = await overHttp(bench);
  const key = bench.keys.ownerKey;
  const made = await ask("POST", "/v1/keys", { key, body: { kind: "author", label: "secret label" } });
  await ask("DELETE", `/v1/keys/${made.json.id}`, { key });
  const member = (await ask("POST", "/v1/members", { key, body: { name: "Ada Lovelace", role: "owner" } })).json;
  const cookie = await openLink(ask, member.link);
  await ask("PATCH", "/v1/project", { headers: { cookie }, body: { origins: ["https://crm.example"] } });
  await ask("DELETE", "/v1/people/u-secret", { headers: { cookie } });
  const log = await ask("GET", "/v1/audit", { key });
  const acts = log.json.acts as { id: number; who: string; act: string; detail: string }[];
  const [, , , , , first] = acts;
  expect(
    acts.map(({ who, act }) => `${who.replace(/ key .{16}$/, " key").replace(member.member.id, "ADA")}: ${act}`),
  ).toEqual([
    "owner ADA: person.erase",
    "owner ADA: origins.set",
    "owner ADA: session.begin",
    "owner key: session.invite",
    "owner key: member.add",
    "owner key: key.revoke",
    "owner key: key.create",
    "operator: project.create",
  ]);
  expect(first?.detail).toBe(`author ${made.json.id}`);
  // Ids and fields, never a name, a person or a secret.
  expect(log.text).not.toMatch(/Lovelace|u-secret|\b[apo]k_[\w-]{16}/);
  const next = await ask("GET", `/v1/audit?limit=2&before=${first?.id}`, { key });
  expect(next.json.acts.map((each: { act: string }) => each.act)).toEqual(["key.create", "project.create"]);
});

test("C157 an owner's cookie acts from the collector's own pages only", async () => {
  const bench = await createBench();
  const ask = await overHttp(bench);
  const cookie = await bench.signIn("owner");
  const body = { kind: "owner" };
  for (const headers of [{ origin: "https://evil.example" }, { "sec-fetch-site": "cross-site" }] as Record<
    string,
    string
  >[])
    expect((await ask("POST", "/v1/keys", { headers: { cookie, ...headers }, body })).json.code).toBe("page_refused");
  expect((await ask("POST", "/v1/keys", { headers: { cookie }, body })).status).toBe(201);
  for (const role of ["author", "csm", "manager"] as const)
    expect((await ask("GET", "/v1/keys", { headers: { cookie: await bench.signIn(role) } })).json.code).toBe(
      "role_refused",
    );
});

test("C158 data of the version before opens: its keys, its secret and its sessions go on", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "waymark-"));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const before = await createBench({ dataDir });
  const cookie = await before.signIn("csm");
  const token = await before.token("u-1");
  await before.collector.close();
  const db = new DatabaseSync(join(dataDir, "control.sqlite"));
  db.exec(`DROP TABLE tokenKeys; DROP TABLE members; DROP TABLE suppressed; ALTER TABLE projects DROP COLUMN audience;
    ALTER TABLE projects DROP COLUMN retention; ALTER TABLE keys DROP COLUMN label; ALTER TABLE invites DROP COLUMN member;
    ALTER TABLE sessions DROP COLUMN member; PRAGMA user_version=1`);
  db.close();
  const { createCollector } = await import("../src/index.ts");
  const collector = await createCollector({ dataDir, now: before.clock.now });
  onTestFinished(() => collector.close());
  const ask = await overHttp({ ...before, collector });
  expect((await ask("GET", "/v1/session", { headers: { cookie } })).status).toBe(200);
  expect(await verdict(ask, before.keys.writeKey, token)).toBe("holds");
  expect((await ask("GET", "/v1/project", { key: before.keys.ownerKey })).json).toMatchObject({
    audience: null,
    retention: { eventMonths: 13, progressMonths: 25, rejectDays: 30, auditMonths: 24 },
  });
});
