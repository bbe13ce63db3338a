import type { Hono } from "hono";
import { erasePerson, exportPerson, readmitPerson } from "../../manage/manage-people.ts";
import type { World } from "../../world.ts";
import { owner } from "../access.ts";

const noStore = { "cache-control": "no-store" };

/** What a person may ask a company for: a copy of their data, and that it be forgotten. By the host's user id. */
export function peopleRoutes(app: Hono, world: World): void {
  app.get("/v1/people/:id", async (c) => {
    const by = await owner(world, c);
    const { format, events, progress, rows, rejects, handoffs, thanks, erasedAt } = await exportPerson(
      world,
      by,
      c.req.param("id"),
    );
    const plain = events.map(({ project: _, hash: __, props, ...event }) => ({
      ...event,
      props: JSON.parse(props) as unknown,
    }));
    const refused = rejects.map(({ at, code, path, message, body }) => ({ at, code, path, message, body }));
    return c.json(
      { format, events: plain, progress, rows, rejects: refused, handoffs, thanks, erasedAt },
      200,
      noStore,
    );
  });

  app.delete("/v1/people/:id", async (c) => {
    const by = await owner(world, c);
    return c.json({ events: await erasePerson(world, by, c.req.param("id")), suppressed: true }, 200, noStore);
  });

  app.delete("/v1/people/:id/suppression", async (c) => {
    const by = await owner(world, c);
    return c.json({ lifted: await readmitPerson(world, by, c.req.param("id")) }, 200, noStore);
  });
}
