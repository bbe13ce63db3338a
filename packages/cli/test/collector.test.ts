import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";

const program = fileURLToPath(new URL("../dist/main.js", import.meta.url));

function waymark(
  env: Record<string, string>,
  ...args: string[]
): Promise<{ code: number; out: string; errors: string }> {
  return new Promise((resolve) => {
    const options = { env: { PATH: process.env.PATH ?? "", ...env } };
    execFile(process.execPath, [program, "collector", ...args], options, (error, out, errors) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, out, errors }),
    );
  });
}

function tempDir(): string {
  const dir = mkdtempSync(join(tmpdir(), "waymark-cli-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

it("C180 C184 a collector that cannot run says everything that is wrong, and starts nothing", async () => {
  const ran = await waymark(
    { WAYMARK_SECRET: "short", WAYMARK_PROT: "1" },
    "serve",
    "--port",
    "http",
    "--data",
    tempDir(),
  );
  expect([ran.code, ran.out]).toEqual([1, ""]);
  expect(ran.errors).toMatch(/--port is http/);
  expect(ran.errors).toMatch(/WAYMARK_SECRET is too short/);
  expect(ran.errors).toMatch(/WAYMARK_PROT is no setting/);
});

it("C184 C170 serve, keys, backup, person and restore from the command line", { timeout: 120_000 }, async () => {
  const folder = tempDir();
  const env = { WAYMARK_DATA: join(folder, "data") };
  writeFileSync(join(folder, "roles.json"), '[{ "id": "sales-rep", "title": "Sales rep" }]');
  const made = await waymark(env, "project", "--id", "crm", "--roles", join(folder, "roles.json"));
  const { writeKey, ownerKey } = JSON.parse(made.out) as { writeKey: string; ownerKey: string };

  const child = spawn(process.execPath, [program, "collector", "serve", "--port", "0"], {
    env: { PATH: process.env.PATH ?? "", ...env },
  });
  let log = "";
  child.stderr.on("data", (chunk: Buffer) => {
    log += chunk.toString();
  });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  const url = /http:\S+/.exec(line.toString())?.[0] ?? "";
  const event = {
    id: "01990000-0000-7000-8000-000000000001",
    type: "session.started",
    ts: new Date().toISOString(),
    session: "s",
    seq: 0,
    props: {},
  };
  const batch = {
    sentAt: event.ts,
    person: "u-1",
    roles: ["sales-rep"],
    locale: "en",
    sdk: "sdk/0.1.0",
    events: [event],
  };
  const post = (key: string) => fetch(`${url}/v1/events?key=${key}`, { method: "POST", body: JSON.stringify(batch) });
  expect((await post(writeKey)).status).toBe(202);

  // Beside the running collector: a new key works at once, and a backup holds what was acknowledged.
  const added = JSON.parse((await waymark(env, "keys", "--project", "crm", "--add", "write")).out) as {
    id: string;
    key: string;
  };
  expect((await post(added.key)).status).toBe(202);
  const listed = await waymark(env, "keys", "--project", "crm", "--revoke", added.id);
  expect(JSON.parse(listed.out)).toHaveLength(3);
  // Another process took it away: what this one knows of keys is at most a second old.
  await expect.poll(async () => (await post(added.key)).status).toBe(401);
  const to = join(folder, "backup");
  expect((await waymark(env, "backup", "--to", to)).out).toContain("Everything acknowledged before");
  child.kill("SIGTERM");
  const [code] = (await once(child, "exit")) as [number];
  expect(code).toBe(0);
  const said = log
    .trim()
    .split("\n")
    .map((each) => (JSON.parse(each) as { message: string }).message);
  expect(said).toEqual(["listening", "stopping", "stopped"]);

  const other = { WAYMARK_DATA: join(folder, "restored") };
  expect((await waymark(other, "restore", "--from", to)).code).toBe(0);
  const person = ["person", "--project", "crm", "--id", "u-1"];
  expect(JSON.parse((await waymark(other, ...person)).out)).toMatchObject({ events: [{ type: "session.started" }] });
  expect((await waymark(other, ...person, "--erase")).out).toContain("1 events erased");
  const link = await waymark(
    other,
    "member",
    "--project",
    "crm",
    "--name",
    "Ada",
    "--role",
    "csm",
    "--url",
    "https://c.example/",
  );
  expect(JSON.parse(link.out).link).toMatch(/^https:\/\/c\.example\/signin\?token=in_/);
  expect((await waymark(other, "restore", "--from", to)).errors).toContain("holds control.sqlite");
  expect(ownerKey).toMatch(/^ok_/);
});
