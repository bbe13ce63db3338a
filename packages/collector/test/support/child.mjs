// A collector in a process of its own, to be killed: `node child.mjs <dataDir>` prints its address and its keys.
import { createCollector, serve } from "../../src/index.ts";

const collector = await createCollector({ dataDir: process.argv[2] });
const keys = await collector.admin.createProject({ id: "crm", title: "CRM", roles: [] });
const { url } = await serve(collector, { port: 0 });
process.stdout.write(`${JSON.stringify({ url, keys })}\n`);
