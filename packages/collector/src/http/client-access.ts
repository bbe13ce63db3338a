import type { Context, MiddlewareHandler } from "hono";
import { fieldsOf } from "../clients/said.ts";
import type { Project } from "../control/projects.ts";
import { CollectorError } from "../errors.ts";
import type { World } from "../world.ts";
import { bearerOf, projectOfKey } from "./access.ts";
import { readJson } from "./body.ts";
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
 * The write key another client gives: in `Authorization` (Basic or Bearer), else in the address, else in the body. The
 * project is the key's: nothing else in a body can name one.
 */
function clientKey(c: Context, body: unknown): string | null {
  const { writeKey } = fieldsOf(body);
  const inBody = typeof writeKey === "string" ? writeKey : null;
  return basicUser(c) ?? bearerOf(c) ?? keyInAddress(c) ?? inBody;
}

const keyInAddress = (c: Context): string | null => c.req.query("writeKey") ?? c.req.query("key") ?? null;

/** The project whose write key a client fetches its settings with; its page's origin must be allowed. */
export async function clientProject(world: World, c: Context, elsewhere: unknown = null): Promise<Project> {
  const { project } = await projectOfKey(world, clientKey(c, elsewhere), ["write"]);
  requireOrigin(project, c);
  return project;
}

/** Who sends: a page or anybody with the write key, or one of the host's servers, which is believed. */
interface ClientSender {
  project: Project;
  vouched: boolean;
}

/**
 * Whose key it is. A server key vouches for what is sent, so it must be a secret: pages have none, and addresses stand in
 * the logs of every proxy. Fails with `key_exposed`.
 */
async function clientSender(world: World, c: Context, body: unknown): Promise<ClientSender> {
  const key = clientKey(c, body);
  const { project, kind } = await projectOfKey(world, key, ["write", "server"]);
  if (kind === "server") {
    if (key === keyInAddress(c) || c.req.header("origin") !== undefined) throw new CollectorError("key_exposed");
    return { project, vouched: true };
  }
  requireOrigin(project, c);
  return { project, vouched: false };
}

/** A delivery of another client, and whose it is. */
export interface ClientDelivery extends ClientSender {
  body: unknown;
  /** To be called with the number of messages in it. */
  charge(messages: number): void;
}

/**
 * Reads a delivery. Who has no key, or has used up what it may send, is told so before the body is read; with a key in the
 * body, right after.
 *
 * @param another - One more content type that is read here.
 */
export async function readDelivery(world: World, c: Context, another?: string): Promise<ClientDelivery> {
  const admitted = async (body: unknown): Promise<ClientSender> => {
    const sender = await clientSender(world, c, body);
    world.pace.admit(clientKey(c, body) ?? "");
    return sender;
  };
  const early = clientKey(c, null) === null ? null : await admitted(null);
  const body = await readJson(c.req.raw, { another });
  const sender = early ?? (await admitted(body));
  return { ...sender, body, charge: (messages) => world.pace.charge(clientKey(c, body) ?? "", messages) };
}
