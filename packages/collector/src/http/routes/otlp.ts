import type { Hono } from "hono";
import { readOtlpLogs } from "../../clients/otlp.ts";
import { receiveSaid } from "../../clients/receive-said.ts";
import type { World } from "../../world.ts";
import { clientCors, otlpAddress, readDelivery } from "../client-access.ts";

/** OTLP logs over HTTP in JSON: records that have an event's name. */
export function otlpRoutes(app: Hono, world: World): void {
  app.use(otlpAddress, clientCors);
  app.post(otlpAddress, async (c) => {
    const { project, vouched, body, charge } = await readDelivery(world, c);
    const readings = readOtlpLogs(body);
    charge(readings.length);
    const { rejected } = await receiveSaid(world, project, readings, { client: "otlp", sentAt: null, vouched });
    if (rejected.length === 0) return c.json({});
    // The one place where the protocol lets us say so; exporters write it to their log and do not send again.
    const errorMessage = `${rejected.length} not kept; the first: ${rejected[0]?.message ?? ""}`;
    return c.json({ partialSuccess: { rejectedLogRecords: rejected.length, errorMessage } });
  });
}
