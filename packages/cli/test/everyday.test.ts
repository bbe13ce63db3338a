import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Collector, createCollector, type ProjectKeys, type Served, serve } from "@waymark/collector";
import { aJourney, aStep } from "@waymark/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { program } from "./run-program.ts";

let folder: string;
let collector: Collector;
let server: Served;
let keys: ProjectKeys;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "waymark-everyday-"));
  mkdirSync(join(folder, "journeys"));
  collector = await createCollector({ dataDir: ":memory:" });
  keys = await collector.admin.createProject({ id: "crm", title: "CRM", roles: [{ id: "sales-rep", title: "Reps" }] });
  server = await serve(collector, { port: 0 });
  const where = { dealId: "{deal.id}", stage: { in: ["won", 3] }, size: { gt: 5 } };
  const steps = [aStep("a", { done: { any: [{ event: "deal.moved", where }, { event: "call.logged" }] } }), aStep("b")];
  writeFileSync(
    join(folder, "journeys/win.journey.json"),
    JSON.stringify(aJourney({ steps, value: { event: "deal.won" } })),
  );
});
afterAll(async () => {
  await server.close();
  await collector.close();
  rmSync(folder, { recursive: true });
});

function waymark(...args: string[]): Promise<{ code: number; out: string; errors: string }> {
  return new Promise((done) => {
    execFile(process.execPath, [program, ...args], { cwd: folder }, (error, out, errors) =>
      done({ code: error ? Number(error.code ?? 1) : 0, out, errors }),
    );
  });
}

describe("waymark, every day", () => {
  it("W49 types names journeys, steps and events; --check fails where the file is old", async () => {
    const to = ["--out", "src/journeys.d.ts"];
    const old = await waymark("types", ...to, "--check");
    expect([old.code, old.errors]).toEqual([1, expect.stringContaining("run waymark types --out src/journeys.d.ts")]);
    expect((await waymark("types", ...to)).code).toBe(0);
    const text = readFileSync(join(folder, "src/journeys.d.ts"), "utf8");
    expect(text).toContain('  "win-a-deal": "a" | "b";');
    expect(text).toContain(
      '"deal.moved": { "dealId"?: string; "stage"?: number | string; "size"?: number; [prop: string]:',
    );
    for (const name of ["b.done", "call.logged", "deal.won"]) expect(text).toContain(`  "${name}": {`);
    expect((await waymark("types", ...to, "--check", "--json")).out).toContain('"changed":false');
  });

  it("W50 report prints what is published as a table, CSV or JSON, and says when there is nothing", async () => {
    const to = ["--collector", server.url, "--key", keys.ownerKey];
    const table = await waymark("report", "gap", ...to, "--role", "sales-rep");
    expect(table.out).toMatch(/^journey +version +role +step +expected %/);
    expect(table.out).toContain("There is nothing to show");
    const csv = await waymark("report", "adoption", ...to, "--csv");
    expect(csv.out.split("\n")[0]).toBe("journey,role,step,through %,from %,to %,through,of,median s,withheld");
    const json = await waymark("report", "adoption", ...to, "--json");
    expect(JSON.parse(json.out)).toMatchObject({ format: "waymark.summary/1" });
    const refused = await waymark("report", "gap", "--collector", server.url, "--key", "ok_wrong", "--json");
    expect([refused.code, Object.keys(JSON.parse(refused.out) as object)]).toEqual([1, ["error"]]);
  });

  it("W50 publish tells machines which versions are live", async () => {
    const to = ["--collector", server.url, "--key", keys.authorKey, "--json"];
    const { out, errors } = await waymark("publish", "journeys/win.journey.json", ...to);
    expect(JSON.parse(out)).toEqual([{ id: "win-a-deal", version: 1 }]);
    expect(errors).toContain("warning: $.brief");
  });

  it("W51 completion knows every command and its options, for three shells", async () => {
    const [bash, zsh, fish] = await Promise.all(["bash", "zsh", "fish"].map((shell) => waymark("completion", shell)));
    for (const { code, out } of [bash, zsh, fish].flatMap((each) => each ?? [])) {
      expect(code).toBe(0);
      for (const word of ["init", "check", "serve", "junit", "dry-run"]) expect(out).toContain(word);
    }
    const script = `${bash?.out}\nCOMP_WORDS=(waymark collector se); COMP_CWORD=2; _waymark; echo "\${COMPREPLY[@]}"; COMP_WORDS=(waymark check --ju); _waymark; echo "\${COMPREPLY[@]}"`;
    const completed = await new Promise((done) => execFile("bash", ["-c", script], (_, out) => done(out)));
    expect(completed).toBe("serve\n--junit\n");
    expect((await waymark("completion", "cmd")).errors).toContain("Name your shell: bash, zsh, fish");
  });

  it("W52 help has lines to copy and no colour where it is piped", async () => {
    const { out, code } = await waymark("check", "--help");
    expect(code).toBe(0);
    expect(out).toContain("EXAMPLES\n\n  waymark check --url http://127.0.0.1:3000");
    expect(out).not.toContain("\u001b");
    expect((await waymark("--help")).out).toMatch(/\binit\b[\s\S]*\bcompletion\b/);
  });

  it("W53 lint tells machines the reason and the fix, and explains a rule", async () => {
    const { out, code } = await waymark("lint", "--json", "--strict");
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      errors: 0,
      warnings: 1,
      files: [{ problems: [{ code: "no_brief", why: expect.any(String), fix: expect.any(String) }] }],
    });
    expect((await waymark("lint", "--explain", "no_brief")).out).toMatch(/^no_brief: No brief\n\nWhy: .+\nFix: .+\n$/);
    expect((await waymark("lint", "--explain", "no_bref")).errors).toContain(
      "There is no rule no_bref: there are many_steps",
    );
  });

  it("W54 half-merged files, files of another kind and ids that are there twice each say what to do", async () => {
    const at = (name: string, text: string): string => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    };
    const own = JSON.stringify(aJourney());
    const merged = at("merged.json", `{\n<<<<<<< HEAD\n"id": 1\n=======\n"id": 2\n>>>>>>> main\n}`);
    const large = at("large.json", `${own}${" ".repeat(1_000_001)}`);
    const { out } = await waymark("lint", merged, large, at("one.json", own), at("two.json", own), "missing.json");
    expect(out).toContain("merged.json: error: $ is it holds conflict markers: write the file once the merge conflict");
    expect(out).toContain("large.json: error: $ could not be read: it has 1000");
    expect(out).toMatch(/two\.json: error: \$\.id is "win-a-deal", as in .*one\.json: write an id of its own/);
    expect(out).toContain("missing.json: error: $ could not be read: ENOENT");
  });
});
