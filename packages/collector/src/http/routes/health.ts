import type { Hono } from "hono";
import type { World } from "../../world.ts";

/** `healthz`: the process answers. `readyz`: the stores can be written. */
export function healthRoutes(app: Hono, world: World): void {
  app.get("/healthz", (c) => c.json({ ok: true }, 200, { "cache-control": "no-store" }));
  app.get("/readyz", async (c) => {
    await world.events.health();
    await world.control.selectFrom("projects").select("id").limit(1).execute();
    return c.json({ ready: true, events: world.events.capabilities }, 200, { "cache-control": "no-store" });
  });
}
