import { library } from "@waymark/config/tsup";

export default library({
  entry: {
    index: "src/kit/index.ts",
    playwright: "src/kit/playwright.ts",
    contracts: "src/contracts/index.ts",
    // Brings its oracle along, the collector's own store in memory.
    stores: "src/contracts/stores.ts",
  },
  format: ["esm"],
  platform: "node",
  target: "node24",
  removeNodeProtocol: false,
});
