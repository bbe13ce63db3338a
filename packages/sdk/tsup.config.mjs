import { readFileSync, rmSync } from "node:fs";
import { library } from "@waymark/config/tsup";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));
const shared = { platform: "browser", define: { __VERSION__: JSON.stringify(version) }, clean: false };

rmSync("dist", { recursive: true, force: true });

export default [
  library({ ...shared, entry: { index: "src/index.ts", targeting: "src/targeting/index.ts" } }),
  // The editor draws with Preact, and what it takes of our look along with it.
  library({
    ...shared,
    entry: { look: "src/overlay/look-face.ts" },
    tsconfig: "tsconfig.look.json",
    external: [/^preact/],
  }),
];
