import { library } from "@waymark/config/tsup";

export default library({
  entry: { main: "src/main.ts" },
  format: ["esm"],
  platform: "node",
  target: "node24",
  dts: false,
});
