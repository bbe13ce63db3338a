import { library } from "@waymark/config/tsup";
export default library({ entry: { index: "src/index.ts" } });
