import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

it("Z15 the theming page says what the sources say", () => {
  const script = fileURLToPath(new URL("../../packages/config/bin/write-theming.mjs", import.meta.url));
  expect(() => execFileSync(process.execPath, [script, "--check"])).not.toThrow();
});
