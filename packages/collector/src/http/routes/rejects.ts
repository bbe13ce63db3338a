import type { Hono } from "hono";
import { recordAct } from "../../control/audit.ts";
import { maxBodyLength } from "../../ingest/judge-events.ts";
import { parseResubmissions, resubmit } from "../../ingest/resubmit.ts";
import type { World } from "../../world.ts";
import { projectByKey } from "../access.ts";
import { readJson } from "../body.ts";
import { wholeNumber } from "../query.ts";

/** What was refused: `GET /v1/rejects` lists it, `POST /v1/rejects/resubmit` takes it again after a fix. For the owner. */
export function rejectRoutes(app: Hono, world: World): void {
  app.get("/v1/rejects", async (c) => {
    const { project } = await projectByKey(world, c, ["owner"]);
    const limit = wholeNumber(c, "limit", 100, 1000);
    const found = await world.events.rejects(project.id, c.req.query("after") ?? null, limit);
    const rejects = found.map(({ hash, at, code, path, message, body }) => ({
      id: hash,
      at: new Date(at).toISOString(),
      code,
      path,
      message,
      body,
      whole: body.length < maxBodyLength,
    }));
    const next = found.length === limit ? (found.at(-1)?.hash ?? null) : null;
    return c.json({ rejects, next }, 200, { "cache-control": "no-store" });
  });

  app.post("/v1/rejects/resubmit", async (c) => {
    const { project, who } = await projectByKey(world, c, ["owner"]);
    const all = parseResubmissions(await readJson(c.req.raw));
    const detail = `${all.length}`;
    await recordAct(world.control, {
      project: project.id,
      who,
      act: "rejects.resubmit",
      detail,
      at: world.now(),
    });
    return c.json(await resubmit(world, project, all), 200, { "cache-control": "no-store" });
  });
}
