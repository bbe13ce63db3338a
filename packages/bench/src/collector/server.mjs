// One of the two servers that are compared, in a process of its own: `node server.mjs bare | collector DIR`.
import { createServer } from "node:http";

async function bare() {
  const server = createServer((request, response) => {
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      const { events } = JSON.parse(Buffer.concat(chunks).toString());
      response.writeHead(202, { "content-type": "application/json" });
      response.end(JSON.stringify({ accepted: events.length }));
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: async () => server.close() };
}

async function collector(dataDir) {
  const { createCollector, serve } = await import("@waymark/collector");
  const endless = Number.MAX_SAFE_INTEGER;
  const own = await createCollector({ dataDir, pace: { eventsPerSecond: endless, burst: endless } });
  const known = (await own.admin.listProjects()).length > 0;
  const { writeKey } = known ? {} : await own.admin.createProject({ id: "crm", title: "CRM", roles: [] });
  const served = await serve(own, { port: 0 });
  const close = async () => {
    await served.close();
    await own.close();
  };
  return { url: `${served.url}/v1/events?key=${writeKey ?? process.argv[4]}`, key: writeKey, close };
}

const [, , mode, dataDir] = process.argv;
const { url, key, close } = mode === "bare" ? await bare() : await collector(dataDir);
process.on("message", async (wish) => {
  if (wish === "use") {
    const { user, system } = process.cpuUsage();
    process.send({ cpuUs: user + system, rss: process.memoryUsage.rss() });
  } else {
    await close();
    process.send({ closed: true });
    process.exit(0);
  }
});
process.send({ url, key });
