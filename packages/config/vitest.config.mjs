import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What every test in a real browser shares. */
const inBrowser = { expect: { poll: { timeout: 6000 } }, testTimeout: 120_000, hookTimeout: 180_000 };

/** Browser tests that have the machine for themselves. */
const alone = ["examples/*/e2e/**/*.e2e.ts", "examples/{delivery,waiting-cost,mutations,responsiveness}/*.e2e.ts"];

export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: "unit",
          include: ["packages/*/{src,test}/**/*.test.{ts,tsx}", "examples/*/{src,test}/**/*.test.ts"],
          testTimeout: 30_000,
        },
      },
      {
        root,
        test: {
          name: "stores",
          include: ["packages/*/test/stores/*.stores.ts"],
          // Real engines: the first run fetches one, and each takes seconds to start.
          testTimeout: 120_000,
          hookTimeout: 900_000,
          fileParallelism: false,
        },
      },
      {
        root,
        test: {
          ...inBrowser,
          name: "browser",
          include: ["examples/*/*.e2e.ts"],
          exclude: alone,
          // Each has a browser and a host of its own; they wait for what they see, not for a time.
          maxWorkers: 2,
        },
      },
      {
        root,
        test: {
          ...inBrowser,
          name: "alone",
          include: alone,
          // What measures, kills renderers or runs a whole demo: one at a time, so that none waits for another's processor.
          fileParallelism: false,
        },
      },
    ],
  },
});
