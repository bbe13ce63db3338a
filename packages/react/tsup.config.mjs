import { library } from "@waymark/config/tsup";

// Server components pass it by: what uses effects says that it belongs to the client.
export default library({ entry: { index: "src/index.ts" }, platform: "browser", banner: { js: '"use client";' } });
