import { library } from "@waymark/config/tsup";

// Node alone runs this package: ESM only, and `node:sqlite` keeps its prefix (without it Node does not know it).
export default library({
  // The worker is a file of its own: it is started, not imported.
  entry: { index: "src/index.ts", "event-worker": "src/events/event-worker.ts" },
  format: ["esm"],
  platform: "node",
  target: "node24",
  removeNodeProtocol: false,
});
