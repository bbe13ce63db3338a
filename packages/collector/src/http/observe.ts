import type { Context, Hono } from "hono";
import { matchedRoutes } from "hono/route";
import type { World } from "../world.ts";

/** The pattern of the route that answered: never the address, which may hold a person's id or a key. */
function routeOf(c: Context): string {
  const own = matchedRoutes(c).filter(({ method }) => method !== "ALL");
  return own.at(-1)?.path ?? "none";
}

/** Counts and, at level debug, writes down every answered request. */
export function observe(app: Hono, { metrics, logger }: World): void {
  app.use(async (c, next) => {
    const from = performance.now();
    await next();
    const ms = performance.now() - from;
    const answered = { method: c.req.method, route: routeOf(c), status: c.res.status };
    metrics.answered({ ...answered, seconds: ms / 1000 });
    logger.debug?.("answered", { ...answered, ms: Math.round(ms * 10) / 10 });
  });
}
