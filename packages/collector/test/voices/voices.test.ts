import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { envelopeBytes } from "@waymark/schema";
import { expect, test } from "vitest";
import { deviceOf, envelopeOf, post, reportOf } from "../support/device.ts";
import { town } from "../support/town.ts";

test("C270 every envelope has the same answer, whatever is in it; one of another size is refused", async () => {
  const { bench, keys, tokens, go } = await town();
  go(1);
  const full = await envelopeOf(keys, [reportOf(tokens[0]?.["log-call"] ?? "", "x".repeat(500))]);
  const empty = await envelopeOf(keys, []);
  expect([full.length, empty.length]).toEqual([envelopeBytes, envelopeBytes]);
  const answers = [];
  for (const body of [full, empty, new Uint8Array(envelopeBytes)]) {
    const response = await post(bench, body);
    answers.push([response.status, await response.text(), Object.fromEntries(response.headers)]);
  }
  expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
  expect(answers[0]?.slice(0, 2)).toEqual([202, '{"week":"2026-W38"}']);
  expect((await post(bench, new Uint8Array(envelopeBytes - 1))).status).toBe(422);
});

test("C271 C278 ten people were given tokens, five report a week later: Monday publishes five, with five left, and never again anything else of that", async () => {
  const { go, send, empty, close, voices } = await town();
  go(1, 2);
  for (let person = 0; person < 5; person++) await send(person);
  for (let person = 5; person < 10; person++) await empty();
  await close();
  expect(await voices()).toEqual([]);
  go(2);
  await close();
  const cells = await voices();
  expect(cells).toMatchObject([
    {
      journey: "win-a-deal",
      step: "log-call",
      group: "sales-rep",
      count: 5,
      from: "2026-W37",
      to: "2026-W38",
      reasons: { slow: 5 },
      texts: [],
    },
  ]);
  await send(5);
  go(3);
  await close();
  expect(await voices()).toEqual(cells);
});

test("C272 while only nine people were given a token nothing counts; once a tenth was, in an earlier week, all of it does", async () => {
  const { bench, go, send, close, voices } = await town({ issued: 9 });
  go(1);
  for (let person = 0; person < 5; person++) await send(person);
  go(2);
  await close();
  expect(await voices()).toEqual([]);
  await (await deviceOf(bench, "u-9")).issue(["log-call"]);
  go(3);
  await close();
  // The tenth's week is over, and no week has begun after it that could count them.
  expect(await voices()).toEqual([]);
  go(4);
  await close();
  expect(await voices()).toMatchObject([{ count: 5 }]);
});

test("C272 a report in the week its tokens were given out is held until the next", async () => {
  const { go, send, close, voices } = await town();
  for (let person = 0; person < 5; person++) await send(person);
  go(1);
  await close();
  expect(await voices()).toEqual([]);
  go(2);
  await close();
  expect(await voices()).toMatchObject([{ count: 5 }]);
});

test("C273 a token counts once, for its own step only, and not with another text, a changed byte or another project's key", async () => {
  const { bench, keys, tokens, go, send, close, voices } = await town({ steps: ["log-call", "set-date"] });
  go(1);
  for (let person = 0; person < 4; person++) await send(person, `once ${person}`);
  await send(0, "twice");
  const stranger = tokens[5]?.["set-date"] ?? "";
  await post(bench, await envelopeOf(keys, [reportOf(stranger, "for another step", "log-call")]));
  const broken = `${(tokens[6]?.["log-call"] ?? "").slice(0, -4)}AAAA`;
  await post(bench, await envelopeOf(keys, [reportOf(broken, "changed")]));
  go(2);
  await close();
  await send(1, "again");
  go(3);
  await close();
  expect(await voices()).toEqual([]);
  await send(7, "the fifth");
  go(4);
  await close();
  expect(await voices()).toMatchObject([{ step: "log-call", count: 5 }]);
});

test("C274 what is taken back before it is published is not counted, and its token may be used again", async () => {
  const { bench, keys, tokens, go, send, close, voices } = await town();
  go(1);
  for (let person = 0; person < 4; person++) await send(person);
  go(2);
  await close();
  await post(bench, await envelopeOf(keys, [], [tokens[0]?.["log-call"] ?? ""]));
  await send(4);
  go(3);
  await close();
  expect(await voices()).toEqual([]);
  await send(0, "after all");
  go(4);
  await close();
  const cells = await voices();
  expect(cells).toMatchObject([{ count: 5 }]);
  await post(bench, await envelopeOf(keys, [], [tokens[1]?.["log-call"] ?? ""]));
  go(5);
  await close();
  expect(await voices()).toEqual(cells);
});

test("C276 where only those who reported were active on the step it is withheld", async () => {
  const { go, send, close, voices } = await town({ active: 5 });
  go(1);
  for (let person = 0; person < 5; person++) await send(person);
  go(2);
  await close();
  expect(await voices()).toEqual([]);
});

