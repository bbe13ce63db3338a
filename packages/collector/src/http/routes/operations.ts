import { timingSafeEqual } from "node:crypto";
import type { Context, Hono } from "hono";
import { secretHash } from "../../control/keys.ts";
import { listProjects } from "../../control/projects.ts";
import { CollectorError } from "../../errors.ts";
import type { World } from "../../world.ts";
import { bearerOf, projectByKey } from "../access.ts";

const same = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(secretHash(a)), Buffer.from(secretHash(b)));

/** The token of whoever runs the collector; or an owner key, while there is one project and its numbers are all there are. */
async function requireOperator(world: World, c: Context): Promise<void> {
  const bearer = bearerOf(c);
  if (bearer !== null && world.metricsToken !== undefined && same(bearer, world.metricsToken)) return;
  await projectByKey(world, c, ["owner"]);
  if ((await listProjects(world.control)).length > 1) throw new CollectorError("metrics_shared");
}

/** What machines ask: numbers for Prometheus, and the description of all of this. */
export function operationRoutes(app: Hono, world: World): void {
  app.get("/metrics", async (c) => {
    await requireOperator(world, c);
    const { type, body } = await world.metrics.text();
    return c.body(body, 200, { "content-type": type, "cache-control": "no-store" });
  });

  app.get("/openapi.json", async (c) => {
    const { openApiDocument } = await import("../../openapi/document.ts");
    return c.json(openApiDocument(), 200, {
      "cache-control": "public, max-age=300",
      "access-control-allow-origin": "*",
    });
  });
}
