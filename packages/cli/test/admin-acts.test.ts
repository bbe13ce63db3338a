import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";

const program = fileURLToPath(new URL("../dist/main.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "waymark-acts-"));
const data = join(folder, "data");
const env = { PATH: process.env.PATH ?? "", NO_COLOR: "1" };

function waymark(command: string, ...args: string[]): Promise<{ code: number; out: string; errors: string }> {
  const all = [program, "collector", command, "--data", data, ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, all, { env }, (error, out, errors) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, out, errors }),
    );
  });
}
const ofCrm = (command: string, ...args: string[]) => waymark(command, "--project", "crm", ...args);

beforeAll(async () => {
  const roles = join(folder, "roles.json");
  writeFileSync(roles, '[{ "id": "sales", "title": "Sales" }]');
  expect((await waymark("project", "--id", "crm", "--roles", roles)).code).toBe(0);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("W20 change sets a project's title, origins, roles and audience, and leaves the rest", {
  timeout: 60_000,
}, async () => {
  const first = await ofCrm("change", "--origin", "https://crm.example.com, https://eu.crm.example.com");
  expect(JSON.parse(first.out)).toMatchObject({
    ...{ id: "crm", title: "crm", audience: null },
    origins: ["https://crm.example.com", "https://eu.crm.example.com"],
  });
  const roles = join(folder, "more.json");
  writeFileSync(roles, '[{ "id": "sales", "title": "Sales" }, { "id": "help", "title": "Help" }]');
  const second = await ofCrm("change", "--title", "Our CRM", "--roles", roles, "--audience", "crm-pages");
  expect(JSON.parse(second.out)).toMatchObject({
    ...{ title: "Our CRM", audience: "crm-pages", roles: [{ id: "sales" }, { id: "help" }] },
    origins: ["https://crm.example.com", "https://eu.crm.example.com"],
  });
  const [none, wrong, nothing] = await Promise.all([
    ofCrm("change", "--origin", "none", "--audience", "none"),
    ofCrm("change", "--origin", "crm.example.com/path"),
    ofCrm("change"),
  ]);
  expect(JSON.parse(none.out)).toMatchObject({ title: "Our CRM", origins: [], audience: null });
  expect([wrong.code, wrong.errors]).toEqual([1, expect.stringContaining("as an origin: scheme, host and port")]);
  expect([nothing.code, nothing.errors]).toEqual([1, expect.stringContaining("Say what to change: --title")]);
});

it("W21 member gives somebody who is in another role, or part of the tree", { timeout: 60_000 }, async () => {
  const added = JSON.parse((await ofCrm("member", "--name", "Ada", "--role", "csm")).out) as { id: string };
  const changed = await ofCrm("member", "--id", added.id, "--role", "manager", "--scope", "sales");
  expect(JSON.parse(changed.out)).toMatchObject({ id: added.id, name: "Ada", role: "manager", scope: ["sales"] });
  const [unknown, wrong] = await Promise.all([
    ofCrm("member", "--id", "nobody", "--role", "owner"),
    ofCrm("member", "--id", added.id, "--role", "owner", "--scope", "sales"),
  ]);
  expect([unknown.code, unknown.errors]).toEqual([1, expect.stringContaining("The project has no member nobody")]);
  expect([wrong.code, wrong.errors]).toEqual([1, expect.stringContaining("an owner sees the whole project")]);
});

it("W22 rebuild says how far it is, and what it came to", { timeout: 60_000 }, async () => {
  const ran = await ofCrm("rebuild");
  expect([ran.code, ran.out]).toEqual([0, "The rows of crm are those of its events.\n"]);
  expect(ran.errors).toMatch(/waymark: 100 %\n$/);
});

it("W23 a second serve on a folder ends with what to do, while commands act beside the first", {
  timeout: 60_000,
}, async () => {
  const child = spawn(process.execPath, [program, "collector", "serve", "--data", data, "--port", "0"], { env });
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child.stdout, "data");
  const [second, beside] = await Promise.all([waymark("serve", "--port", "0"), ofCrm("keys")]);
  expect([second.code, second.out]).toEqual([1, ""]);
  expect(second.errors).toContain(`Another process runs a collector on ${data}: end it first, or name another folder.`);
  expect(second.errors).not.toMatch(/\n +at /);
  expect(JSON.parse(beside.out)).toHaveLength(3);
});
