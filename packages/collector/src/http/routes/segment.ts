import type { Context, Hono } from "hono";
import { receiveSaid } from "../../clients/receive-said.ts";
import { fieldsOf } from "../../clients/said.ts";
import { readSegment, readSegmentBatch } from "../../clients/segment.ts";
import type { World } from "../../world.ts";
import { clientCors, clientPreflight, clientProject, readDelivery, segmentAddresses } from "../client-access.ts";
import { seenAs } from "../seen-as.ts";

// Rudder's server library packs its JSON with gzip and leaves the type to its HTTP client, which takes this one.
const rudderType = "application/x-www-form-urlencoded";

/** What Segment's browser client fetches before it sends: send here, to nobody else, and nothing about itself. */
function segmentSettings(c: Context, writeKey: string): object {
  const { protocol, host } = seenAs(c);
  return {
    integrations: {
      "Segment.io": { apiKey: writeKey, apiHost: `${host}/v1`, protocol, versionSettings: { version: "4.4.7" } },
    },
    plan: { track: { __default: { enabled: true } }, identify: { __default: { enabled: true } } },
    metrics: { sampleRate: 0 },
    analyticsNextEnabled: true,
    remotePlugins: [],
  };
}

/** The same for Rudder's browser client. */
function rudderConfig(project: string, writeKey: string): object {
  const off = { enabled: false };
  const source = {
    id: project,
    name: project,
    writeKey,
    enabled: true,
    workspaceId: project,
    destinations: [],
    connections: [],
  };
  return { source: { ...source, config: { statsCollection: { errors: off, metrics: off } } } };
}

const briefly = { "cache-control": "private, max-age=300" };

/** The HTTP API of Segment, as Segment's and Rudder's clients speak it. Every message gets its own verdict. */
export function segmentRoutes(app: Hono, world: World): void {
  for (const [kind, addresses] of Object.entries(segmentAddresses))
    for (const address of addresses) {
      app.use(address, clientCors);
      app.options(address, clientPreflight);
      app.post(address, async (c) => {
        const { project, vouched, body, charge } = await readDelivery(world, c, rudderType);
        const readings = kind === "batch" ? readSegmentBatch(body) : [readSegment(body, kind)];
        charge(readings.length);
        const { sentAt } = fieldsOf(body);
        const receipt = await receiveSaid(world, project, readings, { client: "segment", sentAt, vouched });
        // 200 also where messages were rejected: a 4xx would throw away the good ones, and ends a host that runs Rudder's
        // server library.
        return c.json({ success: true, ...receipt });
      });
    }

  app.use("/v1/projects/:writeKey/settings", clientCors);
  app.get("/v1/projects/:writeKey/settings", async (c) => {
    const writeKey = c.req.param("writeKey");
    await clientProject(world, c, { writeKey });
    return c.json(segmentSettings(c, writeKey), 200, briefly);
  });

  for (const address of ["/sourceConfig", "/sourceConfig/"]) {
    app.use(address, clientCors);
    app.options(address, clientPreflight);
    app.get(address, async (c) => {
      const project = await clientProject(world, c);
      return c.json(rudderConfig(project.id, c.req.query("writeKey") ?? ""), 200, briefly);
    });
  }
}
