import { randomBytes } from "node:crypto";
import { envelopeBytes } from "@waymark/schema";
import type { Hono } from "hono";
import { createCalendar } from "../../blocks/calendar.ts";
import { CollectorError } from "../../errors.ts";
import { weekName } from "../../voices/quarters.ts";
import type { World } from "../../world.ts";
import { pageProject, writeKeyOf } from "../access.ts";
import { readBytes } from "../body.ts";

/** An envelope costs the pace of a key what so many events do: a device sends one a week. */
const weight = 100;

/** `POST /v1/envelopes`: one sealed envelope of a device, as every other one. Nobody says who they are. */
export function envelopeRoutes(app: Hono, world: World): void {
  app.post("/v1/envelopes", async (c) => {
    const project = await pageProject(world, c);
    const key = writeKeyOf(c) ?? "";
    world.pace.admit(key);
    const body = await readBytes(c.req.raw, undefined);
    world.pace.charge(key, weight);
    if (body.byteLength !== envelopeBytes)
      throw new CollectorError("envelope_size", { expected: envelopeBytes, received: body.byteLength });
    const calendar = createCalendar(project.timeZone);
    const week = calendar.weekOf(world.now());
    await world.control
      .insertInto("envelopes")
      .values({
        project: project.id,
        week,
        id: randomBytes(16).toString("base64url"),
        body: Buffer.from(body).toString("base64url"),
      })
      .execute();
    return c.json({ week: weekName(week, calendar) }, 202, { "cache-control": "no-store" });
  });
}
