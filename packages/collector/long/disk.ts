// A disk that is really full, one that turns read-only while the collector runs, and one that is so from the start: small
// file systems of our own. Needs the right to mount.
import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { Agent } from "node:http";
import { join } from "node:path";
import { batch, event } from "../test/support/events.ts";
import { type Child, ownFolder, post, type Reply, startChild, stopChild, storedIds } from "../test/support/process.ts";

const folder = ownFolder();
const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=4m", "tmpfs", folder.path]).status === 0;
if (!mounted) {
  folder.remove();
  console.log("SKIPPED: this user may not mount a file system; `ulimit -f` in test/crash.test.ts stands in for it.");
  process.exit(0);
}
const problems: string[] = [];
const expectThat = (what: string, holds: boolean): void => {
  console.log(`${holds ? "yes" : "NO "} ${what}`);
  if (!holds) problems.push(what);
};

/** Sends deliveries of 50 events, each another one. */
function senderTo(child: Child): { send(): Promise<Reply | null>; end(): void } {
  const agent = new Agent({ keepAlive: true });
  let number = 0;
  return {
    send() {
      const moment = new Date().toISOString();
      number += 1;
      const events = Array.from({ length: 50 }, (_, i) =>
        event("session.started", moment, {}, `${child.url}/${number}/${i}`),
      );
      const body = JSON.stringify(batch(`u-${number}`, events, { sentAt: moment }));
      return post(agent, `${child.url}/v1/events?key=${child.keys?.writeKey ?? ""}`, body);
    },
    end: () => agent.destroy(),
  };
}

const isRefusal = (reply: Reply | null): boolean => reply?.status === 503 && reply.retryAfter === "5";
const statusOf = async (child: Child, path: string): Promise<number> => (await fetch(child.url + path)).status;

async function fullDisk(path: string): Promise<void> {
  const remount = (options: string): unknown => execFileSync("mount", ["-o", `remount,${options}`, path]);
  const child = await startChild(path);
  const { send, end } = senderTo(child);
  let kept = 0;
  let reply = await send();
  for (; reply?.status === 202; reply = await send()) kept += 50;
  expectThat(`full after ${kept} events: 503 with Retry-After`, isRefusal(reply));
  expectThat("still 503, and alive", isRefusal(await send()) && (await statusOf(child, "/healthz")) === 200);
  expectThat("not ready", (await statusOf(child, "/readyz")) === 503);
  remount("size=64m");
  expectThat("goes on once there is room", (await send())?.status === 202);
  end();
  await stopChild(child, "SIGTERM");
  expectThat("what was acknowledged is there, and nothing else", storedIds(path).length === kept + 50);
  remount("ro");
  const refused = await startChild(path).then(
    (started) => stopChild(started, "SIGKILL").then(() => "it started"),
    (error: Error) => error.message,
  );
  console.log(refused.split("\n").slice(0, 6).join("\n"));
  expectThat("on a read-only disk it does not start, and says why", /EROFS|readonly|read-only/i.test(refused));
}

/** ext4 does this by itself where its disk fails: `errors=remount-ro`. `abort` makes it believe so. */
async function turnsReadOnly(path: string, disk: string): Promise<void> {
  const mount = (...options: string[]): unknown => execFileSync("mount", ["-o", options.join(), disk, path]);
  writeFileSync(disk, "");
  execFileSync("truncate", ["-s", "64M", disk]);
  execFileSync("mkfs.ext4", ["-q", "-F", disk]);
  mount("loop", "errors=remount-ro");
  try {
    const child = await startChild(path);
    const { send, end } = senderTo(child);
    let kept = 0;
    for (let i = 0; i < 20; i += 1) if ((await send())?.status === 202) kept += 50;
    expectThat("a healthy disk takes 1,000 events", kept === 1000);
    execFileSync("mount", ["-o", "remount,abort", path]);
    const replies = [await send(), await send(), await send()];
    expectThat("it turned read-only: 503 with Retry-After, never 202", replies.every(isRefusal));
    expectThat(
      "alive, and not ready",
      (await statusOf(child, "/healthz")) === 200 && (await statusOf(child, "/readyz")) === 503,
    );
    const journeys = await statusOf(child, `/v1/journeys?key=${child.keys?.writeKey ?? ""}`);
    expectThat("what is only read is answered", journeys === 200);
    const headers = { authorization: `Bearer ${child.keys?.ownerKey ?? ""}` };
    const arrivals = (await (await fetch(`${child.url}/v1/arrivals`, { headers })).json()) as { received?: number };
    expectThat("arrivals say what was acknowledged", arrivals.received === kept);
    // An export is an act that is written down: where that cannot be done there is none.
    const exported = await fetch(`${child.url}/v1/events?limit=10`, { headers });
    expectThat("an act that cannot be written down is not done", exported.status === 503);
    end();
    await stopChild(child, "SIGTERM");
  } finally {
    execFileSync("umount", [path]);
  }
  // 0: clean, 1: mended.
  expectThat("the disk is mended", (spawnSync("e2fsck", ["-p", "-f", disk]).status ?? 9) <= 1);
  mount("loop");
  try {
    expectThat(
      "what was acknowledged is there, once",
      new Set(storedIds(path)).size === 1000 && storedIds(path).length === 1000,
    );
    const again = await startChild(path);
    expectThat("it starts again and is ready", (await statusOf(again, "/readyz")) === 200);
    await stopChild(again, "SIGTERM");
  } finally {
    execFileSync("umount", [path]);
  }
}

try {
  await fullDisk(folder.path);
} finally {
  execFileSync("umount", [folder.path]);
  folder.remove();
}
const [at, beside] = [ownFolder(), ownFolder()];
try {
  await turnsReadOnly(at.path, join(beside.path, "disk"));
} finally {
  at.remove();
  beside.remove();
}
process.exitCode = problems.length === 0 ? 0 : 1;
