import { library } from "@waymark/config/tsup";

// Node alone runs this package: ESM only, and `node:sqlite` keeps its prefix (without it Node does not know it).
export default library({
  entry: { index: "src/index.ts" },
  format: ["esm"],
  platform: "node",
  target: "node24",
  removeNodeProtocol: false,
});
