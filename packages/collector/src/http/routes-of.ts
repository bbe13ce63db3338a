import type { Hono } from "hono";

/** One thing the collector answers to. */
export interface Route {
  method: string;
  /** With `:name` for what varies. */
  path: string;
}

/** Every route of an app, without what runs around them. */
export function routesOf(app: Hono): Route[] {
  const seen = new Set<string>();
  return app.routes
    .filter(({ method }) => method !== "ALL" && method !== "OPTIONS")
    .map(({ method, path }) => ({ method, path }))
    .filter(({ method, path }) => !seen.has(`${method} ${path}`) && seen.add(`${method} ${path}`));
}
