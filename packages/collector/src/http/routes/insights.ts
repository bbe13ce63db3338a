import type { PicturePeriods } from "@waymark/schema";
import type { Hono } from "hono";
import { recordAct } from "../../control/audit.ts";
import { shortHash } from "../../events/stored-event.ts";
import { type FigurePageName, figurePages } from "../../insights/figure-pages.ts";
import { figureReport } from "../../insights/figure-report.ts";
import { targetReport } from "../../insights/lost-targets.ts";
import { readOwn } from "../../insights/own-insights.ts";
import { readExperiments } from "../../insights/read-experiments.ts";
import { frozenView, readPeriods, readPicture } from "../../insights/read-pictures.ts";
import { readSummary } from "../../insights/summary.ts";
import { reportFor } from "../../plan/report-for.ts";
import { closeWeeks } from "../../voices/batch.ts";
import type { World } from "../../world.ts";
import { projectByKey, reader } from "../access.ts";
import { knowsCopy } from "../known-copy.ts";
import { textOf } from "../query.ts";

/** Reports, from frozen snapshots only, and the freezing itself. */
export function insightRoutes(app: Hono, world: World): void {
  app.get("/v1/insights/adoption", async (c) => {
    const who = await reader(world, c, ["csm", "manager", "owner"]);
    const view = await frozenView(world, who, c.req.query("until"));
    const body = await readPicture(world, view, textOf(c, "journey"), textOf(c, "role"));
    return c.body(body, 200, { "content-type": "application/json", "cache-control": "no-store" });
  });

  app.get("/v1/summary", async (c) => {
    const who = await reader(world, c, ["csm", "manager", "owner"]);
    return c.json(await readSummary(world, await frozenView(world, who)), 200, { "cache-control": "no-store" });
  });

  app.get("/v1/insights/periods", async (c) => {
    const who = await reader(world, c, ["csm", "manager", "owner"]);
    const view = await frozenView(world, who);
    const periods = await readPeriods(world, view, textOf(c, "journey"), textOf(c, "role"));
    return c.json({ periods } satisfies PicturePeriods, 200, { "cache-control": "no-store" });
  });

  app.get("/v1/insights/gap", async (c) => {
    const who = await reader(world, c, ["csm", "manager", "owner"]);
    const body = JSON.stringify(await reportFor(world, who));
    const headers = { "cache-control": "no-store", etag: `"${shortHash(body)}"` };
    if (knowsCopy(c, headers.etag)) return c.body(null, 304, headers);
    return c.body(body, 200, { ...headers, "content-type": "application/json" });
  });

  for (const name of Object.keys(figurePages) as FigurePageName[])
    app.get(`/v1/insights/${name}`, async (c) => {
      const who = await reader(world, c, ["csm", "manager", "owner"]);
      const view = await frozenView(world, who, c.req.query("until"));
      const body = JSON.stringify(await figureReport<unknown>(world, view, figurePages[name]));
      return c.body(body, 200, { "content-type": "application/json", "cache-control": "no-store" });
    });

  // Live, so for those who mend pages and run the project; who judges people by numbers has no use for a day.
  app.get("/v1/insights/targets", async (c) => {
    const { project } = await reader(world, c, ["csm", "owner"]);
    return c.json(await targetReport(world, project), 200, { "cache-control": "no-store" });
  });

  app.get("/v1/insights/experiments", async (c) => {
    const who = await reader(world, c, ["csm", "manager", "owner"]);
    return c.json(await readExperiments(world, who), 200, { "cache-control": "no-store" });
  });

  app.get("/v1/insights/own/:name", async (c) => {
    const who = await reader(world, c, ["csm", "manager", "owner"]);
    const body = await readOwn(world, c.req.param("name"), await frozenView(world, who, c.req.query("until")), who);
    return c.json(body, 200, { "cache-control": "no-store" });
  });

  app.post("/v1/blocks/freeze", async (c) => {
    const { project, who } = await projectByKey(world, c, ["owner"]);
    const at = world.now();
    const frozen = await world.freezer.freezeDue(project.id, at);
    await closeWeeks(world, project.id);
    await recordAct(world.control, {
      project: project.id,
      who,
      act: "blocks.freeze",
      detail: `${frozen}`,
      at,
    });
    return c.json({ frozen });
  });
}
