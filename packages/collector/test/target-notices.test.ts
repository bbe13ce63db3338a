import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TargetReport } from "@waymark/schema";
import { expect, onTestFinished, test } from "vitest";
import { type CollectorOptions, createCollector, readConfig } from "../src/index.ts";
import { signedHeaders } from "../src/summaries/sign.ts";
import { type Bench, createBench, winADeal } from "./support/bench.ts";
import { batch, event } from "./support/events.ts";

const secret = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
const quiet = { error: () => undefined };

interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

/** A real receiver on a real socket, that answers with these statuses and then with the last of them. */
async function receiver(...statuses: number[]): Promise<{ url: string; got: Received[] }> {
  const got: Received[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (part: string) => {
      body += part;
    });
    request.on("end", () => {
      const status = statuses[Math.min(got.length, statuses.length - 1)] ?? 200;
      got.push({ headers: request.headers, body });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, got };
}

const hook = (url: string) => ({ webhook: { url, secret, allowPrivate: true, pauses: [1, 1, 1] } });

async function bench(targets: CollectorOptions["targets"]): Promise<Bench> {
  const made = await createBench({ logger: quiet, targets });
  await made.publish({ ...winADeal, steps: winADeal.steps.map((step) => ({ ...step, do: { open: "/deals" } })) });
  return made;
}

let told = 0;

/** A page tells of a step's target on a day of September 2026, and an hour later it is that day for the collector. */
async function tell(it: Bench, day: string, step: string, type: "found" | "lost"): Promise<void> {
  const ts = `2026-09-${day}T09:00:00Z`;
  const props = type === "lost" ? { reason: "ambiguous" } : { way: "role", score: 0.9 };
  it.clock.set(`2026-09-${day}T10:00:00Z`);
  told += 1;
  const one = event(`target.${type}`, ts, { journey: "win-a-deal", version: 1, step, props }, `${told}`);
  const answer = await it.send(batch(`u-${told}`, [one]));
  expect(await answer.json()).toMatchObject({ accepted: 1 });
}

const acts = async (it: Bench, act: string): Promise<string[]> =>
  (await it.collector.admin.audit("crm")).filter((each) => each.act === act).map(({ detail }) => detail);

test("C480 a target that pages do not find any more is told of once, signed, with its last good and first bad day; no person, role or count", async () => {
  const { url, got } = await receiver(200);
  const it = await bench(hook(url));
  await tell(it, "08", "log-call", "found");
  expect(await it.collector.admin.sendTargetNotices()).toBe(0);
  await tell(it, "10", "log-call", "lost");
  await tell(it, "10", "log-call", "lost");
  expect(await it.collector.admin.sendTargetNotices()).toBe(1);
  await tell(it, "11", "log-call", "lost");
  expect(await it.collector.admin.sendTargetNotices()).toBe(0);
  expect(got).toHaveLength(1);
  const { headers, body } = got[0] as Received;
  const id = String(headers["webhook-id"]);
  const at = Date.parse("2026-09-10T10:00:00Z") / 1000;
  expect(id).toMatch(/^targets_crm_/);
  expect(headers).toMatchObject(signedHeaders(secret, id, at, body));
  expect(JSON.parse(body)).toEqual({
    format: "waymark.targets/1",
    project: { id: "crm", title: "CRM" },
    lost: [
      {
        journey: { id: "win-a-deal", title: "Win a deal" },
        ...{ version: 1, step: { id: "log-call", title: "Log the call" }, page: "/deals", reason: "ambiguous" },
        ...{ lastGood: "2026-09-08", firstBad: "2026-09-10", lastBad: "2026-09-10", sometimes: false },
      },
    ],
  });
  expect(await acts(it, "target.told")).toEqual(["webhook win-a-deal@1 log-call 2026-09-10"]);
});

test("C481 what some pages find is not told of; what was mended and is lost again is; another step goes alone", async () => {
  const { url, got } = await receiver(200);
  const it = await bench(hook(url));
  await tell(it, "08", "log-call", "lost");
  await tell(it, "08", "log-call", "found");
  expect(await it.collector.admin.sendTargetNotices()).toBe(0);
  await tell(it, "09", "log-call", "lost");
  expect(await it.collector.admin.sendTargetNotices()).toBe(1);
  await tell(it, "10", "set-date", "lost");
  expect(await it.collector.admin.sendTargetNotices()).toBe(1);
  await tell(it, "12", "log-call", "found");
  expect(await it.collector.admin.sendTargetNotices()).toBe(0);
  await tell(it, "15", "log-call", "lost");
  expect(await it.collector.admin.sendTargetNotices()).toBe(1);
  const steps = got.map(({ body }) =>
    (JSON.parse(body) as TargetReport).lost.map(({ step, firstBad }) => `${step.id} ${firstBad}`),
  );
  expect(steps).toEqual([["log-call 2026-09-09"], ["set-date 2026-09-10"], ["log-call 2026-09-15"]]);
});

test("C482 what fails is sent again under one id, and anew in the next hour; what is refused is not", async () => {
  const flaky = await receiver(503, 429, 200);
  const it = await bench(hook(flaky.url));
  await tell(it, "08", "log-call", "lost");
  expect(await it.collector.admin.sendTargetNotices()).toBe(1);
  expect(flaky.got).toHaveLength(3);
  expect(new Set(flaky.got.map(({ headers, body }) => `${headers["webhook-id"]} ${body}`)).size).toBe(1);

  const down = await receiver(503);
  const later = await bench(hook(down.url));
  await tell(later, "08", "log-call", "lost");
  expect(await later.collector.admin.sendTargetNotices()).toBe(0);
  expect(await later.collector.admin.sendTargetNotices()).toBe(0);
  expect(down.got).toHaveLength(8);

  const gone = await receiver(410);
  const refused = await bench(hook(gone.url));
  await tell(refused, "08", "log-call", "lost");
  await refused.collector.admin.sendTargetNotices();
  await refused.collector.admin.sendTargetNotices();
  expect(gone.got).toHaveLength(1);
  expect(await acts(refused, "target.refused")).toHaveLength(1);
});

test("C483 the same as an e-mail in a folder, for its owner only, whose header no title can change", async () => {
  const folder = await mkdtemp(join(tmpdir(), "waymark-targets-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const it = await createBench({ logger: quiet, targets: { mail: { folder, to: "ana@example.com" } } });
  const [first, ...rest] = winADeal.steps;
  await it.publish({ ...winADeal, steps: [{ ...first, title: "Rufe an: ü" }, ...rest] });
  await tell(it, "08", "log-call", "found");
  await tell(it, "10", "log-call", "lost");
  expect(await it.collector.admin.sendTargetNotices()).toBe(1);
  expect(await it.collector.admin.sendTargetNotices()).toBe(0);
  const [name = "", ...more] = await readdir(folder);
  expect([name, more]).toEqual([expect.stringMatching(/^targets_crm_.*\.eml$/), []]);
  const text = await readFile(join(folder, name), "utf8");
  const [head = "", body = ""] = text.split("\r\n\r\n");
  expect(head.split("\r\n")).toEqual([
    "From: Waymark <ana@example.com>",
    "To: <ana@example.com>",
    "Subject: [crm] A target is gone",
    "Date: Thu, 10 Sep 2026 10:00:00 +0000",
    expect.stringMatching(/^Message-ID: <targets_crm_\w+@waymark\.invalid>$/),
    "Auto-Submitted: auto-generated",
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: 8bit",
  ]);
  expect(body).toContain("A target is gone in CRM:");
  expect(text).toContain(
    '- "Rufe an: ü" in "Win a deal", version 1: several elements fit equally well. It was last found on 2026-09-08, and is lost since 2026-09-10.',
  );
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  expect((await stat(join(folder, name))).mode & 0o077).toBe(0);
});

test("C484 where notices go is judged at the start, with a sentence for each thing that is wrong", async () => {
  const wrong = (targets: NonNullable<CollectorOptions["targets"]>) =>
    createCollector({ dataDir: ":memory:", targets });
  await expect(wrong({ webhook: { url: "https://127.0.0.1/", secret } })).rejects.toMatchObject({
    code: "config_invalid",
  });
  await expect(wrong({ mail: { folder: "out", to: "ana@example.com\r\nBcc: all@example.com" } })).rejects.toMatchObject(
    {
      code: "config_invalid",
    },
  );
  const env = { WAYMARK_TARGETS_URL: "http://10.0.0.1/", WAYMARK_TARGETS_TO: "ana" };
  expect(() => readConfig({}, env)).toThrow(
    /WAYMARK_TARGETS_TO belong together[\s\S]*WAYMARK_TARGETS_TO is ana[\s\S]*WAYMARK_TARGETS_URL is not https[\s\S]*without a secret/,
  );
  const good = readConfig(
    { "targets-folder": "out", "targets-to": "ana@example.com", "summary-private": true },
    { WAYMARK_TARGETS_URL: "http://10.0.0.1/", WAYMARK_SUMMARY_SECRET: "s".repeat(32) },
  );
  expect(good.targets).toEqual({
    webhook: { url: "http://10.0.0.1/", secret: "s".repeat(32), allowPrivate: true },
    mail: { folder: "out", to: "ana@example.com" },
  });
});
