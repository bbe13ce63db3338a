import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createCollector, createSqliteEventStore } from "@waymark/collector";
import { eventStoreContract } from "@waymark/testing/stores";
import { describe, expect, it, onTestFinished } from "vitest";
import { readiness } from "../insight.ts";
import { counted, type Written } from "../store.ts";

const folder = fileURLToPath(new URL("..", import.meta.url));
const nothing = (): Written => ({ deliveries: 0, events: 0, slowestMs: 0 });

// #region store
describe("E107 a store of one's own", () => {
  eventStoreContract("counted", () => counted(createSqliteEventStore(":memory:"), nothing()), 2);
});
// #endregion store

describe("a collector with a store and a report of its operator", () => {
  it("E107 E108 writes to the store, and answers with the report; one that nobody added is not there", async () => {
    const written = nothing();
    const events = counted(createSqliteEventStore(":memory:"), written);
    const broken = (): never => {
      throw new Error("mine");
    };
    const logged: string[] = [];
    const collector = await createCollector({
      dataDir: ":memory:",
      store: { events },
      insights: { readiness, broken },
      logger: { error: (message) => void logged.push(message) },
    });
    onTestFinished(() => collector.close());
    const roles = [{ id: "sales-rep", title: "Sales" }];
    const { writeKey, ownerKey } = await collector.admin.createProject({ id: "crm", title: "CRM", roles });
    const ask = (path: string, init?: RequestInit): Promise<Response> =>
      collector.fetch(new Request(`http://collector${path}`, init));
    const ts = new Date().toISOString();
    const id = "01890a5d-ac96-774b-bcce-b302099a8057";
    const session = { session: "s-1", seq: 0 };
    const body = JSON.stringify({
      sentAt: ts,
      person: "u-1",
      roles: ["sales-rep"],
      locale: "en",
      sdk: "0.1.0",
      events: [{ id, type: "session.started", ts, ...session, props: {} }],
    });
    const sent = await ask(`/v1/events?key=${writeKey}`, { method: "POST", body });
    expect([sent.status, await sent.json()]).toEqual([202, expect.objectContaining({ accepted: 1 })]);
    expect(written).toMatchObject({ deliveries: 1, events: 1 });
    const headers = { authorization: `Bearer ${ownerKey}` };
    const report = await ask("/v1/insights/own/readiness", { headers });
    expect(await report.json()).toEqual({ name: "readiness", report: { until: null, journeys: 0, ready: 0 } });
    for (const name of ["none", "toString", "__proto__"])
      expect((await ask(`/v1/insights/own/${name}`, { headers })).status).toBe(404);
    expect((await ask("/v1/insights/own/readiness")).status).toBe(401);
    expect((await ask("/v1/insights/own/broken", { headers })).status).toBe(500);
    expect(logged).toHaveLength(1);
  });
});

describe("a command of one's own", () => {
  const waymark = (...args: string[]): Promise<{ code: number; out: string; errors: string }> =>
    new Promise((done) => {
      const program = fileURLToPath(new URL("../node_modules/@waymark/cli/dist/main.js", import.meta.url));
      execFile(process.execPath, [program, ...args], { cwd: folder }, (error, out, errors) =>
        done({ code: error ? Number(error.code ?? 1) : 0, out, errors }),
      );
    });

  it("E109 is called by its name and is in the help; ours stay ours, and one that is gone says so", async () => {
    const [long, fine, help, gone, lint] = await Promise.all([
      waymark("overlong", "journey.json", "--most", "30"),
      waymark("overlong", "journey.json"),
      waymark("--help"),
      waymark("gone"),
      waymark("lint", "journey.json"),
    ]);
    expect([long.code, long.out]).toEqual([1, "journey.json: choose: 37 characters\n1 too long\n"]);
    expect([fine.code, fine.out]).toEqual([0, "0 too long\n"]);
    expect(help.out).toContain("overlong");
    expect([gone.code, gone.errors]).toEqual([1, expect.stringContaining("command_broken: gone")]);
    expect(gone.errors).not.toMatch(/\n +at /);
    expect(lint.out).toContain("1 files, 0 with errors");
    expect(lint.errors).toContain('"lint" in package.json is a command of ours');
  });
});

describe("tutorials", () => {
  it("E112 each quotes files of the examples, and each quoted part is there", () => {
    const docs = fileURLToPath(new URL("../../../docs/extend", import.meta.url));
    const pages = readdirSync(docs).filter((name) => name.endsWith(".md"));
    const quoted = pages.flatMap((name) => {
      const found = [...readFileSync(join(docs, name), "utf8").matchAll(/^<<< (\S+?)(?:#(\S+))?$/gm)];
      return found.map(([, path = "", part]) => ({ name, path: join(docs, path), part }));
    });
    expect(new Set(quoted.map(({ name }) => name)).size).toBe(pages.length - 1);
    for (const { name, path, part } of quoted) {
      expect(existsSync(path), `${name} quotes ${path}`).toBe(true);
      if (part)
        expect(readFileSync(path, "utf8"), `${name} quotes ${part}`).toMatch(new RegExp(`#region ${part}$`, "m"));
    }
  });
});
