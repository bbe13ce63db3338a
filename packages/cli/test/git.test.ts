import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Collector, createCollector, type ProjectKeys, type Served, serve } from "@waymark/collector";
import type { Journey } from "@waymark/schema";
import { aJourney } from "@waymark/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { program } from "./run-program.ts";

const brief = { purpose: "p", benefit: "You go home on time.", expectation: "e" };
const journey = aJourney({ brief });
let folder: string;
let collector: Collector;
let server: Served;
let keys: ProjectKeys;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "waymark-git-"));
  mkdirSync(join(folder, "journeys"));
  collector = await createCollector({ dataDir: ":memory:" });
  keys = await collector.admin.createProject({ id: "crm", title: "CRM", roles: [{ id: "sales-rep", title: "Reps" }] });
  server = await serve(collector, { port: 0 });
});
afterEach(async () => {
  await server.close();
  await collector.close();
  rmSync(folder, { recursive: true });
});

const path = (): string => join(folder, "journeys/win.journey.json");
const write = (title: string): void =>
  writeFileSync(path(), JSON.stringify({ $schema: "./own.schema.json", ...journey, title }));
const read = (): Journey => JSON.parse(readFileSync(path(), "utf8")) as Journey;

function waymark(...args: string[]): Promise<{ code: number; out: string; errors: string }> {
  const target = ["--collector", server.url, "--key", keys.authorKey];
  return new Promise((done) => {
    execFile(process.execPath, [program, ...args, ...target], { cwd: folder }, (error, out, errors) =>
      done({ code: error ? Number(error.code ?? 1) : 0, out, errors }),
    );
  });
}

/** What the editor in the page asks for. */
async function fromPage(method: string, what: string, body: unknown): Promise<{ status: number; code?: string }> {
  const answer = await fetch(`${server.url}/v1/journeys/win-a-deal${what}`, {
    method,
    headers: { authorization: `Bearer ${keys.authorKey}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return { status: answer.status, ...((await answer.json()) as object) };
}

describe("journeys in git", () => {
  it("W60 W61 a draft made in the page comes back as a file, and is published from there only", async () => {
    write("Win a deal");
    expect((await waymark("publish", "journeys/win.journey.json")).code).toBe(0);
    expect((await waymark("pull")).out).toContain("nothing new on the collector");
    const draft = { ...journey, title: "Win it today" };
    expect((await fromPage("PUT", "", draft)).status).toBe(200);
    expect(await fromPage("POST", "/publish", {})).toMatchObject({ status: 409, code: "journey_in_git" });
    // Whoever is in the middle of something loses nothing.
    write("My own words");
    const kept = await waymark("pull");
    expect([kept.code, kept.out, read().title]).toEqual([1, expect.stringContaining("kept: it has"), "My own words"]);
    write("Win a deal");
    expect((await waymark("pull")).out).toContain("written");
    expect(read()).toEqual({ $schema: "./own.schema.json", ...draft });
    expect((await waymark("publish", "journeys/win.journey.json")).out).toContain("version 2");
    expect((await waymark("publish", "journeys/win.journey.json", "--release")).code).toBe(0);
    expect((await fromPage("POST", "/publish", {})).status).toBe(200);
  });

  it("W61 a journey without a file is pulled by its id; a file that went on since stays; --force takes the draft", async () => {
    const none = await waymark("pull");
    expect([none.code, none.errors]).toEqual([1, expect.stringContaining("name the ids to pull")]);
    const unknown = await waymark("pull", "lose-a-deal");
    expect([unknown.code, unknown.errors]).toEqual([1, expect.stringContaining("lose-a-deal")]);
    await fromPage("PUT", "", journey);
    const made = await waymark("pull", "win-a-deal", "--json");
    expect(JSON.parse(made.out)).toEqual([
      { id: "win-a-deal", path: join("journeys", "win-a-deal.journey.json"), outcome: "written" },
    ]);
    rmSync(join(folder, "journeys/win-a-deal.journey.json"));
    write("Win a deal");
    await waymark("publish", "journeys/win.journey.json");
    write("Further on");
    expect([(await waymark("pull")).code, read().title]).toEqual([0, "Further on"]);
    expect([(await waymark("pull", "--force")).code, read().title]).toEqual([0, "Win a deal"]);
  });
});
