import { library } from "@waymark/config/tsup";

export default library({
  entry: { index: "src/index.ts", main: "src/main.ts" },
  format: ["esm"],
  platform: "node",
  target: "node24",
});
