import { expect, test } from "vitest";
import { type Bench, createBench, winADeal } from "./support/bench.ts";
import { type Ask, openLink, overHttp } from "./support/over-http.ts";

const hour = 3_600_000;
const put = "/v1/journeys/win-a-deal";
const later = (bench: Bench, ms: number): void => bench.clock.set(new Date(bench.clock.now() + ms).toISOString());
const mint = async (ask: Ask, key: string, headers?: Record<string, string>): Promise<string> =>
  (await ask("POST", "/v1/draft-tokens", { key, ...(headers && { headers }) })).json.token;

test("C490 a token reads and writes drafts, and nothing else of the whole collector takes it", async () => {
  const bench = await createBench();
  const ask = await overHttp(bench);
  await bench.publish();
  const made = await ask("POST", "/v1/draft-tokens", { key: bench.keys.authorKey });
  expect([made.status, made.headers.get("cache-control")]).toEqual([201, "no-store"]);
  expect(Date.parse(made.json.expiresAt) - bench.clock.now()).toBe(hour);
  const key: string = made.json.token;
  expect((await ask("PUT", put, { key, body: { ...winADeal, title: "Mine" } })).status).toBe(200);
  expect((await ask("GET", "/v1/drafts/win-a-deal", { key })).json.journey.title).toBe("Mine");
  const opened: string[] = [];
  for (const { method, path } of bench.collector.routes) {
    if (/draft|openapi|healthz|readyz|signin|assets|\*/.test(path)) continue;
    const address = path.replace(/:(id|kid|range|table|writeKey)/g, "win-a-deal");
    const verb = path.endsWith("/stream") ? "HEAD" : method;
    const answer = await ask(verb, address, { key, ...(method === "POST" && { body: { version: 1 } }) });
    if (answer.status < 300) opened.push(`${method} ${path}`);
  }
  expect(opened).toEqual([]);
  for (const act of ["publish", "rollback"]) {
    const refused = await ask("POST", `${put}/${act}`, { key, body: { version: 1 } });
    expect([refused.status, refused.json.code]).toEqual([403, "key_wrong_kind"]);
  }
  const again = await ask("POST", "/v1/draft-tokens", { key });
  expect([again.status, again.json.code]).toEqual([403, "key_wrong_kind"]);
  const served = await ask("GET", `/v1/journeys?key=${bench.keys.writeKey}&role=sales-rep`);
  expect(served.json.journeys[0].title).toBe(winADeal.title);
});

test("C490 who is signed in as an owner or author makes one; others and other kinds of key make none", async () => {
  const bench = await createBench();
  const ask = await overHttp(bench);
  const by = async (role: "owner" | "author" | "csm" | "manager") => {
    const headers = { cookie: await openLink(ask, await bench.collector.admin.invite("crm", role)) };
    return (await ask("POST", "/v1/draft-tokens", { headers })).status;
  };
  expect([await by("owner"), await by("author"), await by("csm"), await by("manager")]).toEqual([201, 201, 403, 403]);
  const { writeKey, signingSecret } = bench.keys;
  for (const key of [writeKey, signingSecret, "ak_guess", "dt_guess"])
    expect([key.slice(0, 3), (await ask("POST", "/v1/draft-tokens", { key })).status]).not.toContain(201);
  expect((await ask("POST", "/v1/draft-tokens")).status).toBe(401);
});

test("C491 it is over after its hour, when it is ended, and with what it was made with", async () => {
  const bench = await createBench();
  const ask = await overHttp(bench);
  const opens = async (key: string) => (await ask("PUT", put, { key, body: winADeal })).json.code ?? "open";
  const { authorKey, ownerKey } = bench.keys;
  const old = await mint(ask, authorKey);
  later(bench, hour - 1);
  expect(await opens(old)).toBe("open");
  later(bench, 1);
  expect(await opens(old)).toBe("draft_token_over");
  const ended = await mint(ask, authorKey);
  expect((await ask("DELETE", "/v1/draft-tokens", { key: ended })).status).toBe(204);
  expect((await ask("DELETE", "/v1/draft-tokens", { key: ended })).status).toBe(204);
  expect(await opens(ended)).toBe("draft_token_over");

  const fresh = (await ask("POST", "/v1/keys", { key: ownerKey, body: { kind: "author" } })).json;
  const ofKey = await mint(ask, fresh.key);
  expect(await opens(ofKey)).toBe("open");
  await ask("DELETE", `/v1/keys/${fresh.id}`, { key: ownerKey });
  expect(await opens(ofKey)).toBe("draft_token_over");

  const welcome = async () => {
    const { member, link } = (
      await ask("POST", "/v1/members", { key: ownerKey, body: { name: "Ada", role: "author" } })
    ).json;
    const headers = { cookie: await openLink(ask, link) };
    return { id: member.id as string, headers, token: (await ask("POST", "/v1/draft-tokens", { headers })).json.token };
  };
  const [out, gone, other] = [await welcome(), await welcome(), await welcome()];
  await ask("DELETE", "/v1/session", { headers: out.headers });
  await ask("DELETE", `/v1/members/${gone.id}`, { key: ownerKey });
  await ask("PATCH", `/v1/members/${other.id}`, { key: ownerKey, body: { role: "csm" } });
  for (const { token } of [out, gone, other]) expect(await opens(token)).toBe("draft_token_over");
});

