import { readFileSync } from "node:fs";
import { library } from "@waymark/config/tsup";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));

export default library({
  entry: {
    index: "src/index.ts",
    targeting: "src/targeting/index.ts",
    look: "src/overlay/look-face.ts",
    extend: "src/extend/index.ts",
    debug: "src/debug/index.ts",
  },
  platform: "browser",
  // nanostores asks for `process.env.NODE_ENV`, which a page without a bundler, or with Rollup alone, does not have: its stores
  // come along in our files, for production. Its types stay its own.
  noExternal: ["nanostores"],
  define: { __VERSION__: JSON.stringify(version), "process.env.NODE_ENV": '"production"' },
});
