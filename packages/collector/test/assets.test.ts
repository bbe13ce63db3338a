import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { type Bench, createBench } from "./support/bench.ts";

const code = "export const a = 1;\n".repeat(100);

async function benchWithAssets(): Promise<Bench> {
  const root = mkdtempSync(join(tmpdir(), "waymark-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [name, text] of [
    ["sdk/waymark.js", code],
    ["sdk/overlay-3fa81c02bd.js", code],
    ["dashboard/index.html", "<!doctype html><title>D</title>"],
    ["dashboard/app.js", code],
    ["secret.txt", "no"],
  ] as const) {
    mkdirSync(join(root, name, ".."), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  for (const folder of ["sdk", "dashboard"]) {
    symlinkSync(join(root, "secret.txt"), join(root, folder, "link.txt"));
    symlinkSync(root, join(root, folder, "up"));
  }
  return createBench({ assets: { sdk: join(root, "sdk"), dashboard: join(root, "dashboard") } });
}

test("C80 the script and its chunks", async () => {
  const bench = await benchWithAssets();
  const script = await bench.call("GET", "/waymark.js");
  expect(Object.fromEntries(script.headers)).toMatchObject({
    "content-type": "text/javascript; charset=utf-8",
    "cache-control": "public, max-age=300",
    "access-control-allow-origin": "*",
  });
  expect(await script.text()).toBe(code);
  const etag = script.headers.get("etag") ?? "";
  expect((await bench.call("GET", "/waymark.js", { headers: { "if-none-match": etag } })).status).toBe(304);
  const chunk = await bench.call("GET", "/sdk/overlay-3fa81c02bd.js");
  expect(chunk.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
});

test("C446 a copy is known by one of several tags and by a weak one, which is what proxies that compress make of ours", async () => {
  const bench = await benchWithAssets();
  const signed = { authorization: `Bearer ${await bench.token("u-1")}` };
  const { writeKey: key } = bench.keys;
  for (const [path, own] of [
    ["/waymark.js", {}],
    [`/v1/journeys?key=${key}`, {}],
    [`/v1/answers?key=${key}`, {}],
    [`/v1/tokens/keys?journey=none&key=${key}`, {}],
    [`/v1/handoffs?key=${key}`, signed],
  ] as [string, Record<string, string>][]) {
    const etag = (await bench.call("GET", path, { headers: own })).headers.get("etag") ?? "";
    for (const [asked, status] of [
      [`W/${etag}`, 304],
      [`"other", ${etag}`, 304],
      ["*", 304],
      ['"other"', 200],
    ] as const) {
      const answer = await bench.call("GET", path, { headers: { ...own, "if-none-match": asked } });
      expect([path, asked, answer.status]).toEqual([path, asked, status]);
    }
  }
});

test("C80 compressed once for each encoding", async () => {
  const bench = await benchWithAssets();
  for (const [accept, encoding, open] of [
    ["gzip, deflate, br", "br", brotliDecompressSync],
    ["gzip", "gzip", gunzipSync],
  ] as const) {
    const response = await bench.call("GET", "/waymark.js", { headers: { "accept-encoding": accept } });
    expect([response.headers.get("content-encoding"), response.headers.get("vary")]).toEqual([
      encoding,
      "Accept-Encoding",
    ]);
    expect(open(Buffer.from(await response.arrayBuffer())).toString()).toBe(code);
  }
});

test("C80 names that lead out are not found", async () => {
  const bench = await benchWithAssets();
  for (const name of ["..%2Fsecret.txt", "%2e%2e/secret.txt", "x/../../secret.txt", ".hidden", "missing.js"]) {
    const response = await bench.call("GET", `/sdk/${name}`);
    expect([name, response.status]).toEqual([name, 404]);
  }
});

test("C80 links that lead out are not found, and a linked directory of files is served", async () => {
  const bench = await benchWithAssets();
  for (const folder of ["sdk", "dashboard"])
    for (const name of ["link.txt", "up/secret.txt"])
      expect((await bench.call("GET", `/${folder}/${name}`)).status).toBe(404);
  const root = mkdtempSync(join(tmpdir(), "waymark-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, "built"));
  writeFileSync(join(root, "built", "waymark.js"), code);
  symlinkSync(join(root, "built"), join(root, "linked"));
  const linked = await createBench({ assets: { sdk: join(root, "linked") } });
  expect((await linked.call("GET", "/waymark.js")).status).toBe(200);
});

test("C81 the dashboard opens from any address below it", async () => {
  const bench = await benchWithAssets();
  for (const path of ["/dashboard/", "/dashboard/journeys/win-a-deal"]) {
    const page = await bench.call("GET", path);
    expect([page.status, page.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'; script-src 'self'");
  }
  expect((await bench.call("GET", "/dashboard/app.js")).headers.get("content-type")).toContain("javascript");
  expect((await bench.call("GET", "/dashboard/gone.js")).status).toBe(404);
  const bare = await bench.call("GET", "/dashboard");
  expect([bare.status, bare.headers.get("location")]).toEqual([308, "/dashboard/"]);
});

test("D34 the collector's own address leads to the dashboard, where there is one", async () => {
  const bench = await benchWithAssets();
  const answer = await bench.call("GET", "/");
  expect([answer.status, answer.headers.get("location")]).toEqual([302, "/dashboard/"]);
  expect((await (await createBench()).call("GET", "/")).status).toBe(404);
});

test("C81 what is not given is not served", async () => {
  const bench = await createBench();
  expect((await bench.call("GET", "/waymark.js")).status).toBe(404);
  expect((await bench.call("GET", "/dashboard/")).status).toBe(404);
});
