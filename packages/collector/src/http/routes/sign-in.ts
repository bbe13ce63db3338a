import type { SessionInfo } from "@waymark/schema";
import type { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { recordAct } from "../../control/audit.ts";
import { publishedJourneys } from "../../control/journeys.ts";
import { isInScope } from "../../control/members.ts";
import { getProject } from "../../control/projects.ts";
import { endSession, isInviteOpen, sessionSeconds, spendInvite } from "../../control/sessions.ts";
import type { World } from "../../world.ts";
import { sessionCookie, sessionName, signedIn } from "../access.ts";
import { requireOwnPage } from "../cors.ts";
import { seenAs } from "../seen-as.ts";
import { signInPage, spentPage } from "../sign-in-page.ts";

/** A form with one token in it. */
const maxFormBytes = 4096;

/** One-time links for the dashboard, and the session they become. */
export function signInRoutes(app: Hono, world: World): void {
  app.get("/signin", async (c) => {
    const token = c.req.query("token") ?? "";
    return (await isInviteOpen(world.control, token, world.now())) ? signInPage(token) : spentPage();
  });

  app.post("/signin", bodyLimit({ maxSize: maxFormBytes, onError: () => spentPage() }), async (c) => {
    requireOwnPage(c);
    const form = await c.req.parseBody().catch(() => null);
    const token = typeof form?.token === "string" ? form.token : "";
    const opened = await spendInvite(world.control, token, world.now());
    if (opened === null) return spentPage();
    const { project } = opened.session;
    await recordAct(world.control, {
      project,
      who: sessionName(opened.session),
      act: "session.begin",
      detail: "",
      at: world.now(),
    });
    setCookie(c, sessionCookie, opened.cookie, {
      httpOnly: true,
      sameSite: "Lax",
      path: "/",
      maxAge: sessionSeconds,
      secure: seenAs(c).protocol === "https",
    });
    return c.redirect("/dashboard/", 303);
  });

  app.get("/v1/session", async (c) => {
    const session = await signedIn(world, c);
    const project = await getProject(world.control, session.project);
    const mine = (role: string): boolean => isInScope(role, session.scope, project.roles);
    const journeys = (await publishedJourneys(world.control, project.id)).filter(
      ({ roles = [] }) => roles.length === 0 || roles.some(mine),
    );
    const info: SessionInfo = {
      role: session.role,
      ...(session.name ? { name: session.name } : {}),
      project: { id: project.id, title: project.title, timeZone: project.timeZone },
      journeys: journeys.map(({ id, title, version, roles }) => ({
        id,
        title,
        version: version ?? 0,
        roles: (roles ?? []).filter(mine),
      })),
      roles: project.roles
        .filter(({ id }) => mine(id))
        .map(({ id, title, parent = null }) => ({
          id,
          title,
          parent: parent !== null && mine(parent) ? parent : null,
        })),
    };
    return c.json(info, 200, { "cache-control": "no-store" });
  });

  app.delete("/v1/session", async (c) => {
    requireOwnPage(c);
    const session = await signedIn(world, c);
    await endSession(world.control, getCookie(c, sessionCookie) ?? "");
    await recordAct(world.control, {
      project: session.project,
      who: sessionName(session),
      act: "session.end",
      detail: "",
      at: world.now(),
    });
    deleteCookie(c, sessionCookie, { path: "/" });
    return c.body(null, 204);
  });
}
