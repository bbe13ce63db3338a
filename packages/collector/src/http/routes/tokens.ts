import { type TokenKeys, tokenRequestSchema } from "@waymark/schema";
import type { Hono } from "hono";
import { createCalendar } from "../../blocks/calendar.ts";
import { publishedJourneys } from "../../control/journeys.ts";
import { shortHash } from "../../events/stored-event.ts";
import { issueTokens } from "../../voices/issue.ts";
import { openQuarter, quarterOf } from "../../voices/quarters.ts";
import { issuerOf, openKeys } from "../../voices/token-keys.ts";
import type { World } from "../../world.ts";
import { pageProject } from "../access.ts";
import { readBody } from "../bodies.ts";
import { cacheable, knowsCopy } from "../known-copy.ts";
import { textOf } from "../query.ts";
import { signedPerson } from "../signed-person.ts";

/** While there is no group the file may still change; once there is, it holds for the quarter. */
const cacheControl = { empty: "max-age=60", full: "max-age=3600" };

/** Blind tokens: the right to one report for each person, step and quarter, which nobody can link to the person. */
export function tokenRoutes(app: Hono, world: World): void {
  app.get("/v1/tokens/keys", async (c) => {
    const project = await pageProject(world, c);
    const id = textOf(c, "journey");
    const journey = (await publishedJourneys(world.control, project.id)).find((each) => each.id === id);
    const calendar = createCalendar(project.timeZone);
    const week = calendar.weekOf(world.now());
    const quarter = quarterOf(week, calendar);
    // Of a journey that only the page knows there are no keys; that is no failure, for pages have such.
    const open = journey === undefined ? null : await openQuarter(world, project, week, quarter);
    const none: TokenKeys = {
      ...{ format: "waymark.token-keys/1", journey: id, quarter, issuer: issuerOf(project.id), seal: null, groups: [] },
    };
    const file =
      open === null || journey === undefined
        ? JSON.stringify(none)
        : (await openKeys(world, project, open, journey)).file;
    const kept = cacheable(c, cacheControl[open === null ? "empty" : "full"]);
    const headers = { etag: `"${shortHash(file)}"`, "cache-control": kept };
    if (knowsCopy(c, headers.etag)) return c.body(null, 304, headers);
    return c.body(file, 200, { ...headers, "content-type": "application/json" });
  });

  app.post("/v1/tokens", async (c) => {
    const who = await signedPerson(world, c);
    return c.json(await issueTokens(world, who, await readBody(c, tokenRequestSchema)), 200, {
      "cache-control": "no-store",
    });
  });
}
