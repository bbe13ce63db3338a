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
  define: { __VERSION__: JSON.stringify(version) },
});
