import { expect, test, vi } from "vitest";
import { type Bench, benchOf, createBench, winADeal } from "./support/bench.ts";
import { batch, event } from "./support/events.ts";

type Credential = (bench: Bench) => Promise<Record<string, string>>;

const key =
  (kind: "writeKey" | "authorKey" | "ownerKey" | "signingSecret"): Credential =>
  async (bench) => ({ authorization: `Bearer ${bench.keys[kind]}` });
const session =
  (role: "owner" | "author" | "csm" | "manager"): Credential =>
  async (bench) => ({ cookie: await bench.signIn(role) });

const credentials: Record<string, Credential> = {
  nothing: async () => ({}),
  write: key("writeKey"),
  server: async (bench) => ({
    authorization: `Bearer ${(await bench.collector.admin.issueKey("crm", "server")).key}`,
  }),
  author: key("authorKey"),
  owner: key("ownerKey"),
  signing: key("signingSecret"),
  token: async (bench) => ({ authorization: `Bearer ${await bench.token("u-1")}` }),
  draft: async (bench) => {
    const made = await bench.call("POST", "/v1/draft-tokens", { key: bench.keys.authorKey });
    return { authorization: `Bearer ${((await made.json()) as { token: string }).token}` };
  },
  "owner session": session("owner"),
  "author session": session("author"),
  "csm session": session("csm"),
  "manager session": session("manager"),
};

const picture = "/v1/insights/adoption?journey=win-a-deal&role=sales-rep";
const planners = ["owner", "owner session", "csm session", "manager session"];
const place = { journey: "win-a-deal", step: "log-call", role: "sales-rep" };
const { journey, step, role } = place;
const routes: [method: string, path: string, opens: string[], body?: unknown][] = [
  ["POST", "/v1/events", ["write"], batch("u-1", [])],
  ["GET", "/v1/events", ["owner"]],
  ["POST", "/v1/track", ["write", "server"], { type: "identify" }],
  ["POST", "/v1/logs", ["write", "server"], { resourceLogs: [] }],
  ["GET", "/sourceConfig", ["write"]],
  ["GET", "/v1/journeys", ["write"]],
  ["PUT", "/v1/journeys/win-a-deal", ["author", "owner", "draft"], winADeal],
  ["GET", "/v1/drafts", ["author", "owner", "draft"]],
  ["GET", "/v1/drafts/win-a-deal", ["author", "owner", "draft"]],
  ["POST", "/v1/draft-tokens", ["author", "owner", "owner session", "author session"]],
  ["DELETE", "/v1/draft-tokens", ["draft"]],
  ["GET", "/v1/journeys/win-a-deal/versions", ["author", "owner"]],
  ["POST", "/v1/journeys/win-a-deal/publish", ["author", "owner"], {}],
  ["POST", "/v1/journeys/win-a-deal/rollback", ["author", "owner"], { version: 1 }],
  ["GET", "/v1/progress", []],
  ["PUT", "/v1/progress", [], { format: "waymark.progress/1", journeys: {} }],
  ["GET", picture, ["owner", "owner session", "csm session", "manager session"]],
  ["GET", picture.replace("adoption", "periods"), ["owner", "owner session", "csm session", "manager session"]],
  ["GET", "/v1/summary", ["owner", "owner session", "csm session", "manager session"]],
  ["GET", "/v1/export", ["owner", "owner session", "csm session", "manager session"]],
  ["GET", "/v1/export/pictures", ["owner", "owner session", "csm session", "manager session"]],
  ["GET", "/v1/expectations", planners],
  ["POST", "/v1/expectations", planners, { ...place, share: 0.8, by: "2026-12-31" }],
  ["GET", "/v1/estimates", planners],
  ["POST", "/v1/estimates", ["manager session"], { journey, role, steps: [{ step, share: 0.5 }] }],
  ["GET", "/v1/decisions", planners],
  ["POST", "/v1/decisions", planners, { journey, note: "As planned.", choice: { option: "keep" } }],
  ["POST", "/v1/blocks/freeze", ["owner"]],
  ["GET", "/v1/rejects", ["owner"]],
  ["POST", "/v1/rejects/resubmit", ["owner"], { rejects: [{ id: "x" }] }],
  ["GET", "/v1/arrivals", ["owner", "owner session"]],
  ["HEAD", "/v1/arrivals/stream", ["owner", "owner session"]],
  ["GET", "/v1/session", ["owner session", "author session", "csm session", "manager session"]],
];

