import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Whatever is waited for may take this long on a machine that stands still for seconds. It matters only where a test
 * fails.
 */
const patient = { expect: { poll: { timeout: 60_000 } }, hookTimeout: 180_000 };

/** What every test in a real browser shares. */
const inBrowser = { ...patient, testTimeout: 420_000 };

/** Properties are tried with the same values in each run. */
const resolve = { alias: { "fast-check": fileURLToPath(new URL("property.mjs", import.meta.url)) } };

/** Tests that measure time: they have the machine for themselves. */
const alone = [
  "examples/{library,my-map,rough-weather}/e2e/speed.e2e.ts",
  "examples/{waiting-cost,mutations,responsiveness}/*.e2e.ts",
  "packages/*/test/*.alone.ts",
];

export default defineConfig({
  root,
  test: {
    teardownTimeout: 60_000,
    projects: [
      {
        root,
        resolve,
        test: {
          ...patient,
          name: "unit",
          include: ["packages/*/{src,test}/**/*.test.{ts,tsx}", "examples/*/{src,test}/**/*.test.ts"],
          testTimeout: 120_000,
        },
      },
      {
        root,
        resolve,
        test: {
          ...patient,
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
        resolve,
        test: {
          ...inBrowser,
          name: "browser",
          include: ["examples/*/*.e2e.ts", "examples/*/e2e/**/*.e2e.ts"],
          exclude: alone,
          // Each has a browser and a host of its own. They wait for what they see, and for a third of the time for nothing
          // but a person's rest or a server's pause: three of them keep two processors busy.
          maxWorkers: 3,
        },
      },
      {
        root,
        resolve,
        test: {
          ...inBrowser,
          name: "alone",
          include: alone,
          fileParallelism: false,
        },
      },
    ],
  },
});
