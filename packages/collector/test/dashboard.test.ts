import { expect, test } from "vitest";
import { keyId } from "../src/control/keys.ts";
import { createBench } from "./support/bench.ts";
import { batch, event } from "./support/events.ts";

const adoption = "/v1/insights/adoption?journey=win-a-deal&role=sales-rep";

test("C70 a link opens once, by its button only", async () => {
  const bench = await createBench();
  const path = await bench.collector.admin.invite("crm", "csm");
  const token = new URL(path, "http://collector").searchParams.get("token") ?? "";
  for (let i = 0; i < 3; i += 1) {
    const page = await bench.call("GET", path);
    expect([page.status, page.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    expect(await page.text()).toContain('<form method="post" action="/signin">');
  }
  const open = () =>
    bench.collector.fetch(
      new Request("http://collector/signin", { method: "POST", body: new URLSearchParams({ token }) }),
    );
  const first = await open();
  expect([first.status, first.headers.get("location")]).toEqual([303, "/dashboard/"]);
  expect((await open()).status).toBe(410);
  expect((await bench.call("GET", path)).status).toBe(410);
});

test("C70 a link is dead after ten minutes", async () => {
  const bench = await createBench();
  const path = await bench.collector.admin.invite("crm", "csm");
  const token = new URL(path, "http://collector").searchParams.get("token") ?? "";
  bench.clock.set("2026-09-07T09:10:01Z");
  expect((await bench.call("GET", path)).status).toBe(410);
  const init = { method: "POST", body: new URLSearchParams({ token }) };
  const late = await bench.collector.fetch(new Request("http://collector/signin", init));
  expect([late.status, late.headers.has("set-cookie")]).toEqual([410, false]);
});

test("C71 the session's cookie, its facts and its end", async () => {
  const bench = await createBench();
  await bench.publish();
  const path = await bench.collector.admin.invite("crm", "manager");
  const token = new URL(path, "http://collector").searchParams.get("token") ?? "";
  const response = await bench.collector.fetch(
    new Request("https://collector/signin", { method: "POST", body: new URLSearchParams({ token }) }),
  );
  const set = response.headers.get("set-cookie") ?? "";
  for (const part of ["HttpOnly", "SameSite=Lax", "Secure", "Path=/", "Max-Age=2592000"]) expect(set).toContain(part);
  const cookie = set.split(";")[0] ?? "";
  expect(await (await bench.call("GET", "/v1/session", { headers: { cookie } })).json()).toEqual({
    role: "manager",
    project: { id: "crm", title: "CRM", timeZone: "UTC" },
    journeys: [{ id: "win-a-deal", title: "Win a deal", version: 1, roles: ["sales-rep"] }],
    roles: [
      { id: "sales", title: "Sales", parent: null },
      { id: "sales-rep", title: "Sales rep", parent: "sales" },
      { id: "sales-manager", title: "Sales manager", parent: "sales" },
    ],
  });
  expect((await bench.call("DELETE", "/v1/session", { headers: { cookie } })).status).toBe(204);
  expect((await bench.call("GET", "/v1/session", { headers: { cookie } })).status).toBe(401);
  expect((await bench.call("GET", "/v1/session")).status).toBe(401);
});

test("C71 a session ends after 30 days", async () => {
  const bench = await createBench();
  const cookie = await bench.signIn("csm");
  bench.clock.set("2026-10-08T09:00:00Z");
  expect((await bench.call("GET", "/v1/session", { headers: { cookie } })).status).toBe(401);
});

test("C72 who may read what", async () => {
  const bench = await createBench();
  await bench.publish();
  const status = async (role: "owner" | "author" | "csm" | "manager", path: string) =>
    (await bench.call("GET", path, { headers: { cookie: await bench.signIn(role) } })).status;
  for (const [role, pictures, arrivals] of [
    ["owner", 200, 200],
    ["csm", 200, 403],
    ["manager", 200, 403],
    ["author", 403, 403],
  ] as const)
    expect([role, await status(role, adoption), await status(role, "/v1/arrivals")]).toEqual([
      role,
      pictures,
      arrivals,
    ]);
  expect((await bench.call("GET", adoption, { key: bench.keys.ownerKey })).status).toBe(200);
  expect((await bench.call("GET", adoption, { key: bench.keys.authorKey })).status).toBe(403);
  const manager = { headers: { cookie: await bench.signIn("manager") } };
  expect((await bench.call("GET", "/v1/arrivals/stream", manager)).status).toBe(403);
});

test("C73 arrivals are counted live", async () => {
  const bench = await createBench();
  const two = [event("session.started", "2026-09-07T08:00:00Z"), event("host.deal.won", "2026-09-07T08:00:00Z")];
  await bench.send(batch("u-1", two));
  await bench.send(batch("u-1", two));
  const report = (await (await bench.call("GET", "/v1/arrivals", { key: bench.keys.ownerKey })).json()) as object;
  expect(report).toMatchObject({ received: 2, duplicates: 2, rejected: 0, lastAt: "2026-09-07T09:00:00.000Z" });
  expect((report as { perMinute: number[] }).perMinute).toEqual([...new Array(29).fill(0), 2]);
  expect(JSON.stringify(report)).not.toMatch(/sales-rep|"u-1"/);
});

test("C74 C445 acts are written down, each with the id of the key that was used", async () => {
  const bench = await createBench();
  await bench.publish();
  await bench.signIn("csm");
  await bench.call("GET", "/v1/events", { key: bench.keys.ownerKey });
  await bench.call("POST", "/v1/blocks/freeze", { key: bench.keys.ownerKey });
  const acts = (await bench.collector.admin.audit("crm")).map((each) => `${each.who} ${each.act} ${each.detail}`);
  const owner = `owner key ${keyId(bench.keys.ownerKey)}`;
  const author = `author key ${keyId(bench.keys.authorKey)}`;
  expect(acts).toEqual([
    `${owner} blocks.freeze 0`,
    `${owner} events.export 0 events`,
    "csm session.begin ",
    "operator session.invite csm",
    `${author} journey.publish win-a-deal@1`,
    `${author} journey.draft win-a-deal`,
    "operator project.create CRM",
  ]);
});

test("C75 projects never see each other", async () => {
  const bench = await createBench();
  await bench.publish();
  await bench.send(batch("u-1", [event("session.started", "2026-09-07T08:00:00Z")]));
  const other = await bench.collector.admin.createProject({
    id: "desk",
    title: "Desk",
    roles: [{ id: "sales-rep", title: "R" }],
  });
  const get = (path: string, key: string) => bench.call("GET", path, { key });
  expect(await (await get("/v1/events", other.ownerKey)).text()).toBe("");
  expect(await (await get("/v1/arrivals", other.ownerKey)).json()).toMatchObject({ received: 0 });
  expect((await get(adoption, other.ownerKey)).status).toBe(404);
  expect((await get("/v1/journeys/win-a-deal/versions", other.authorKey)).status).toBe(404);
  expect(await (await get("/v1/journeys?role=sales-rep", other.writeKey)).json()).toMatchObject({ journeys: [] });
  const mine = await bench.token("u-1");
  expect((await bench.call("GET", `/v1/progress?key=${other.writeKey}`, { key: mine })).status).toBe(401);
});

test("C76 the export pages in id order, pseudonymised", async () => {
  const bench = await createBench();
  const events = Array.from({ length: 5 }, (_, i) => event("session.started", `2026-09-07T08:0${i}:00Z`));
  await bench.send(batch("u-very-secret", events));
  const page = async (query: string) => {
    const text = await (await bench.call("GET", `/v1/events?${query}`, { key: bench.keys.ownerKey })).text();
    expect(text).not.toContain("u-very-secret");
    return text
      .split("\n")
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { id: string }).id);
  };
  const ids = events.map((each) => each.id);
  expect(await page("limit=3")).toEqual(ids.slice(0, 3));
  expect(await page(`limit=3&after=${ids[2]}`)).toEqual(ids.slice(3));
  expect((await bench.call("GET", "/v1/events?limit=0", { key: bench.keys.ownerKey })).status).toBe(400);
});
