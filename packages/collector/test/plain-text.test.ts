import { expect, test } from "vitest";
import { createBench, winADeal } from "./support/bench.ts";
import { batch, event } from "./support/events.ts";

const nul = "a\u0000b";

test("C230 NUL in what is kept or looked for is 422 with what to do, and nothing of it is kept", async () => {
  const logged: string[] = [];
  const bench = await createBench({ logger: { error: (message) => void logged.push(message) } });
  const key = bench.keys.ownerKey;
  await bench.call("PUT", "/v1/journeys/win-a-deal", { key, body: winADeal });
  const before = await (await bench.call("GET", "/v1/audit", { key })).text();
  const asked: [method: string, path: string, body?: unknown][] = [
    ["POST", "/v1/keys", { kind: "write", label: nul }],
    ["POST", "/v1/members", { name: nul, role: "csm" }],
    ["PATCH", "/v1/project", { title: nul }],
    ["PATCH", "/v1/project", { audience: nul }],
    ["POST", "/v1/journeys/win-a-deal/publish", { note: nul }],
    ["PUT", "/v1/journeys/a%00b", { ...winADeal, id: nul }],
    ["GET", "/v1/journeys/a%00b/versions"],
    ["DELETE", "/v1/token-keys/a%00b"],
  ];
  for (const [method, path, body] of asked) {
    const response = await bench.call(method, path, { key, body });
    const problem = (await response.json()) as { code: string; detail: string };
    expect([method, path, response.status >= 400 && response.status < 500]).toEqual([method, path, true]);
    expect([path, ["text_invalid", "journey_invalid"].includes(problem.code)]).toEqual([path, true]);
  }
  const told = await bench.call("POST", "/v1/keys", { key, body: { kind: "write", label: nul } });
  expect([told.status, await told.json()]).toMatchObject([
    422,
    { code: "text_invalid", detail: expect.stringContaining("take it out") },
  ]);
  expect(await (await bench.call("GET", "/v1/audit", { key })).text()).toBe(before);
  expect(logged).toEqual([]);
});

test("C230 a person's texts are refused alike; their events are judged each by itself", async () => {
  const bench = await createBench();
  const token = await bench.token("u-1");
  const at = "2026-09-07T08:00:00Z";
  const page = `?key=${bench.keys.writeKey}`;
  const act = {
    act: "offer",
    id: "01a0889d-3800-76b8-86b2-73ff34fce19d",
    journey: "win-a-deal",
    step: "s",
    attempt: 1,
    subject: "",
    role: "sales-rep",
    to: nul,
    at: 1,
  };
  const handoff = await bench.call("POST", `/v1/handoffs${page}`, {
    key: token,
    body: { format: "waymark.handoffs/1", acts: [act] },
  });
  expect(handoff.status).toBe(422);
  const progress = { format: "waymark.progress/1", journeys: { [nul]: {} } };
  const merged = await bench.call("PUT", `/v1/progress${page}`, { key: token, body: progress });
  expect([merged.status, await merged.json()]).toMatchObject([200, { journeys: { [nul]: {} } }]);
  const events = [event("host.x", at, { props: { text: "x\u0000y" } }), event("host.x", at, { session: nul }, "other")];
  const receipt = await bench.send(batch(nul, [...events, { id: nul }]));
  expect([receipt.status, await receipt.json()]).toMatchObject([202, { accepted: 2, rejected: [{ index: 2 }] }]);
  const text = await (await bench.call("GET", "/v1/events", { key: bench.keys.ownerKey })).text();
  const kept = text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { session: string; props: object });
  expect(kept.map(({ session }) => session)).toContain(nul);
  expect(kept.map(({ props }) => props)).toContainEqual({ text: "x\u0000y" });
});
