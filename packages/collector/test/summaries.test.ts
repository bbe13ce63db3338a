import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { type CollectorOptions, createCollector, readConfig } from "../src/index.ts";
import { addressesOf, addressProblem, isPublic } from "../src/summaries/public-address.ts";
import { signedHeaders } from "../src/summaries/sign.ts";
import { type Bench, createBench } from "./support/bench.ts";
import { team } from "./support/team.ts";

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
      response.writeHead(status, status === 302 ? { location: "/elsewhere" } : {}).end("ignored");
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, got };
}

async function closedBlock(options: Partial<CollectorOptions>): Promise<Bench> {
  const bench = await createBench({ logger: quiet, ...options }, [{ id: "sales-rep", title: "Sales rep" }]);
  await bench.publish();
  await team(bench, "2026-09-07", 12, [6]);
  bench.clock.set("2026-10-08T00:00:00Z");
  await bench.call("POST", "/v1/blocks/freeze", { key: bench.keys.ownerKey });
  return bench;
}

const hook = (url: string, pauses: number[] = [1, 1, 1]) => ({
  summary: { webhook: { url, secret, allowPrivate: true, pauses } },
});

test("C388 once a block has closed its summary goes out, once, signed as Standard Webhooks has it", async () => {
  const { url, got } = await receiver(200);
  const bench = await createBench({ logger: quiet, ...hook(url) });
  expect(await bench.collector.admin.sendSummaries()).toBe(0);
  const closed = await closedBlock(hook(url));
  expect(await closed.collector.admin.sendSummaries()).toBe(1);
  expect(await closed.collector.admin.sendSummaries()).toBe(0);
  expect(got).toHaveLength(1);
  const { headers, body } = got[0] as Received;
  const seconds = closed.clock.now() / 1000;
  expect(headers).toMatchObject(signedHeaders(secret, "summary_crm-2026-10-05", seconds, body));
  expect(headers["content-type"]).toBe("application/json");
  const shown = await closed.call("GET", "/v1/summary", { key: closed.keys.ownerKey });
  expect(body).toBe(await shown.text());
  expect(JSON.parse(body)).toMatchObject({ format: "waymark.summary/1", block: { to: "2026-10-05" } });
});

test("C388 the signature is that of the specification's own example", () => {
  const headers = signedHeaders(
    "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    "msg_p5jXN8AQM9LWM0D4loKWxJek",
    1_614_265_330,
    '{"test": 2432232314}',
  );
  expect(headers["webhook-signature"]).toBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
});

test("C389 what fails is tried again after growing pauses, under one id; what is refused is not", async () => {
  const flaky = await receiver(503, 429, 200);
  const bench = await closedBlock(hook(flaky.url));
  expect(await bench.collector.admin.sendSummaries()).toBe(1);
  expect(flaky.got.map(({ headers }) => headers["webhook-id"])).toEqual(Array(3).fill("summary_crm-2026-10-05"));
  expect(new Set(flaky.got.map(({ body }) => body)).size).toBe(1);

  const down = await receiver(503);
  const later = await closedBlock(hook(down.url));
  expect(await later.collector.admin.sendSummaries()).toBe(0);
  expect(down.got).toHaveLength(4);
  // The next hour begins anew.
  expect(await later.collector.admin.sendSummaries()).toBe(0);
  expect(down.got).toHaveLength(8);

  for (const status of [410, 302]) {
    const gone = await receiver(status);
    const refused = await closedBlock(hook(gone.url));
    await refused.collector.admin.sendSummaries();
    await refused.collector.admin.sendSummaries();
    expect(gone.got).toHaveLength(1);
    expect((await refused.collector.admin.audit("crm")).map(({ act }) => act)).toContain("summary.refused");
  }
});

test("C389 a collector that closes does not wait for a receiver that is down", async () => {
  const { url, got } = await receiver(503);
  const bench = await closedBlock(hook(url, [600_000]));
  const sending = bench.collector.admin.sendSummaries();
  await vi.waitFor(() => expect(got).toHaveLength(1), { timeout: 60_000 });
  await bench.collector.close();
  expect(await sending).toBe(0);
});

