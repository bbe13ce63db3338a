// A collector over a folder that is filled already, in a process of its own: the built package, as it is run.
import { createCollector, serve } from "../../dist/index.js";

const [, , dataDir, now = ""] = process.argv;
const endless = Number.MAX_SAFE_INTEGER;
const collector = await createCollector({
  dataDir,
  pace: { eventsPerSecond: endless, burst: endless },
  ...(now === "" ? {} : { now: () => Number(now) }),
});
const served = await serve(collector, { port: 0 });
const acts = {
  routes: async () => collector.routes.filter(({ method }) => method === "GET").map(({ path }) => path),
  invite: ({ project, role }) => collector.admin.invite(project, role),
  tidy: () => collector.admin.tidy(),
  rebuild: ({ project }) => collector.admin.rebuild(project),
  memory: async () => ({ now: process.memoryUsage.rss() / 2 ** 20, most: process.resourceUsage().maxRSS / 2 ** 10 }),
  async close() {
    await served.close();
    await collector.close();
  },
};
process.on("message", async ({ act, ...facts }) => {
  const begin = performance.now();
  try {
    const value = await acts[act](facts);
    process.send({ value, ms: performance.now() - begin });
  } catch (error) {
    process.send({ error: String(error), ms: performance.now() - begin });
  }
  if (act === "close") process.exit(0);
});
process.send({ url: served.url });
