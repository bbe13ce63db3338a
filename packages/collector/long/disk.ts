// A disk that is really full, and one that is read-only: a small file system in memory. Needs the right to mount.
import { execFileSync, spawnSync } from "node:child_process";
import { Agent } from "node:http";
import { batch, event } from "../test/support/events.ts";
import { ownFolder, post, startChild, stopChild, storedIds } from "../test/support/process.ts";

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
const remount = (options: string): unknown => execFileSync("mount", ["-o", `remount,${options}`, folder.path]);

try {
  const child = await startChild(folder.path);
  const key = child.keys?.writeKey ?? "";
  const agent = new Agent({ keepAlive: true });
  let number = 0;
  const send = () => {
    const moment = new Date().toISOString();
    number += 1;
    const events = Array.from({ length: 50 }, (_, i) => event("session.started", moment, {}, `${number}/${i}`));
    return post(
      agent,
      `${child.url}/v1/events?key=${key}`,
      JSON.stringify(batch(`u-${number}`, events, { sentAt: moment })),
    );
  };
  let kept = 0;
  let reply = await send();
  for (; reply?.status === 202; reply = await send()) kept += 50;
  expectThat(`full after ${kept} events: 503 with Retry-After`, reply?.status === 503 && reply.retryAfter === "5");
  expectThat("still 503, and alive", (await send())?.status === 503 && (await fetch(`${child.url}/healthz`)).ok);
  expectThat("not ready", (await fetch(`${child.url}/readyz`)).status === 503);
  remount("size=64m");
  expectThat("goes on once there is room", (await send())?.status === 202);
  agent.destroy();
  await stopChild(child, "SIGTERM");
  expectThat("what was acknowledged is there, and nothing else", storedIds(folder.path).length === kept + 50);
  remount("ro");
  const refused = await startChild(folder.path).then(
    (started) => stopChild(started, "SIGKILL").then(() => "it started"),
    (error: Error) => error.message,
  );
  console.log(refused.split("\n").slice(0, 6).join("\n"));
  expectThat("on a read-only disk it does not start, and says why", /EROFS|readonly|read-only/i.test(refused));
} finally {
  execFileSync("umount", [folder.path]);
  folder.remove();
}
process.exitCode = problems.length === 0 ? 0 : 1;
