// A collector in a process of its own, to be killed: `node child.mjs <dataDir> [options]` prints its address and its keys.
import { createCollector, serve } from "../../src/index.ts";

const [dataDir, options = "{}"] = process.argv.slice(2);
const { requestMs, ...rest } = JSON.parse(options);
const collector = await createCollector({ ...rest, dataDir });
const known = (await collector.admin.listProjects()).length > 0;
const keys = known ? null : await collector.admin.createProject({ id: "crm", title: "CRM", roles: [] });
const served = await serve(collector, { port: 0, requestMs });
// Before it says that it is there: who reads that may end it at once.
process.once("SIGTERM", async () => {
  await served.close();
  await collector.close();
  process.exit(0);
});
// What stays after a collection is what is held: resident memory says how lazy the collector of garbage is.
process.on("SIGUSR2", () => {
  globalThis.gc();
  process.stdout.write(`${JSON.stringify({ heapMb: process.memoryUsage().heapUsed / 2 ** 20 })}\n`);
});
process.stdout.write(`${JSON.stringify({ url: served.url, keys })}\n`);
