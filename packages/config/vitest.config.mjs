import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("../..", import.meta.url));

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
          expect: { poll: { timeout: 6000 } },
          name: "browser",
          include: ["examples/*/*.e2e.ts", "examples/*/e2e/**/*.e2e.ts"],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // Two cores: one browser at a time, so that no test waits for another's processor.
          fileParallelism: false,
        },
      },
    ],
  },
});
