// Whoever has the database, its log, a backup and the collector's log: can they tell a week with a report from one without?
// The same crowd, once with one report among its envelopes and once without; a classifier learns on some of the folders and
// judges the others. `pnpm test:long at-rest -- [folders of each kind]`.
import { createHmac } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { gzipSync } from "node:zlib";
import { backupData, createCollector, type ProjectKeys } from "../src/index.ts";
import { areaUnder, scoresOf } from "../test/support/classify.ts";
import { deviceOf, envelopeOf, post, reportOf } from "../test/support/device.ts";

const folders = Number(process.argv[2] ?? 100);
const people = 12;
const weekMs = 7 * 86_400_000;
const monday = Date.parse("2026-09-07T09:00:00Z");
const secret = "a-secret-of-this-script-that-nobody-else-has";
const root = mkdtempSync(join(tmpdir(), "waymark-rest-"));
const base64url = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

type Bench = Parameters<typeof deviceOf>[0];

function benchOf(collector: Awaited<ReturnType<typeof createCollector>>, keys: ProjectKeys, now: () => number): Bench {
  const bench = {
    collector,
    keys,
    call: (method: string, path: string, { key, body }: { key?: string; body?: unknown } = {}) =>
      collector.fetch(
        new Request(`http://collector${path}`, {
          method,
          headers: {
            ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
            ...(body === undefined ? {} : { "content-type": "application/json" }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      ),
    token: async (person: string) => {
      const text = `${base64url({ alg: "HS256", typ: "JWT" })}.${base64url({ sub: person, roles: ["sales-rep"], exp: Math.floor(now() / 1000) + 3600 })}`;
      return `${text}.${createHmac("sha256", keys.signingSecret).update(text).digest("base64url")}`;
    },
  };
  return bench as unknown as Bench;
}

/** What a folder gives away, as numbers: sizes, how well it can be packed, how often each byte is there, how many rows. */
function featuresOf(files: readonly string[], log: string, db: string): number[] {
  const all = files.flatMap((path) => {
    const bytes = readFileSync(path);
    const counts = new Array<number>(256).fill(0);
    for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
    return [bytes.length, gzipSync(bytes).length, ...counts];
  });
  const open = new DatabaseSync(db, { readOnly: true });
  const tables = open.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all();
  const rows = tables.map(({ name }) => {
    const row = open.prepare(`SELECT count(*) AS n FROM "${String(name)}"`).get() as { n: number };
    return row.n;
  });
  open.close();
  return [...all, ...rows, log.length];
}

/** Runs a crowd's week, with a report among its envelopes or without, up to Monday's batch; and what lies there then. */
async function run(
  base: string,
  keys: ProjectKeys,
  token: string,
  at: { report: boolean; closed: boolean; leak: boolean },
) {
  const dataDir = mkdtempSync(join(root, "run-"));
  cpSync(base, dataDir, { recursive: true });
  let now = monday + weekMs;
  const lines: string[] = [];
  const say = (...line: unknown[]): void => void lines.push(JSON.stringify(line));
  const logger = { error: say, info: say };
  const collector = await createCollector({ dataDir, now: () => now, secret, logger });
  const bench = benchOf(collector, keys, () => now);
  const device = await deviceOf(bench, "u-0");
  for (let person = 0; person < people; person++) {
    const own = at.report && person === 5 ? [reportOf(token, "Sixteen fields before I can save.")] : [];
    await post(bench, await envelopeOf(device.keys, own));
    now += 3_600_000;
  }
  if (at.closed) {
    now = monday + 2 * weekMs;
    await bench.call("POST", "/v1/blocks/freeze", { key: keys.ownerKey, body: {} });
  }
  const control = join(dataDir, "control.sqlite");
  if (at.leak && at.report) {
    const db = new DatabaseSync(control);
    db.exec("UPDATE projects SET title = title || '  '");
    db.close();
  }
  const copy = join(root, "copy");
  await backupData(dataDir, copy);
  const features = featuresOf([control, `${control}-wal`, join(copy, "control.sqlite")], lines.join("\n"), control);
  rmSync(copy, { recursive: true, force: true });
  await collector.close();
  rmSync(dataDir, { recursive: true, force: true });
  return features;
}

const base = mkdtempSync(join(root, "base-"));
const first = await createCollector({ dataDir: base, now: () => monday, secret });
const roles = [{ id: "sales-rep", title: "Sales rep", headcount: 20 }];
const keys = await first.admin.createProject({ id: "crm", title: "CRM", roles });
const bench = benchOf(first, keys, () => monday);
const journey = {
  format: "waymark.journey/1",
  id: "win-a-deal",
  title: "Win a deal",
  steps: [{ id: "log-call", title: "Log the call" }],
};
await bench.call("PUT", "/v1/journeys/win-a-deal", { key: keys.authorKey, body: journey });
await bench.call("POST", "/v1/journeys/win-a-deal/publish", { key: keys.authorKey, body: {} });
const tokens: string[] = [];
for (let person = 0; person < people; person++)
  tokens.push((await (await deviceOf(bench, `u-${person}`)).issue(["log-call"]))["log-call"] ?? "");
await first.close();

let failed = 0;
try {
  for (const [name, setting] of [
    ["before Monday's batch", { closed: false, leak: false }],
    ["after Monday's batch", { closed: true, leak: false }],
    ["two blanks planted in a title, to show that the classifier sees", { closed: true, leak: true }],
  ] as const) {
    const sides: number[][][] = [[], []];
    for (let n = 0; n < folders; n++)
      for (const [side, report] of [false, true].entries())
        sides[side]?.push(await run(base, keys, tokens[5] ?? "", { report, ...setting }));
    const { area, low, high } = areaUnder(scoresOf(sides[0] ?? [], sides[1] ?? []));
    const good = setting.leak ? low > 0.9 : low <= 0.5 && high >= 0.5;
    if (!good) failed += 1;
    const line = `AUC ${area.toFixed(3)}, 95% ${low.toFixed(3)} to ${high.toFixed(3)}`;
    console.log(`${good ? "yes" : "NO "} ${name}: ${line}, ${folders} folders of each kind`);
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
process.exit(failed === 0 ? 0 : 1);