test("C275 where fewer than five would be left it is withheld", async () => {
  const { go, send, close, voices } = await town({ heads: 10 });
  go(1);
  for (let person = 0; person < 6; person++) await send(person);
  go(2);
  await close();
  expect(await voices()).toEqual([]);
});

test("C279 from none to four reports every route, export, metric and log reads the same, byte for byte", async () => {
  const read = async (reports: number): Promise<string> => {
    const lines: unknown[] = [];
    const log = (...line: unknown[]): void => void lines.push(line);
    const { bench, go, send, empty, close, csm } = await town({ options: { logger: { error: log, info: log } } });
    go(1);
    for (let person = 0; person < 10; person++) await (person < reports ? send(person, `words ${person}`) : empty());
    go(2);
    await close();
    const texts: string[] = [];
    const seen = [
      "/v1/voices",
      "/v1/voices/texts",
      "/v1/insights/adoption?journey=win-a-deal&role=sales-rep",
      "/v1/summary",
      "/v1/export",
      "/v1/export/voices",
    ];
    for (const path of seen) texts.push(await (await csm("GET", path)).text());
    texts.push(await (await bench.call("GET", `/v1/answers?key=${bench.keys.writeKey}`)).text());
    for (const path of ["/v1/events", "/v1/rejects", "/v1/audit"])
      texts.push(await (await bench.call("GET", path, { key: bench.keys.ownerKey })).text());
    const metrics = await (await bench.call("GET", "/metrics", { key: bench.keys.ownerKey })).text();
    // Times and memory are the machine's; counts are of requests.
    texts.push(
      metrics
        .split("\n")
        .filter((line) => /requests|voice|envelope|token|report/.test(line) && !/seconds|bytes/.test(line))
        .join("\n"),
    );
    return createHash("sha256")
      .update(JSON.stringify([texts, lines]))
      .digest("hex");
  };
  const none = await read(0);
  for (const reports of [1, 4]) expect(await read(reports)).toBe(none);
  expect(await read(5)).not.toBe(none);
});

test("C280 words wait until five can be read together, beside nothing; what is released stands at its cell, what is not is gone", async () => {
  const { go, send, close, csm, voices } = await town({ steps: ["log-call", "set-date"] });
  go(1);
  for (let person = 0; person < 5; person++) await send(person, person < 4 ? `call ${person}` : "");
  go(2);
  await close();
  const waiting = async (): Promise<{ id: string; text: string }[]> =>
    ((await (await csm("GET", "/v1/voices/texts")).json()) as { texts: { id: string; text: string }[] }).texts;
  expect(await voices()).toHaveLength(1);
  expect(await waiting()).toEqual([]);
  for (let person = 0; person < 5; person++) await send(person, person === 0 ? "date 0" : "", "set-date");
  go(3);
  await close();
  const texts = await waiting();
  expect(texts.map(({ text }) => text).toSorted()).toEqual(["call 0", "call 1", "call 2", "call 3", "date 0"]);
  expect(texts.every((each) => Object.keys(each).join() === "id,text")).toBe(true);
  const of = (text: string): string => texts.find((each) => each.text === text)?.id ?? "";
  expect((await csm("POST", `/v1/voices/texts/${of("call 0")}`, { release: true })).status).toBe(204);
  expect((await csm("POST", `/v1/voices/texts/${of("call 1")}`, { release: false })).status).toBe(204);
  expect((await csm("POST", `/v1/voices/texts/${of("call 1")}`, { release: true })).status).toBe(404);
  const cells = await voices();
  expect(cells.map(({ step, texts: own }) => [step, own]).toSorted()).toEqual([
    ["log-call", ["call 0"]],
    ["set-date", []],
  ]);
});

test("C281 an answer goes to a published cell; the id of a report, of a text or of anything else is no address", async () => {
  const { bench, tokens, go, send, close, csm, voices } = await town();
  const answer = { verdict: "will", text: "Ten of the sixteen fields go.", by: "Ines, customer success" };
  go(1);
  for (let person = 0; person < 5; person++) await send(person, `words ${person}`);
  go(2);
  await close();
  const cell = (await voices())[0];
  const { texts } = (await (await csm("GET", "/v1/voices/texts")).json()) as { texts: { id: string }[] };
  expect(texts).toHaveLength(5);
  const token = Buffer.from(tokens[0]?.["log-call"] ?? "", "base64url");
  const nonce = token.subarray(2, 34);
  const marks = [
    nonce.toString("hex"),
    nonce.toString("base64url"),
    tokens[0]?.["log-call"] ?? "",
    "u-0",
    "win-a-deal",
  ];
  for (const id of [...texts.map((each) => each.id), ...marks])
    expect((await csm("POST", `/v1/voices/${id}/answer`, answer)).status).toBe(404);
  const given = await csm("POST", `/v1/voices/${cell?.id}/answer`, answer);
  expect(given.status).toBe(201);
  const file = await bench.call("GET", `/v1/answers?key=${bench.keys.writeKey}`);
  expect(file.headers.get("cache-control")).toMatch(/^public/);
  expect(await file.json()).toEqual({
    format: "waymark.answers/1",
    answers: [
      {
        ...{ id: expect.any(String), journey: "win-a-deal", step: "log-call", from: "2026-W37", to: "2026-W38" },
        ...{ ...answer, on: "2026-09-21" },
      },
    ],
  });
  expect((await voices())[0]?.answers).toHaveLength(1);
});

