import { existsSync } from "node:fs";
import { library } from "@waymark/config/tsup";
export default library({
  entry: { index: "src/index.ts", ...(existsSync("src/trail/index.ts") ? { trail: "src/trail/index.ts" } : {}) },
});
