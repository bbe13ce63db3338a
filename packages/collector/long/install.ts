// What an installer lays down for the collector, and how soon it has its first event: prints the figures of the README.
import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { firstEvents } from "../test/support/first-event.ts";
import { bytesOf, describedIn, installPacked } from "../test/support/packed.ts";

const starts = 20;
const root = mkdtempSync(join(tmpdir(), "waymark-install-"));
try {
  const folders = installPacked(root);
  for (const folder of folders) console.log(`${String(bytesOf(folder)).padStart(9)} ${describedIn(folder).name}`);
  const sum = folders.reduce((all, folder) => all + bytesOf(folder), 0);
  console.log(`${String(sum).padStart(9)} bytes in ${folders.length} packages`);
  const times = (await firstEvents(root, (all) => all.length === starts)).toSorted((a, b) => a - b);
  const [best = 0] = times;
  const median = times[starts / 2] ?? 0;
  const load = loadavg()[0]?.toFixed(0);
  console.log(
    `first event after ${best.toFixed(0)} ms at best, ${median.toFixed(0)} ms in the middle of ${starts} starts, load ${load}`,
  );
  if (sum >= 10_000_000 || best >= 300) process.exitCode = 1;
} finally {
  rmSync(root, { recursive: true, force: true });
}
