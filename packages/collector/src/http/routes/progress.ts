import { emptyProgress, mergeProgress } from "@waymark/engine";
import { type Progress, parseProgress, renderProblem } from "@waymark/schema";
import type { Hono } from "hono";
import { CollectorError } from "../../errors.ts";
import type { World } from "../../world.ts";
import { maxBodyBytes, readJson } from "../body.ts";
import { signedPerson } from "../signed-person.ts";

/** Merging only adds: without an end one person's progress would grow with every request. */
function mergeWithin(stored: Progress, sent: Progress): Progress {
  const merged = mergeProgress(stored, sent);
  if (JSON.stringify(merged).length <= maxBodyBytes) return merged;
  throw new CollectorError("progress_invalid", {
    message: "All of a person's progress may take 1 MB, and with this it would take more: send less.",
  });
}

/** A signed person's progress across devices: merged, never overwritten. */
export function progressRoutes(app: Hono, world: World): void {
  app.get("/v1/progress", async (c) => {
    const { project, person } = await signedPerson(world, c);
    const stored = await world.events.progressOf(project.id, person);
    return c.json(stored ?? emptyProgress(), 200, { "cache-control": "no-store" });
  });

  app.put("/v1/progress", async (c) => {
    const { project, person } = await signedPerson(world, c);
    const parsed = parseProgress(await readJson(c.req.raw));
    if (!parsed.ok) {
      const problems = parsed.problems.map((each) => ({ ...each, message: renderProblem(each) }));
      throw new CollectorError("progress_invalid", { message: problems[0]?.message ?? "" }, { problems });
    }
    const merged = await world.events.mergeProgress(project.id, person, (stored) =>
      mergeWithin(stored ?? emptyProgress(), parsed.value),
    );
    return c.json(merged, 200, { "cache-control": "no-store" });
  });
}
