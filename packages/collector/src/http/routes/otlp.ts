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
    const delivery = { client: "otlp", sentAt: null, vouched };
    const { rejected, conflicts } = await receiveSaid(world, project, readings, delivery);
    const count = rejected.length + conflicts.length;
    if (count === 0) return c.json({});
    // The one place where the protocol lets us say so; exporters write it to their log and do not send again.
    const first = rejected[0]?.message ?? "another record has its log.record.uid: give each its own.";
    return c.json({
      partialSuccess: { rejectedLogRecords: count, errorMessage: `${count} not kept; the first: ${first}` },
    });
  });
}
