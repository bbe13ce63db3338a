import type { Progress } from "@waymark/schema";
import { expect, test } from "vitest";
import { createBench, winADeal } from "./support/bench.ts";
import { batch, event } from "./support/events.ts";
import { overHttp } from "./support/over-http.ts";

const [logCall, , sendOffer] = winADeal.steps as [object, object, object];
const changed = {
  ...winADeal,
  title: "Win every deal",
  roles: ["sales-rep", "sales-manager"],
  steps: [
    { id: "send-offer", title: "Send the offer" },
    { ...logCall, title: "Note the call", minutes: 5, why: "So that you need not remember." },
    { id: "ask-why", title: "Ask why", done: { event: "why.asked" } },
  ],
};

test("C175 what changed between two versions, and to the draft", async () => {
  const bench = await createBench();
  const ask = await overHttp(bench);
  const key = bench.keys.authorKey;
  await bench.publish();
  await bench.publish(changed);
  const compare = (range: string) => ask("GET", `/v1/journeys/win-a-deal/versions/${range}`, { key });
  expect((await compare("1..2")).json).toEqual({
    journey: "win-a-deal",
    from: 1,
    to: 2,
    fields: ["roles", "title"],
    added: [{ id: "ask-why", title: "Ask why" }],
    removed: [{ id: "set-date", title: "Set the date" }],
    renamed: [{ id: "log-call", from: "Log the call", to: "Note the call" }],
    moved: [
      { id: "send-offer", from: 2, to: 1 },
      { id: "log-call", from: 1, to: 2 },
    ],
    changed: [{ id: "log-call", fields: ["minutes", "why"] }],
  });
  expect((await compare("2..1")).json).toMatchObject({ added: [{ id: "set-date" }], removed: [{ id: "ask-why" }] });
  await ask("PUT", "/v1/journeys/win-a-deal", { key, body: { ...changed, title: "Later" } });
  expect((await compare("2..draft")).json).toMatchObject({ to: "draft", fields: ["title"], added: [], moved: [] });
  expect((await compare("1..9")).json.code).toBe("version_unknown");
  for (const range of ["1-2", "a..b", "1..", "draft..1"])
    expect((await compare(range)).json.code).toBe("query_invalid");
  expect((await ask("GET", "/v1/journeys/nothing/versions/1..draft", { key })).status).toBe(404);
});

test("C176 people in the middle of an older version keep their progress", async () => {
  const bench = await createBench();
  const ask = await overHttp(bench);
  const { writeKey, ownerKey, authorKey } = bench.keys;
  const token = await bench.token("u-1");
  let hour = 0;
  const fact = async (type: string, sdk = "server/1") => {
    hour += 1;
    const ts = `2026-09-07T${String(hour).padStart(2, "0")}:00:00Z`;
    const offered = type === "journey.offered" ? { journey: "win-a-deal", version: 1 } : {};
    await ask("POST", "/v1/events", { key: writeKey, body: batch("u-1", [event(type, ts, offered)], { token, sdk }) });
  };
  const stepsDone = async () => {
    const { journeys } = (await ask("GET", `/v1/progress?key=${writeKey}`, { key: token })).json as Progress;
    const steps = journeys["win-a-deal"]?.[""]?.steps ?? {};
    return Object.keys(steps)
      .filter((id) => steps[id]?.completed)
      .sort();
  };
  const completions = async () =>
    (await ask("GET", "/v1/events", { key: ownerKey })).text
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { type: string; step: string; version: number })
      .filter(({ type }) => type === "step.completed")
      .map(({ step, version }) => `${step}@${version}`)
      .sort();

  await bench.publish();
  await fact("journey.offered", "sdk/0.1.0");
  await fact("host.call.logged");
  await fact("host.date.set");
  expect(await completions()).toEqual(["log-call@1", "set-date@1"]);

  await bench.publish({ ...changed, steps: [logCall, sendOffer, changed.steps[2]] });
  expect(await stepsDone()).toEqual(["log-call", "set-date"]);
  // The step that stays is not completed again, the one that went is not asked for, the new one is open.
  await fact("host.call.logged");
  await fact("host.date.set");
  expect(await completions()).toEqual(["log-call@1", "set-date@1"]);
  await fact("host.why.asked");
  expect(await completions()).toEqual(["ask-why@2", "log-call@1", "set-date@1"]);

  await ask("POST", "/v1/journeys/win-a-deal/rollback", { key: authorKey, body: { version: 1 } });
  await fact("host.date.set");
  expect(await stepsDone()).toEqual(["ask-why", "log-call", "set-date"]);
  expect(await completions()).toEqual(["ask-why@2", "log-call@1", "set-date@1"]);
});

test("C177 a draft is nobody's but the authors', and saving it is written down", async () => {
  const bench = await createBench();
  const ask = await overHttp(bench);
  const key = bench.keys.authorKey;
  await bench.publish();
  const served = () => ask("GET", `/v1/journeys?key=${bench.keys.writeKey}&role=sales-rep`);
  const before = await served();
  await ask("PUT", "/v1/journeys/win-a-deal", { key, body: { ...winADeal, title: "Not yet" } });
  const after = await served();
  expect([after.text, after.headers.get("etag")]).toEqual([before.text, before.headers.get("etag")]);
  const log = (await ask("GET", "/v1/audit", { key: bench.keys.ownerKey })).json.acts;
  expect(log[0]).toMatchObject({
    who: expect.stringMatching(/^author key /),
    act: "journey.draft",
    detail: "win-a-deal",
  });
});
