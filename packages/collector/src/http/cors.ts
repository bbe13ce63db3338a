import type { Context } from "hono";
import type { Project } from "../control/projects.ts";
import { CollectorError } from "../errors.ts";
import { seenAs } from "./seen-as.ts";

function isLoopback(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { hostname } = new URL(origin);
  return (
    hostname === "localhost" || hostname.endsWith(".localhost") || hostname === "127.0.0.1" || hostname === "[::1]"
  );
}

/** Whether pages of an origin may talk to a project. The collector's own origin may: it is how a proxied one looks. */
export function isAllowedOrigin(project: Project, origin: string, own: string): boolean {
  if (origin === own) return true;
  return project.origins.length === 0 ? isLoopback(origin) : project.origins.includes(origin);
}

/** Fails with `origin_refused` where a page of another origin asks. Servers send no origin and need none. */
export function requireOrigin(project: Project, c: Context): void {
  const origin = c.req.header("origin");
  const { protocol, host } = seenAs(c);
  if (origin === undefined || isAllowedOrigin(project, origin, `${protocol}://${host}`)) return;
  throw new CollectorError("origin_refused", { origin });
}

function isOwnPage(c: Context): boolean {
  const site = c.req.header("sec-fetch-site");
  if (site !== undefined) return site === "same-origin" || site === "none";
  const origin = c.req.header("origin");
  if (origin === undefined) return true;
  // The host alone: behind a proxy that ends TLS the scheme differs.
  return URL.canParse(origin) && new URL(origin).host === new URL(c.req.url).host;
}

/** Fails with `page_refused` where a page of another origin makes the browser act with its cookies. */
export function requireOwnPage(c: Context): void {
  if (!isOwnPage(c)) throw new CollectorError("page_refused");
}

/** Lets the page that asked read the answer, refusals too, so that a developer sees the reason. Cookies are never allowed. */
export function withCors(response: Response, origin: string | undefined): Response {
  // Always, so that no cache hands a page an answer that was meant for another origin.
  response.headers.append("vary", "Origin");
  if (origin === undefined) return response;
  response.headers.set("access-control-allow-origin", origin);
  response.headers.set("access-control-expose-headers", "ETag, Retry-After");
  return response;
}

/**
 * The answer to a preflight. It knows no project: the request itself is judged by its key.
 *
 * @param asked - Headers that are allowed in place of our own client's.
 */
export function preflight(
  origin: string,
  asked = "authorization, content-type, content-encoding, if-none-match",
): Response {
  return new Response(null, {
    status: 204,
    headers: {
      "access-control-allow-origin": origin,
      "access-control-allow-methods": "GET, POST, PUT, DELETE",
      "access-control-allow-headers": asked,
      "access-control-max-age": "86400",
      vary: "Origin",
    },
  });
}
