import { library } from "@waymark/config/tsup";
export default library({
  entry: { index: "src/index.ts", trail: "src/trail/index.ts", metrics: "src/metrics/index.ts" },
});
