import type { Context, Hono } from "hono";
import { getCookie } from "hono/cookie";
import { recordAct } from "../../control/audit.ts";
import { draftTokenName, draftTokenPrefix, endDraftToken, mintDraftToken } from "../../control/draft-tokens.ts";
import { draftOf, listDrafts } from "../../control/drafts.ts";
import { CollectorError } from "../../errors.ts";
import type { World } from "../../world.ts";
import { bearerOf, draftWriter, projectByKey, sessionCookie, sessionName, signedIn } from "../access.ts";
import { requireOrigin, requireOwnPage } from "../cors.ts";

const noStore = { "cache-control": "no-store" };
const moment = (at: number): string => new Date(at).toISOString();

/** Who asks for a token, and with what: a key from the page that is written on, or a sign-in on the dashboard. */
async function issuerOf(world: World, c: Context): Promise<{ project: string; who: string; issuer: string }> {
  const bearer = bearerOf(c);
  if (bearer !== null) {
    const { project, who } = await projectByKey(world, c, ["author", "owner"]);
    requireOrigin(project, c);
    return { project: project.id, who, issuer: bearer };
  }
  requireOwnPage(c);
  const session = await signedIn(world, c);
  if (session.role !== "owner" && session.role !== "author")
    throw new CollectorError("role_refused", { expected: "owner or author", received: session.role });
  return { project: session.project, who: sessionName(session), issuer: getCookie(c, sessionCookie) ?? "" };
}

/** Tokens for an hour that can read and write drafts and nothing else, and what they open. */
export function draftRoutes(app: Hono, world: World): void {
  app.post("/v1/draft-tokens", async (c) => {
    const by = await issuerOf(world, c);
    const now = world.now();
    const { token, expiresAt } = await mintDraftToken(world.control, { ...by, now });
    const { project, who } = by;
    await recordAct(world.control, { project, who, act: "draft-token.create", detail: "", at: now });
    return c.json({ token, expiresAt: moment(expiresAt) }, 201, noStore);
  });

  // Ending one that is over already is no failure: it is what was asked for.
  app.delete("/v1/draft-tokens", async (c) => {
    const token = bearerOf(c);
    if (!token?.startsWith(draftTokenPrefix))
      throw new CollectorError("key_missing", { expected: draftTokenName, where: "as Authorization: Bearer" });
    await endDraftToken(world.control, token);
    return c.body(null, 204);
  });

  app.get("/v1/drafts", async (c) => {
    const { project } = await draftWriter(world, c);
    const drafts = await listDrafts(world.control, project.id);
    return c.json({ drafts: drafts.map((each) => ({ ...each, updatedAt: moment(each.updatedAt) })) }, 200, noStore);
  });

  app.get("/v1/drafts/:id", async (c) => {
    const { project } = await draftWriter(world, c);
    return c.json(await draftOf(world.control, project.id, c.req.param("id")), 200, noStore);
  });
}