test("C282 only a customer success manager moderates and answers, from the collector's own page; a manager reads what was released", async () => {
  const { bench, go, send, close, voices } = await town();
  go(1);
  for (let person = 0; person < 5; person++) await send(person);
  go(2);
  await close();
  const cell = (await voices())[0];
  const body = { verdict: "did", text: "Done." };
  for (const role of ["manager", "author", "owner"] as const) {
    const cookie = await bench.signIn(role);
    const read = await bench.call("GET", "/v1/voices", { headers: { cookie } });
    expect([role, read.status]).toEqual([role, role === "author" ? 403 : 200]);
    expect((await bench.call("GET", "/v1/voices/texts", { headers: { cookie } })).status).toBe(403);
    expect((await bench.call("POST", `/v1/voices/${cell?.id}/answer`, { headers: { cookie }, body })).status).toBe(403);
  }
  const cookie = await bench.signIn("csm");
  const other = { cookie, origin: "http://other.example", "sec-fetch-site": "cross-site" };
  expect((await bench.call("POST", `/v1/voices/${cell?.id}/answer`, { headers: other, body })).status).toBe(403);
  for (const bad of [
    {},
    { ...body, text: "" },
    { ...body, text: "x".repeat(2001) },
    { ...body, verdict: "maybe" },
    { ...body, report: "1" },
  ])
    expect((await bench.call("POST", `/v1/voices/${cell?.id}/answer`, { headers: { cookie }, body: bad })).status).toBe(
      422,
    );
});

test("C283 what was never published is deleted four weeks after its quarter, and its keys with it", async () => {
  const { bench, dataDir, go, send, close, voices } = await town();
  go(1);
  for (let person = 0; person < 4; person++) await send(person);
  const rows = (table: string): number => {
    const db = new DatabaseSync(join(dataDir, "control.sqlite"), { readOnly: true });
    const { n } = db.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number };
    db.close();
    return n;
  };
  go(2);
  await close();
  expect([rows("voiceKeys"), rows("voiceIssued"), rows("envelopes")]).toEqual([1, 10, 0]);
  bench.clock.set("2026-10-26T09:00:00Z");
  await close();
  expect(rows("voiceKeys")).toBe(1);
  bench.clock.set("2026-11-09T09:00:00Z");
  await close();
  expect(["voiceKeys", "voiceIssued", "voiceQuarters", "voiceCounts"].map(rows)).toEqual([0, 0, 0, 0]);
  await send(4);
  bench.clock.set("2026-11-16T09:00:00Z");
  await close();
  expect(await voices()).toEqual([]);
});

test("C284 the files hold no word, step or count of what waits, and are of one size whether somebody reported or nobody did", async () => {
  const filesOf = async (reports: number): Promise<{ all: string; sizes: number[] }> => {
    const { dataDir, go, send, empty, close } = await town();
    go(1);
    for (let person = 0; person < 10; person++) await (person < reports ? send(person, "Sixteen fields") : empty());
    go(2);
    await close();
    const names = ["control.sqlite", "control.sqlite-wal", "events.sqlite", "events.sqlite-wal"];
    const all = names.map((name) => readFileSync(join(dataDir, name)).toString("latin1")).join("\n");
    const db = new DatabaseSync(join(dataDir, "control.sqlite"), { readOnly: true });
    const state = db.prepare("SELECT length(body) AS n FROM voiceStates").get() as { n: number };
    const { n } = db.prepare("SELECT count(*) AS n FROM envelopes").get() as { n: number };
    db.close();
    return { all, sizes: [state.n, n] };
  };
  const [some, none] = [await filesOf(4), await filesOf(0)];
  expect(some.all).not.toContain("Sixteen");
  expect(some.sizes).toEqual(none.sizes);
});

test("C285 a published cell that somebody changes in the database is not served", async () => {
  const { dataDir, go, send, close, csm } = await town();
  go(1);
  for (let person = 0; person < 5; person++) await send(person);
  go(2);
  await close();
  const db = new DatabaseSync(join(dataDir, "control.sqlite"));
  db.exec("UPDATE voiceBlocks SET content = replace(content, '\"count\":5', '\"count\":6')");
  db.close();
  const response = await csm("GET", "/v1/voices");
  expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([500, "voices_changed"]);
});
