import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { toCollectorError } from "../src/http/problem.ts";
import { type CollectorError, createLog, readConfig } from "../src/index.ts";
import { createBench } from "./support/bench.ts";
import { batch, event } from "./support/events.ts";
import { overHttp } from "./support/over-http.ts";

function tempDir(): string {
  const dir = mkdtempSync(join(tmpdir(), "waymark-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

function problemsOf(flags: Record<string, unknown>, env: Record<string, string>): string[] {
  try {
    readConfig(flags, env);
    return [];
  } catch (error) {
    return (error as CollectorError).members.problems as string[];
  }
}

test("C180 flags go before variables, and everything wrong is told at once", () => {
  const dir = tempDir();
  expect(readConfig({}, {})).toEqual({
    dataDir: "./waymark-data",
    port: 4180,
    host: "127.0.0.1",
    logLevel: "info",
    secret: undefined,
    metricsToken: undefined,
    summary: {},
    targets: {},
    store: { clickhouse: undefined, postgres: undefined },
  });
  const clickhouse = "clickhouse://waymark:secret@db:8123/waymark";
  writeFileSync(join(dir, "postgres"), "postgres://waymark:secret@db/waymark\n");
  const stores = { WAYMARK_CLICKHOUSE: clickhouse, WAYMARK_POSTGRES_FILE: join(dir, "postgres") };
  expect(readConfig({}, stores).store).toEqual({ clickhouse, postgres: "postgres://waymark:secret@db/waymark" });
  const [wrong = "", ...more] = problemsOf({ clickhouse: "mysql://user:secret@db" }, {});
  expect([more, wrong]).toEqual([[], expect.stringMatching(/^--clickhouse is no address.*clickhouse:/)]);
  expect(wrong).not.toContain("secret");
  writeFileSync(join(dir, "token"), `${"t".repeat(20)}\n`);
  const env = { WAYMARK_DATA: dir, WAYMARK_PORT: "1", WAYMARK_METRICS_TOKEN_FILE: join(dir, "token"), PATH: "/bin" };
  expect(readConfig({ port: "8080" }, env)).toMatchObject({ dataDir: dir, port: 8080, metricsToken: "t".repeat(20) });
  writeFileSync(join(dir, "file"), "");
  const problems = problemsOf(
    { data: join(dir, "file", "below"), port: "http", host: "a b", "log-level": "loud" },
    {
      WAYMARK_SECRET: "short",
      WAYMARK_METRICS_TOKEN: "x",
      WAYMARK_METRICS_TOKEN_FILE: join(dir, "none"),
      WAYMARK_PROT: "1",
    },
  );
  const begins = problems.map((each) => each.split(/[: ]/)[0]);
  expect(begins).toEqual([
    "--data",
    "--port",
    "--host",
    "--log-level",
    "WAYMARK_SECRET",
    "WAYMARK_METRICS_TOKEN",
    "WAYMARK_METRICS_TOKEN",
    "WAYMARK_PROT",
  ]);
  for (const each of problems) expect(each).toMatch(/\.$/);
  writeFileSync(join(dir, "secrets.json"), "{}");
  expect(problemsOf({ data: dir }, { WAYMARK_SECRET: "s".repeat(32) })).toEqual([
    expect.stringContaining("secrets.json"),
  ]);
});

test("C453 a setting of yes or no is one of the two, and a file that cannot be read is told with all else", () => {
  const of = (WAYMARK_SUMMARY_PRIVATE: string) => problemsOf({}, { WAYMARK_SUMMARY_PRIVATE });
  const [url, secret] = ["http://10.0.0.1/", "s".repeat(32)];
  const inside = (WAYMARK_SUMMARY_PRIVATE: string) =>
    problemsOf({ "summary-url": url }, { WAYMARK_SUMMARY_SECRET: secret, WAYMARK_SUMMARY_PRIVATE }).length;
  expect(of("maybe")).toEqual(["WAYMARK_SUMMARY_PRIVATE is maybe: write true or false."]);
  expect(["true", "1", "", "false", "no"].map(inside)).toEqual([0, 0, 1, 1, 1]);
  // A file whose reading fails, for root too.
  const unreadable = "/proc/self/mem";
  if (existsSync(unreadable))
    expect(problemsOf({ "secret-file": unreadable, port: "x" }, {})).toEqual([
      expect.stringMatching(/^--port /),
      expect.stringMatching(/^--secret-file names .* cannot read: correct its owner/),
    ]);
});

test("C181 lines are JSON with level, time and message, and hold no person, key or query", async () => {
  const lines: string[] = [];
  const log = createLog({ level: "debug", write: (line) => void lines.push(line) });
  log.info?.("before it was open", { port: 1 });
  await log.ready;
  const bench = await createBench({ logger: log });
  const ask = await overHttp(bench);
  const { writeKey, ownerKey } = bench.keys;
  await ask("POST", `/v1/events?key=${writeKey}`, {
    body: batch("u-secret", [event("session.started", "2026-09-07T08:00:00Z")]),
  });
  await ask("GET", "/v1/people/u-secret?why=u-secret", { key: ownerKey });
  await ask("GET", "/nowhere/u-secret");
  const parsed = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(parsed[0]).toEqual({
    level: "info",
    time: expect.stringMatching(/^\d{4}-.*Z$/),
    port: 1,
    message: "before it was open",
  });
  expect(parsed.slice(1).map(({ message, method, route, status }) => [message, method, route, status])).toEqual([
    ["answered", "POST", "/v1/events", 202],
    ["answered", "GET", "/v1/people/:id", 200],
    ["answered", "GET", "none", 404],
  ]);
  expect(lines.join("")).not.toMatch(/u-secret|\b[poa]k_[\w-]{16}/);
  const few: string[] = [];
  const quiet = createLog({ level: "error", write: (line) => void few.push(line) });
  await quiet.ready;
  quiet.info?.("not said");
  quiet.error("said", { reference: "r" });
  expect(few).toHaveLength(1);
});

test("C444 a line names nothing twice: what a failure was stands beside what is said of it", async () => {
  const lines: string[] = [];
  const log = createLog({ level: "error", write: (line) => void lines.push(line) });
  await log.ready;
  toCollectorError(new RangeError("too deep"), log);
  const [line = ""] = lines;
  expect(JSON.parse(line)).toMatchObject({
    message: "unexpected failure",
    cause: expect.stringMatching(/^RangeError: too deep\n/),
  });
  expect(line.match(/"message":/g)).toHaveLength(1);
});

test("C182 metrics count requests and events, name no person and no project, and open for the operator", async () => {
  const token = "operators-own-token";
  const bench = await createBench({ metricsToken: token, dataDir: tempDir() });
  const ask = await overHttp(bench);
  const { writeKey, ownerKey } = bench.keys;
  const body = batch("u-secret", [event("session.started", "2026-09-07T08:00:00Z"), { id: "broken" }]);
  await ask("POST", "/v1/events", { key: writeKey, body });
  await ask("POST", "/v1/events", { key: writeKey, body });
  await ask("GET", "/v1/people/u-secret", { key: ownerKey });
  const read = await ask("GET", "/metrics", { key: token });
  expect([read.status, read.headers.get("content-type")]).toEqual([200, expect.stringContaining("text/plain")]);
  for (const line of [
    'waymark_http_requests_total{method="POST",route="/v1/events",status="202"} 2',
    'waymark_http_requests_total{method="GET",route="/v1/people/:id",status="200"} 1',
    'waymark_events_total{outcome="accepted"} 1',
    'waymark_events_total{outcome="duplicate"} 1',
    'waymark_events_total{outcome="rejected"} 2',
    'waymark_http_request_seconds_count{route="/v1/events"} 2',
  ])
    expect(read.text).toContain(`${line}\n`);
  expect(read.text).toMatch(/waymark_store_bytes\{file="events.sqlite"\} \d{4,}/);
  expect(read.text).toContain("nodejs_eventloop_lag_seconds");
  expect(read.text).not.toMatch(/u-secret|crm|\b[poa]k_[\w-]{16}/);
  expect((await ask("GET", "/metrics")).json.code).toBe("key_missing");
  expect((await ask("GET", "/metrics", { key: writeKey })).json.code).toBe("key_wrong_kind");
  expect((await ask("GET", "/metrics", { key: ownerKey })).status).toBe(200);
  await bench.collector.admin.createProject({ id: "desk", title: "Desk", roles: [] });
  expect((await ask("GET", "/metrics", { key: ownerKey })).json.code).toBe("metrics_shared");
  expect((await ask("GET", "/metrics", { key: token })).status).toBe(200);
});