test("C390 private networks and plain http are refused, by name and by address, unless they are allowed", async () => {
  for (const url of ["https://127.0.0.1/", "https://[::1]/", "https://10.0.0.8/", "https://169.254.169.254/latest"])
    expect([url, addressProblem(url, false)]).toEqual([url, expect.stringContaining("private network")]);
  for (const url of [
    "https://[::ffff:10.0.0.1]/",
    "https://2130706433/",
    "https://0x7f.1/",
    "https://[64:ff9b::a00:1]/",
  ])
    expect([url, addressProblem(url, false)]).toEqual([url, expect.stringContaining("private network")]);
  expect(addressProblem("http://hooks.example/", false)).toContain("is not https");
  expect(addressProblem("ftp://hooks.example/", true)).toContain("is not https");
  expect(addressProblem("https://a:b@hooks.example/", true)).toContain("holds a password");
  expect(addressProblem("hooks", true)).toContain("is no address");
  expect(addressProblem("https://hooks.example/", false)).toBeNull();
  expect(addressProblem("http://127.0.0.1:8080/", true)).toBeNull();
  await expect(addressesOf("localhost", false)).rejects.toThrow("private network");
  expect(await addressesOf("localhost", true)).not.toEqual([]);
  expect(["8.8.8.8", "2606:4700::1111"].map(isPublic)).toEqual([true, true]);
  expect(["172.31.0.1", "100.64.0.1", "fd00::1", "fe80::1", "::", "name"].map(isPublic)).toEqual(Array(6).fill(false));
});

test("C390 a public name that leads into a private network gets nothing, and is not asked again", async () => {
  const { url, got } = await receiver(200);
  const port = new URL(url).port;
  // The address says nothing of where the name leads: that is looked at when it is sent.
  const bench = await closedBlock({
    summary: { webhook: { url: `https://localhost:${port}/hook`, secret, pauses: [1] } },
  });
  expect(await bench.collector.admin.sendSummaries()).toBe(0);
  expect(got).toEqual([]);
  expect((await bench.collector.admin.audit("crm")).map(({ act }) => act)).toContain("summary.refused");
});

test("C390 a collector with such an address does not start, and says why", async () => {
  const wrong = (webhook: { url: string; secret: string }) =>
    createCollector({ dataDir: ":memory:", summary: { webhook } });
  await expect(wrong({ url: "https://127.0.0.1/", secret })).rejects.toMatchObject({ code: "config_invalid" });
  await expect(wrong({ url: "https://hooks.example/", secret: "short" })).rejects.toMatchObject({
    code: "config_invalid",
  });
  const env = { WAYMARK_SUMMARY_URL: "http://10.0.0.1/" };
  expect(() => readConfig({}, env)).toThrow(/WAYMARK_SUMMARY_URL is not https[\s\S]*without a secret to sign with/);
  const good = readConfig(
    { "summary-private": true, "summary-folder": "out" },
    { ...env, WAYMARK_SUMMARY_SECRET: "s".repeat(32) },
  );
  expect(good.summary).toEqual({
    folder: "out",
    webhook: { url: "http://10.0.0.1/", secret: "s".repeat(32), allowPrivate: true },
  });
});

test("C391 a summary as a file: whole, for its owner only, one for each block", async () => {
  const folder = await mkdtemp(join(tmpdir(), "waymark-summary-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const bench = await closedBlock({ summary: { folder } });
  expect(await bench.collector.admin.sendSummaries()).toBe(1);
  expect(await bench.collector.admin.sendSummaries()).toBe(0);
  expect(await readdir(folder)).toEqual(["crm-2026-10-05.json"]);
  const path = join(folder, "crm-2026-10-05.json");
  const shown = await bench.call("GET", "/v1/summary", { key: bench.keys.ownerKey });
  expect(await readFile(path, "utf8")).toBe(await shown.text());
  expect((await stat(path)).mode & 0o077).toBe(0);
  const old = await closedBlock({ summary: { folder: join(folder, "old") } });
  old.clock.set("2026-12-01T00:00:00Z");
  expect(await old.collector.admin.sendSummaries()).toBe(0);
});
