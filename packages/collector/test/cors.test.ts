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

test("C14 preflights", async () => {
  const bench = await createBench();
  const response = await bench.call("OPTIONS", "/v1/progress", { headers: ask("http://localhost:5173") });
  expect(response.status).toBe(204);
  expect(response.headers.get("access-control-allow-headers")).toContain("authorization");
  expect(response.headers.get("access-control-allow-methods")).toContain("PUT");
  const inside = await bench.call("OPTIONS", "/v1/session", { headers: ask("http://localhost:5173") });
  expect(inside.headers.has("access-control-allow-origin")).toBe(false);
});
