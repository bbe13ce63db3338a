import { expect, test } from "vitest";
import { createBench } from "./support/bench.ts";
import { batch } from "./support/events.ts";

const ask = (origin: string) => ({ origin });

test("C14 an empty list allows loopback pages only", async () => {
  const bench = await createBench();
  for (const origin of ["http://localhost:5173", "http://127.0.0.1:8080", "http://[::1]", "http://app.localhost"]) {
    const response = await bench.send(batch("u-1", []), ask(origin));
    expect([response.status, response.headers.get("access-control-allow-origin")]).toEqual([202, origin]);
    expect(response.headers.has("access-control-allow-credentials")).toBe(false);
  }
  for (const origin of ["https://evil.example", "https://localhost.evil.example", "null"]) {
    const response = await bench.send(batch("u-1", []), ask(origin));
    expect([response.status, await response.json()]).toMatchObject([403, { code: "origin_refused" }]);
    expect(response.headers.get("access-control-allow-origin")).toBe(origin);
  }
});

test("C14 a list allows its origins only", async () => {
  const bench = await createBench();
  const origins = ["https://crm.example"];
  const { writeKey: key } = await bench.collector.admin.createProject({ id: "b", title: "B", roles: [], origins });
  const status = async (origin: string) =>
    (await bench.call("GET", `/v1/journeys?key=${key}`, { headers: ask(origin) })).status;
  expect(await status("https://crm.example")).toBe(200);
  expect(await status("http://localhost:5173")).toBe(403);
});

test("C450 what a shared cache may keep has its key in the address: with one in a header it is the asker's own copy", async () => {
  const bench = await createBench();
  const { writeKey: key } = bench.keys;
  for (const path of ["/v1/journeys?role=a", "/v1/answers?x=1", "/v1/tokens/keys?journey=none"]) {
    const kept = async (response: Promise<Response>) => (await response).headers.get("cache-control")?.split(",")[0];
    expect([path, await kept(bench.call("GET", `${path}&key=${key}`))]).toEqual([path, "public"]);
    expect([path, await kept(bench.call("GET", path, { key }))]).toEqual([path, "private"]);
    expect([path, await kept(bench.call("GET", `${path}&key=pk_other`, { key }))]).toEqual([path, "private"]);
  }
});

test("C448 behind proxies that end TLS a page of the collector's own address may talk to it, and its cookie is for TLS only", async () => {
  const bench = await createBench();
  const origins = ["https://crm.example"];
  const { writeKey: key } = await bench.collector.admin.createProject({ id: "b", title: "B", roles: [], origins });
  const proxied = { "x-forwarded-proto": "https, http" };
  const status = async (headers: Record<string, string>) =>
    (await bench.call("POST", `/v1/events?key=${key}`, { headers, body: batch("u-1", []) })).status;
  expect(await status({ ...proxied, origin: "https://collector" })).toBe(202);
  expect(await status({ ...proxied, origin: "https://other" })).toBe(403);
  expect(await status({ origin: "https://collector" })).toBe(403);
  const link = new URL(await bench.collector.admin.invite("crm", "csm"), "http://collector");
  const body = new URLSearchParams({ token: link.searchParams.get("token") ?? "" });
  const signIn = new Request("http://collector/signin", { method: "POST", body, headers: proxied });
  expect((await bench.collector.fetch(signIn)).headers.get("set-cookie")).toContain("; Secure");
});

test("C14 preflights", async () => {
  const bench = await createBench();
  const response = await bench.call("OPTIONS", "/v1/progress", { headers: ask("http://localhost:5173") });
  expect(response.status).toBe(204);
  expect(response.headers.get("access-control-allow-headers")).toContain("authorization");
  expect(response.headers.get("access-control-allow-methods")).toContain("PUT");
  const inside = await bench.call("OPTIONS", "/v1/session", { headers: ask("http://localhost:5173") });
  expect(inside.headers.has("access-control-allow-origin")).toBe(false);
});
