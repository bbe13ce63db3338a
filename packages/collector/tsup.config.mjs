import { fileURLToPath } from "node:url";
import { writeThirdParty } from "@waymark/config/third-party";
import { library } from "@waymark/config/tsup";

// Node alone runs this package: ESM only, and `node:sqlite` keeps its prefix (without it Node does not know it).
export default library({
  // The worker is a file of its own: it is started, not imported.
  entry: { index: "src/index.ts", "event-worker": "src/events/event-worker.ts" },
  format: ["esm"],
  platform: "node",
  target: "node24",
  removeNodeProtocol: false,
  // What stands among devDependencies is bundled, our own packages too: an install is a fifth as large (decision 0029).
  dts: { resolve: [/^@waymark\//] },
  // prom-client is CommonJS and asks for Node's own modules by `require`, which a module has to make for itself.
  banner: {
    js: 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);',
  },
  metafile: true,
  onSuccess: () => writeThirdParty(fileURLToPath(new URL("./dist", import.meta.url))),
});
