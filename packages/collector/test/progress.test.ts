import { expect, test } from "vitest";
import { type Bench, benchStores, createBench } from "./support/bench.ts";
import { batch, event } from "./support/events.ts";

const deviceA = {
  format: "waymark.progress/1",
  journeys: {
    "win-a-deal": { "": { began: 10, steps: { "log-call": { attempt: 1, began: 10, completed: 30, how: "manual" } } } },
  },
};
const deviceB = {
  format: "waymark.progress/1",
  journeys: {
    "win-a-deal": { "": { began: 5, steps: { "set-date": { attempt: 1, began: 20, completed: null, how: null } } } },
  },
};

async function progress(bench: Bench, person: string, body?: unknown): Promise<Response> {
  const key = await bench.token(person);
  return bench.call(body === undefined ? "GET" : "PUT", `/v1/progress?key=${bench.keys.writeKey}`, { key, body });
}

test("C40 two devices in either order", async () => {
  const bench = await createBench();
  await progress(bench, "u-1", deviceA);
  const one = await (await progress(bench, "u-1", deviceB)).json();
  await progress(bench, "u-2", deviceB);
  const two = await (await progress(bench, "u-2", deviceA)).json();
  expect(one).toEqual(two);
  expect(one).toMatchObject({
    journeys: {
      "win-a-deal": { "": { began: 5, steps: { "log-call": { completed: 30 }, "set-date": { began: 20 } } } },
    },
  });
  expect(await (await progress(bench, "u-1")).json()).toEqual(one);
});

test("C41 signed people and good bodies only", async () => {
  const bench = await createBench();
  const bare = await bench.call("GET", `/v1/progress?key=${bench.keys.writeKey}`);
  expect([bare.status, await bare.json()]).toMatchObject([401, { code: "person_unsigned" }]);
  const wrong = await bench.call("GET", `/v1/progress?key=${bench.keys.writeKey}`, { key: "x.y.z" });
  expect(wrong.status).toBe(401);
  const bad = await progress(bench, "u-1", { format: "waymark.progress/1" });
  expect([bad.status, await bad.json()]).toMatchObject([422, { problems: [{ path: "$.journeys" }] }]);
  expect(await (await progress(bench, "u-9")).json()).toEqual({ format: "waymark.progress/1", journeys: {} });
});

test("C42 C43 a host event without the SDK completes a step once", async () => {
  const bench = await createBench();
  await bench.publish();
  await progress(bench, "u-1", deviceB);
  const call = event("host.call.logged", "2026-09-07T08:00:00Z");
  const offered = event("journey.offered", "2026-09-07T07:00:00Z", { journey: "win-a-deal", version: 1 });
  const token = await bench.token("u-1");
  await bench.send(batch("u-1", [offered], { token }));
  const send = () => bench.send(batch("u-1", [call], { sdk: "backend/1.0.0", token }));
  const told = benchStores.tellsOutcomes;
  expect(await (await send()).json()).toMatchObject({ accepted: 1, duplicates: told ? 0 : null });
  expect(await (await send()).json()).toMatchObject({ accepted: told ? 0 : 1, duplicates: told ? 1 : null });
  const merged = (await (await progress(bench, "u-1")).json()) as typeof deviceA;
  expect(merged.journeys["win-a-deal"][""].steps["log-call"]).toMatchObject({
    completed: Date.parse("2026-09-07T08:00:00Z"),
    how: "condition",
  });
  const lines = await (await bench.call("GET", "/v1/events", { key: bench.keys.ownerKey })).text();
  const events = lines
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(events.filter((each) => each.type === "step.completed")).toMatchObject([
    { derivedFrom: call.id, journey: "win-a-deal", step: "log-call", version: 1, verified: 1 },
  ]);
  const ids = events.map((each) => String(each.id));
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(ids.filter((id) => id.slice(0, 13) === call.id.slice(0, 13)).length).toBe(ids.length - 1);
  const arrivals = await bench.call("GET", "/v1/arrivals", { key: bench.keys.ownerKey });
  expect(await arrivals.json()).toMatchObject({ received: 2, byType: [{ type: "host.call.logged" }, { count: 1 }] });
});

test("C42 a record may carry the same id as the person", async () => {
  const bench = await createBench();
  const where = { dealId: "{deal.id}" };
  const steps = [{ id: "log-call", title: "Log it", done: { event: "call.logged", where } }];
  await bench.publish({
    format: "waymark.journey/1",
    id: "win-a-deal",
    title: "Win",
    roles: ["sales-rep"],
    per: { subject: "deal" },
    steps,
  });
  const token = await bench.token("17");
  const offered = event("journey.offered", "2026-09-07T07:00:00Z", { journey: "win-a-deal", version: 1 });
  await bench.send(batch("17", [offered], { token }));
  const call = event("host.call.logged", "2026-09-07T08:00:00Z", { props: { dealId: "17" } });
  await bench.send(batch("17", [call], { sdk: "backend/1.0.0", token }));
  const merged = (await (await progress(bench, "17")).json()) as { journeys: Record<string, Record<string, unknown>> };
  expect(Object.keys(merged.journeys["win-a-deal"] ?? {})).toContain("deal:17");
});

test("C42 what was done before the offer does not count", async () => {
  const bench = await createBench();
  await bench.publish();
  const offered = event("journey.offered", "2026-09-07T08:30:00Z", { journey: "win-a-deal", version: 1 });
  await bench.send(batch("u-1", [offered, event("host.call.logged", "2026-09-07T08:00:00Z")], { sdk: "backend/1" }));
  const lines = await (await bench.call("GET", "/v1/events", { key: bench.keys.ownerKey })).text();
  expect(lines).not.toContain("step.completed");
});

test.each(["sdk/0.1.0", "simulate/0.1.0"])("C42 no engine for %s, nor for other roles", async (sdk) => {
  const bench = await createBench();
  await bench.publish();
  const call = event("host.call.logged", "2026-09-07T08:00:00Z");
  await bench.send(batch("u-1", [call], { sdk }));
  await bench.send(batch("u-2", [{ ...call, id: event("x.y", call.ts).id }], { sdk: "backend/1", roles: ["support"] }));
  const lines = await (await bench.call("GET", "/v1/events", { key: bench.keys.ownerKey })).text();
  expect(lines).not.toContain("step.completed");
});

test("Y90 what a newer SDK adds to progress is passed over, and what is known is merged and kept", async () => {
  const bench = await createBench();
  const run = deviceA.journeys["win-a-deal"][""];
  const newer = {
    ...deviceA,
    moods: { "win-a-deal": "fine" },
    prompts: { shown: [{ at: 5, kind: "ask", mood: 3 }], mood: 3 },
    journeys: {
      "win-a-deal": {
        "": { ...run, mood: 3, steps: { "log-call": { ...run.steps["log-call"], mood: { of: [3] } } } },
      },
    },
  };
  const answer = await progress(bench, "u-1", newer);
  const { prompts, ...rest } = (await answer.json()) as typeof newer;
  expect([answer.status, rest, prompts]).toEqual([200, deviceA, { shown: [{ at: 5, kind: "ask" }] }]);
  // What is known is judged as ever.
  const wrong = await progress(bench, "u-1", { ...newer, marks: { "ask/trust": "yesterday" } });
  expect([wrong.status, await wrong.json()]).toMatchObject([422, { problems: [{ path: '$.marks["ask/trust"]' }] }]);
  expect(await (await progress(bench, "u-1", deviceB)).json()).toMatchObject({
    journeys: { "win-a-deal": { "": { steps: { "log-call": { completed: 30 }, "set-date": { began: 20 } } } } },
  });
});
