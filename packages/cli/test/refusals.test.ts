import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { aJourney } from "@waymark/testing";
import { afterAll, beforeAll, expect, it } from "vitest";

const program = fileURLToPath(new URL("../dist/main.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "waymark-refusals-"));
const data = join(folder, "data");
const roles = join(folder, "roles.json");

/** Runs the real program: its exit code and all it wrote. */
function waymark(...args: string[]): Promise<{ code: number; out: string; errors: string }> {
  const env = { PATH: process.env.PATH ?? "", NO_COLOR: "1" };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { env }, (error, out, errors) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, out, errors }),
    );
  });
}

/** Each of them must end with an error that holds its sentence, without a trace. */
async function refuses(cases: readonly [args: string[], sentence: string][]): Promise<void> {
  const ran = await Promise.all(cases.map(([args]) => waymark(...args)));
  const met = ran.map(({ code, errors }) => ({ failed: code === 1, errors }));
  expect(met).toEqual(cases.map(([, sentence]) => ({ failed: true, errors: expect.stringContaining(sentence) })));
  for (const { errors } of met) expect(errors).not.toMatch(/\n +at /);
}

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

beforeAll(async () => {
  file("roles.json", [{ id: "sales-rep", title: "Sales reps" }]);
  const { code } = await waymark("collector", "project", "--id", "crm", "--roles", roles, "--data", data);
  expect(code).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const of = (command: string, ...args: string[]): string[] => ["collector", command, "--data", data, ...args];

it("W7 a mistyped flag, one without its value and a word too many end the command before it does anything", async () => {
  const elsewhere = join(folder, "elsewhere");
  const made = ["collector", "project", "--id", "shop", "--roles", roles, "--data", elsewhere];
  await refuses([
    [[...made, "--orgin", "https://shop.example"], "--orgin is no option of this command: it takes --data"],
    [[...made, "--title"], "--title has no value"],
    [[...made, "shop"], '"shop" is left over'],
    [["lint", "--strct", roles], "--strct is no option of this command: it takes --events"],
  ]);
  expect(existsSync(elsewhere)).toBe(false);
});

it("C453 what is wrong with the flags and with the settings is told at once", async () => {
  const { code, errors } = await waymark("collector", "serve", "--prot=80", "--port", "http", "--host", "", "more");
  expect([code, errors.split("\n").filter(Boolean).length]).toEqual([1, 4]);
  for (const each of ["--prot is no option", "--host has no value", '"more" is left over', "--port is http"])
    expect(errors).toContain(each);
});

it("W8 what a flag cannot mean is refused, with what it can", async () => {
  const journey = file("good.json", aJourney());
  const simulate = ["simulate", journey, "--collector", "http://127.0.0.1:1", "--key", "pk_x", "--secret", "ss_x"];
  const project = (list: string): string[] => of("project", "--id", "shop", "--roles", list);
  await refuses([
    [of("invite", "--project", "crm", "--role", "boss"), "owner, author, csm, manager"],
    [of("invite", "--project", "crm", "--role", "csm", "--url", "here"), "--url is here: write an address"],
    [of("keys", "--project", "crm", "--add", "master"), "write, server, author, owner"],
    [of("member", "--project", "crm", "--name", "Ada"), "--role"],
    [[...simulate, "--people", "many"], "--people is many: write a whole number"],
    [of("project", "--id", "My Shop", "--roles", roles), "--id is My Shop: write lower-case words"],
    [project(join(folder, "none.json")), "none.json cannot be read"],
    [project(file("broken.json", "[{")), "broken.json is not JSON"],
    [project(file("object.json", { id: "sales-rep" })), "object.json holds no list of roles"],
    [project(file("untitled.json", [{ id: "sales-rep" }])), "untitled.json: role 1 of 1 is not as agreed"],
  ]);
  const { out } = await waymark(...of("keys", "--project", "crm"));
  expect(JSON.parse(out)).toHaveLength(3);
});

it("W9 a project that is not there is answered with those that are, and no data is made for it", async () => {
  const nowhere = join(folder, "nowhere");
  await refuses([
    [of("keys", "--project", "shop"), "There is no project shop"],
    [of("invite", "--project", "shop", "--role", "csm"), "there are crm"],
    [["collector", "keys", "--project", "crm", "--data", nowhere], "nowhere holds no control.sqlite"],
  ]);
  expect(existsSync(nowhere)).toBe(false);
});

it("W11 serve says which address is taken", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const { port } = other.address() as AddressInfo;
  await refuses([[of("serve", "--port", String(port), "--log-level", "silent"), `127.0.0.1:${port} is taken`]]);
  await new Promise((resolve) => other.close(resolve));
});

it("W10 an address where no collector answers is named", async () => {
  const other = createServer((_, response) => response.writeHead(404).end("<h1>Not here</h1>"));
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  const journey = file("good.json", aJourney());
  await refuses([
    [["publish", journey, "--collector", "here", "--key", "ak_x"], "--collector is here: write an address"],
    [["publish", journey, "--collector", "http://127.0.0.1:1", "--key", "ak_x"], "http://127.0.0.1:1 does not answer"],
    [["publish", journey, "--collector", url, "--key", "ak_x"], `${url} answered 404, and not as a collector does`],
  ]);
  await new Promise((resolve) => other.close(resolve));
});
