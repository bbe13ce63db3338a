import type { IncomingMessage } from "node:http";
import type { Context, Hono } from "hono";
import { recordAct } from "../../control/audit.ts";
import { CollectorError } from "../../errors.ts";
import { receiveBatch } from "../../ingest/receive-batch.ts";
import type { World } from "../../world.ts";
import { pageProject, projectByKey, writeKeyOf } from "../access.ts";
import { readJson } from "../body.ts";
import { momentOf, wholeNumber } from "../query.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Node's own request, where the collector is served by {@link file://../../serve.ts}. */
function incomingOf(c: Context): IncomingMessage | undefined {
  return (c.env as { incoming?: IncomingMessage } | undefined)?.incoming;
}

function eventCount(body: unknown): number {
  const { events } = (typeof body === "object" && body !== null ? body : {}) as { events?: unknown };
  return Array.isArray(events) ? events.length : 1;
}

/** `POST /v1/events` takes deliveries; `GET /v1/events` exports what is kept, for the owner. */
export function eventRoutes(app: Hono, world: World): void {
  app.post("/v1/events", async (c) => {
    const project = await pageProject(world, c);
    const key = writeKeyOf(c) ?? "";
    world.pace.admit(key);
    // Nothing here holds the body while its commit is waited for: what waits would be moved about by every collection.
    const receipt = await readJson(c.req.raw, { incoming: incomingOf(c), uncut: true }).then((body) => {
      world.pace.charge(key, eventCount(body));
      return receiveBatch(world, project, body);
    });
    return c.json(receipt, 202);
  });

  app.get("/v1/events", async (c) => {
    const { project, who } = await projectByKey(world, c, ["owner"]);
    const limit = wholeNumber(c, "limit", 1000, 10_000);
    const after = c.req.query("after")?.toLowerCase() ?? null;
    if (after !== null && !uuid.test(after))
      throw new CollectorError("query_invalid", { message: "Write after as the id of the last event you have." });
    const since = momentOf(c, "since");
    const events = await world.events.events(project.id, after, limit, since);
    const detail = `${events.length} events`;
    await recordAct(world.control, {
      project: project.id,
      who,
      act: "events.export",
      detail,
      at: world.now(),
    });
    const lines = events.map(({ project: _, hash: __, props, ...event }) =>
      JSON.stringify({ ...event, props: JSON.parse(props) as unknown }),
    );
    return c.body(lines.map((line) => `${line}\n`).join(""), 200, {
      "content-type": "application/x-ndjson",
      "cache-control": "no-store",
    });
  });
}
