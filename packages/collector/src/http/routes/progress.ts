import { emptyProgress, mergeProgress } from "@waymark/engine";
import { type Progress, parseProgress, renderProblem } from "@waymark/schema";
import type { Context, Hono } from "hono";
import { CollectorError } from "../../errors.ts";
import { verifyPersonToken } from "../../identity/person-token.ts";
import { pseudonymOf } from "../../identity/pseudonym.ts";
import type { World } from "../../world.ts";
import { bearerOf, pageProjectByQuery } from "../access.ts";
import { maxBodyBytes, readJson } from "../body.ts";

/** Merging only adds: without an end one person's progress would grow with every request. */
function mergeWithin(stored: Progress, sent: Progress): Progress {
  const merged = mergeProgress(stored, sent);
  if (JSON.stringify(merged).length <= maxBodyBytes) return merged;
  throw new CollectorError("progress_invalid", {
    message: "All of a person's progress may take 1 MB, and with this it would take more: send less.",
  });
}

async function signedPerson(world: World, c: Context): Promise<{ project: string; person: string }> {
  const project = await pageProjectByQuery(world, c);
  const secrets = world.secrets.get(project.id);
  const token = bearerOf(c);
  if (token === null) throw new CollectorError("person_unsigned", { reason: "there is none" });
  const verdict = await verifyPersonToken(token, secrets.signing, world.now());
  if (!verdict.ok) throw new CollectorError("person_unsigned", { reason: verdict.reason });
  return { project: project.id, person: pseudonymOf(secrets.pseudonym, verdict.claims.sub) };
}

/** A signed person's progress across devices: merged, never overwritten. */
export function progressRoutes(app: Hono, world: World): void {
  app.get("/v1/progress", async (c) => {
    const { project, person } = await signedPerson(world, c);
    const stored = await world.events.progressOf(project, person);
    return c.json(stored ?? emptyProgress(), 200, { "cache-control": "no-store" });
  });

  app.put("/v1/progress", async (c) => {
    const { project, person } = await signedPerson(world, c);
    const parsed = parseProgress(await readJson(c.req.raw));
    if (!parsed.ok) {
      const problems = parsed.problems.map((each) => ({ ...each, message: renderProblem(each) }));
      throw new CollectorError("progress_invalid", { message: problems[0]?.message ?? "" }, { problems });
    }
    const merged = await world.events.mergeProgress(project, person, (stored) =>
      mergeWithin(stored ?? emptyProgress(), parsed.value),
    );
    return c.json(merged, 200, { "cache-control": "no-store" });
  });
}
