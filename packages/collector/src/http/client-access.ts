import type { Context, MiddlewareHandler } from "hono";
import { fieldsOf } from "../clients/said.ts";
import type { Project } from "../control/projects.ts";
import type { World } from "../world.ts";
import { bearerOf, projectOfKey } from "./access.ts";
import { preflight, requireOrigin, withCors } from "./cors.ts";

/** Addresses of the Segment HTTP API, each with its short form, and of Rudder's beacon. */
export const segmentAddresses: Readonly<Record<string, readonly string[]>> = {
  track: ["/v1/track", "/v1/t"],
  identify: ["/v1/identify", "/v1/i"],
  page: ["/v1/page", "/v1/p"],
  screen: ["/v1/screen", "/v1/s"],
  group: ["/v1/group", "/v1/g"],
  alias: ["/v1/alias", "/v1/a"],
  batch: ["/v1/batch", "/v1/b", "/beacon/v1/batch"],
};

/** Where OTLP logs go. */
export const otlpAddress = "/v1/logs";

const posts = new Set([...Object.values(segmentAddresses).flat(), otlpAddress]);

/** Addresses that other clients ask from pages. */
export function isClientAddress(path: string): boolean {
  return posts.has(path) || /^\/(v1\/projects\/[^/]+\/settings|sourceConfig\/?)$/.test(path);
}

/** Other clients' retries carry headers of their own, more with every version: what is asked for is allowed. */
export function clientPreflight(c: Context): Response {
  const origin = c.req.header("origin");
  if (origin === undefined) return new Response(null, { status: 204 });
  const asked = c.req.header("access-control-request-headers") ?? "";
  return preflight(origin, /^[\w, -]{1,1000}$/.test(asked) ? asked : undefined);
}

/** Lets pages read the answers. */
export const clientCors: MiddlewareHandler = async (c, next) => {
  await next();
  withCors(c.res, c.req.header("origin"));
};

/** The user name of Basic auth, which is where Segment and Rudder put the write key. */
function basicUser(c: Context): string | null {
  const encoded = /^Basic\s+(\S+)\s*$/i.exec(c.req.header("authorization") ?? "")?.[1];
  if (encoded === undefined) return null;
  return Buffer.from(encoded, "base64").toString("utf8").split(":")[0] || null;
}

/**
 * The project another client writes to: by its write key in `Authorization` (Basic or Bearer), else in the address, else in
 * the body. Nothing else in the body can name a project.
 */
export async function clientProject(world: World, c: Context, elsewhere: unknown): Promise<Project> {
  const { writeKey } = fieldsOf(elsewhere);
  const inBody = typeof writeKey === "string" ? writeKey : null;
  const inAddress = c.req.query("writeKey") ?? c.req.query("key");
  const { project } = await projectOfKey(world, basicUser(c) ?? bearerOf(c) ?? inAddress ?? inBody, ["write"]);
  requireOrigin(project, c);
  return project;
}
