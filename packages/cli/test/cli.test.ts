import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Collector, createCollector, type ProjectKeys, type Served, serve } from "@waymark/collector";
import { aJourney } from "@waymark/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const program = fileURLToPath(new URL("../dist/main.js", import.meta.url));

interface Ran {
  code: number;
  lines: string[];
  errors: string;
}

/** Runs the real program. */
function waymark(...args: string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], (error, stdout, stderr) => {
      const code = error ? Number(error.code ?? 1) : 0;
      resolve({ code, lines: stdout.trim().split("\n"), errors: stderr });
    });
  });
}

let folder: string;
let collector: Collector;
let server: Served;
let keys: ProjectKeys;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "waymark-cli-"));
  collector = await createCollector({ dataDir: ":memory:" });
  keys = await collector.admin.createProject({
    id: "crm",
    title: "CRM",
    roles: [{ id: "sales-rep", title: "Sales reps" }],
  });
  server = await serve(collector, { port: 0 });
});
afterEach(async () => {
  await server.close();
  await collector.close();
  await rm(folder, { recursive: true });
});

async function file(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

const brief = { purpose: "p", benefit: "You go home on time.", expectation: "e" };
const good = aJourney({ brief });

describe("waymark", () => {
  it("W1 gives five sentences with paths for five mistakes, and reads the other files all the same", async () => {
    const steps = [
      { id: "a", title: "A", due: "1 day" },
      { id: "b", done: { evnt: "x" } },
    ];
    const bad = await file("bad.json", { ...good, id: "Win Deal", title: 5, steps });
    const broken = await file("broken.json", "{ not json");
    const fine = await file("good.json", good);
    const { code, lines } = await waymark("lint", bad, broken, fine);
    expect(code).toBe(1);
    expect(lines.filter((line) => line.startsWith(bad)).map((line) => line.slice(bad.length + 2))).toEqual([
      'error: $.id is "Win Deal": write lower-case words joined by hyphens, like win-a-deal.',
      "error: $.title should be a text, but is 5.",
      'error: $.steps[0].due is "1 day": write an ISO 8601 duration, like P1D or PT30M.',
      "error: $.steps[1].title is missing: add a text.",
      expect.stringContaining("error: $.steps[1].done is keyed evnt: write one of event, click"),
    ]);
    expect(lines.filter((line) => line.startsWith(broken))).toHaveLength(1);
    expect(lines.at(-1)).toBe("3 files, 2 with errors, 0 warnings");
  });

  it("W1 warns without failing", async () => {
    const path = await file("warn.json", {
      ...good,
      title: "A title that is quite a bit longer than forty characters",
    });
    const { code, lines } = await waymark("lint", path);
    expect(code).toBe(0);
    expect(lines[0]).toContain("warning: $.title: 56 characters. Better: at most 40 characters.");
  });

  it("W2 publishes all or nothing, and the same content as the same version", async () => {
    const fine = await file("good.json", good);
    const bad = await file("bad.json", { ...good, id: "Bad Id" });
    const target = ["--collector", server.url, "--key", keys.authorKey];
    const refused = await waymark("publish", fine, bad, ...target);
    expect(refused.code).not.toBe(0);
    const empty = await (await fetch(`${server.url}/v1/journeys?key=${keys.writeKey}&role=sales-rep`)).json();
    expect(empty).toMatchObject({ journeys: [] });
    for (let time = 0; time < 2; time++) {
      expect((await waymark("publish", fine, ...target)).lines.at(-1)).toBe("win-a-deal is live as version 1");
    }
    const next = await file("next.json", { ...good, title: "Win it" });
    expect((await waymark("publish", next, ...target)).lines.at(-1)).toBe("win-a-deal is live as version 2");
  });

  it("W3 W4 simulates a seeded team, once, in working hours, labelled", async () => {
    const fine = await file("good.json", good);
    const target = [
      "--collector",
      server.url,
      "--key",
      keys.writeKey,
      "--secret",
      keys.signingSecret,
      "--people",
      "12",
    ];
    expect((await waymark("simulate", fine, ...target)).code).toBe(0);
    const headers = { authorization: `Bearer ${keys.ownerKey}` };
    const held = async (): Promise<Record<string, unknown>[]> => {
      const text = await (await fetch(`${server.url}/v1/events?limit=10000`, { headers })).text();
      return text
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    };
    const events = await held();
    expect(events.length).toBeGreaterThan(12 * 5);
    expect(new Set(events.map(({ person }) => person)).size).toBe(12);
    for (const { sdk, simulated, verified, ts } of events) {
      expect([sdk, simulated, verified]).toEqual(["simulate/0.1.0", 1, 1]);
      const moment = new Date(String(ts));
      expect(moment.getTime()).toBeLessThan(Date.now());
      expect([0, 6]).not.toContain(moment.getUTCDay());
    }
    await waymark("simulate", fine, ...target);
    expect(await held()).toHaveLength(events.length);
  });

  it("W5 makes a project, prints its keys, and a link that opens once", async () => {
    const roles = await file("roles.json", [{ id: "sales-rep", title: "Sales reps" }]);
    const data = ["--data", join(folder, "data")];
    const made = await waymark("collector", "project", ...data, "--id", "shop", "--roles", roles);
    expect(JSON.parse(made.lines.join("\n"))).toMatchObject({
      writeKey: expect.stringMatching(/^pk_/),
      ownerKey: expect.stringMatching(/^ok_/),
    });
    const invited = await waymark(
      "collector",
      "invite",
      ...data,
      "--project",
      "shop",
      "--role",
      "csm",
      "--url",
      "http://127.0.0.1:1",
    );
    const token = /^http:\/\/127\.0\.0\.1:1\/signin\?token=(.+)$/.exec(invited.lines[0] ?? "")?.[1] ?? "";
    const own = await createCollector({ dataDir: join(folder, "data") });
    const spend = async (): Promise<number> => {
      const headers = { "content-type": "application/x-www-form-urlencoded", origin: "http://collector" };
      const request = new Request("http://collector/signin", {
        method: "POST",
        headers,
        body: new URLSearchParams({ token }),
      });
      return (await own.fetch(request)).status;
    };
    expect(await spend()).toBe(303);
    expect(await spend()).toBe(410);
    await own.close();
  });

  it.each([
    [["lint"], "Name the journey files"],
    [["publish", "x.json"], "collector"],
    [["collector", "invite", "--data", ":memory:", "--project", "nobody", "--role", "csm"], "nobody"],
  ])("W6 says what to do: %j", async (args, sentence) => {
    const { code, lines, errors } = await waymark(...args);
    expect(code).not.toBe(0);
    expect(`${lines.join("\n")}${errors}`).toContain(sentence);
    expect(errors).not.toMatch(/\n +at /);
  });
});