test.each(routes)("C77 %s %s opens for %j only", async (method, path, opens, body) => {
  const bench = await createBench();
  await bench.publish();
  for (const [name, credential] of Object.entries(credentials)) {
    const response = await bench.call(method, path, { headers: await credential(bench), body });
    expect([name, response.status < 300]).toEqual([name, opens.includes(name)]);
    if (!opens.includes(name)) expect([401, 403]).toContain(response.status);
  }
});

test("C75 C77 what another project's credentials open is the other project", async () => {
  const bench = await createBench();
  await bench.publish();
  const keys = await bench.collector.admin.createProject({ id: "shop", title: "Shop", roles: [] });
  const other = benchOf(bench.collector, bench.clock, keys);
  for (const [method, path] of [
    ["GET", `/v1/journeys/win-a-deal/versions`],
    ["GET", picture],
    ["POST", "/v1/journeys/win-a-deal/publish"],
  ] as const)
    expect((await other.call(method, path, { key: keys.ownerKey })).status).toBe(404);
  const headers = { authorization: `Bearer ${await other.token("u-1")}` };
  expect((await bench.call("GET", `/v1/progress?key=${bench.keys.writeKey}`, { headers })).status).toBe(401);
  const receipt = await bench.send(batch("u-1", [], { token: await other.token("u-1") }));
  expect(((await receipt.json()) as { token: string }).token).toContain("signature");
});

const foreign: [string, Record<string, string>][] = [
  ["another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
  ["a neighbour", { origin: "http://evil.collector", "sec-fetch-site": "same-site" }],
  ["an old browser", { origin: "https://evil.example" }],
  ["a sandboxed frame", { origin: "null" }],
];

test.each(foreign)("C78 %s signs nobody in or out", async (_, headers) => {
  const bench = await createBench();
  const cookie = await bench.signIn("csm");
  const out = await bench.call("DELETE", "/v1/session", { headers: { cookie, ...headers } });
  expect(await out.json()).toMatchObject({ status: 403, code: "page_refused" });
  expect((await bench.call("GET", "/v1/session", { headers: { cookie } })).status).toBe(200);
  const link = new URL(await bench.collector.admin.invite("crm", "csm"), "http://collector");
  const body = new URLSearchParams({ token: link.searchParams.get("token") ?? "" });
  const form = (more: Record<string, string>) =>
    bench.collector.fetch(new Request("http://collector/signin", { method: "POST", body, headers: more }));
  const refused = await form(headers);
  expect([refused.status, refused.headers.get("set-cookie")]).toEqual([403, null]);
  expect((await form({ origin: "http://collector", "sec-fetch-site": "same-origin" })).status).toBe(303);
});

test("C78 the dashboard behind a proxy that ends TLS can sign out", async () => {
  const bench = await createBench();
  const headers = { cookie: await bench.signIn("csm"), origin: "https://collector" };
  expect((await bench.call("DELETE", "/v1/session", { headers })).status).toBe(204);
});

test("C17 a form that is none spends no link and is no failure", async () => {
  const error = vi.fn();
  const bench = await createBench({ logger: { error } });
  const headers = { "content-type": "multipart/form-data; boundary=x" };
  const response = await bench.collector.fetch(
    new Request("http://collector/signin", { method: "POST", body: "--junk", headers }),
  );
  expect(response.status).toBe(410);
  expect(error).not.toHaveBeenCalled();
});

test("C73 HEAD opens no stream", async () => {
  const bench = await createBench();
  const started = vi.spyOn(globalThis, "setInterval");
  const response = await bench.call("HEAD", "/v1/arrivals/stream", { key: bench.keys.ownerKey });
  expect([response.headers.get("content-type"), started.mock.calls.length]).toEqual(["text/event-stream", 0]);
  started.mockRestore();
});

test("C73 a stream ends when its reader has signed out", async () => {
  const bench = await createBench();
  const headers = { cookie: await bench.signIn("owner") };
  const stream = (await bench.call("GET", "/v1/arrivals/stream", { headers })).body?.getReader();
  expect((await stream?.read())?.done).toBe(false);
  await bench.call("DELETE", "/v1/session", { headers });
  await bench.send(batch("u-1", [event("session.started", "2026-09-07T08:00:00Z")]));
  expect((await stream?.read())?.done).toBe(true);
});