test("C492 what is done with it stands in the audit log under whoever made it, and the token nowhere", async () => {
  const bench = await createBench();
  const ask = await overHttp(bench);
  const token = await mint(ask, bench.keys.authorKey);
  await ask("PUT", put, { key: token, body: winADeal });
  const log = (await ask("GET", "/v1/audit", { key: bench.keys.ownerKey })).json.acts as { who: string; act: string }[];
  const who = log.find(({ act }) => act === "draft-token.create")?.who;
  expect(who).toMatch(/^author key /);
  expect(log.find(({ act }) => act === "journey.draft")?.who).toBe(`${who} by draft token`);
  expect(JSON.stringify(log)).not.toContain(token);
});

test("C493 pages of other origins get no token and use none, with a key or with a cookie", async () => {
  const bench = await createBench();
  const ask = await overHttp(bench);
  const origins = ["https://crm.example"];
  const { authorKey } = await bench.collector.admin.createProject({ id: "b", title: "B", roles: [], origins });
  const [own, foreign] = [{ origin: "https://crm.example" }, { origin: "https://evil.example" }];
  const made = await ask("POST", "/v1/draft-tokens", { key: authorKey, headers: own });
  expect([made.status, made.headers.get("access-control-allow-origin")]).toEqual([201, own.origin]);
  const refused = await ask("POST", "/v1/draft-tokens", { key: authorKey, headers: foreign });
  expect([refused.status, refused.json.code]).toEqual([403, "origin_refused"]);
  const key = made.json.token;
  expect((await ask("PUT", put, { key, body: winADeal, headers: own })).status).toBe(200);
  expect((await ask("PUT", put, { key, body: winADeal, headers: foreign })).json.code).toBe("origin_refused");
  const cookie = await openLink(ask, await bench.collector.admin.invite("crm", "author"));
  const elsewhere = { cookie, ...foreign, "sec-fetch-site": "cross-site" };
  expect((await ask("POST", "/v1/draft-tokens", { headers: elsewhere })).json.code).toBe("page_refused");
  const preflight = await ask("OPTIONS", "/v1/draft-tokens", { headers: own });
  expect(preflight.headers.get("access-control-allow-credentials")).toBe(null);
});

test("C494 of one key twenty live at a time: the oldest give way", async () => {
  const bench = await createBench();
  const ask = await overHttp(bench);
  const all: string[] = [];
  for (let made = 0; made < 21; made++) {
    later(bench, 1000);
    all.push(await mint(ask, bench.keys.authorKey));
  }
  const status = async (key = "") => (await ask("GET", "/v1/drafts", { key })).status;
  expect([await status(all[0]), await status(all[1]), await status(all[20])]).toEqual([401, 200, 200]);
});

test("C495 names what can be written on: drafts, and what is published where there is none", async () => {
  const bench = await createBench();
  const ask = await overHttp(bench);
  await bench.publish();
  const key = await mint(ask, bench.keys.authorKey);
  await ask("PUT", "/v1/journeys/other", { key, body: { ...winADeal, id: "other", title: "Other" } });
  await ask("PUT", put, { key, body: { ...winADeal, title: "Win more" } });
  const { drafts } = (await ask("GET", "/v1/drafts", { key })).json;
  expect(drafts).toMatchObject([
    { journey: "other", title: "Other", steps: 3, draft: true, version: null },
    { journey: "win-a-deal", title: "Win more", draft: true, version: 1 },
  ]);
  expect((await ask("GET", "/v1/drafts/win-a-deal", { key })).json).toMatchObject({ draft: true, version: 1 });
  const missing = await ask("GET", "/v1/drafts/nothing", { key });
  expect([missing.status, missing.json.code]).toEqual([404, "journey_unknown"]);
});

test("C496 publishing by a hash publishes that draft, and none that was kept meanwhile", async () => {
  const bench = await createBench();
  const ask = await overHttp(bench);
  const { authorKey: key } = bench.keys;
  const { hash } = (await ask("PUT", put, { key, body: winADeal })).json;
  await ask("PUT", put, { key, body: { ...winADeal, title: "Another's" } });
  const refused = await ask("POST", `${put}/publish`, { key, body: { hash } });
  expect([refused.status, refused.json.code]).toEqual([409, "draft_changed"]);
  expect((await ask("POST", `${put}/publish`, { key, body: { hash: 7 } })).status).toBe(400);
  const mine = (await ask("PUT", put, { key, body: winADeal })).json.hash;
  expect(mine).toBe(hash);
  expect((await ask("POST", `${put}/publish`, { key, body: { hash } })).json).toEqual({ version: 1 });
});
