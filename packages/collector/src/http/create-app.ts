import { Hono } from "hono";
import { CollectorError } from "../errors.ts";
import type { World } from "../world.ts";
import { clientPreflight, isClientAddress } from "./client-access.ts";
import { preflight, withCors } from "./cors.ts";
import { observe } from "./observe.ts";
import { problemResponse, toCollectorError } from "./problem.ts";
import { arrivalRoutes } from "./routes/arrivals.ts";
import { assetRoutes } from "./routes/assets.ts";
import { draftRoutes } from "./routes/drafts.ts";
import { envelopeRoutes } from "./routes/envelopes.ts";
import { eventRoutes } from "./routes/events.ts";
import { exportRoutes } from "./routes/export.ts";
import { handoffRoutes } from "./routes/handoffs.ts";
import { healthRoutes } from "./routes/health.ts";
import { insightRoutes } from "./routes/insights.ts";
import { journeyRoutes } from "./routes/journeys.ts";
import { manageRoutes } from "./routes/manage.ts";
import { operationRoutes } from "./routes/operations.ts";
import { otlpRoutes } from "./routes/otlp.ts";
import { peopleRoutes } from "./routes/people.ts";
import { planRoutes } from "./routes/plan.ts";
import { progressRoutes } from "./routes/progress.ts";
import { rejectRoutes } from "./routes/rejects.ts";
import { segmentRoutes } from "./routes/segment.ts";
import { signInRoutes } from "./routes/sign-in.ts";
import { tokenRoutes } from "./routes/tokens.ts";
import { voiceRoutes } from "./routes/voices.ts";

/** Addresses that pages of other origins ask. The rest is for the collector's own pages and for servers. */
const pageAddresses = new Set([
  ...["/v1/events", "/v1/journeys", "/v1/progress", "/v1/handoffs", "/v1/thanks"],
  ...["/v1/tokens", "/v1/tokens/keys", "/v1/envelopes", "/v1/answers"],
]);

/** What an author does from the page that a journey is written on: no cookie opens any of it but tokens, and those not to other origins. */
const authorAddress = /^\/v1\/(journeys\/[^/]+(\/(publish|versions|rollback))?|drafts(\/[^/]+)?|draft-tokens)$/;

const isPageAddress = (path: string): boolean => pageAddresses.has(path) || authorAddress.test(path);

/**
 * Puts the routes together.
 *
 * @param closing - Aborts when the collector closes: streams end then.
 */
export function createApp(world: World, closing: AbortSignal): Hono {
  const app = new Hono();
  app.onError((error) => problemResponse(toCollectorError(error, world.logger)));
  app.notFound((c) => problemResponse(new CollectorError("not_found", { path: c.req.path })));
  observe(app, world);
  app.options("/v1/*", (c) => {
    const origin = c.req.header("origin");
    if (isClientAddress(c.req.path)) return clientPreflight(c);
    if (origin === undefined || !isPageAddress(c.req.path)) return c.body(null, 204);
    return preflight(origin);
  });
  app.use("/v1/*", async (c, next) => {
    await next();
    c.res.headers.set("x-content-type-options", "nosniff");
    if (isPageAddress(c.req.path)) withCors(c.res, c.req.header("origin"));
  });
  eventRoutes(app, world);
  journeyRoutes(app, world);
  draftRoutes(app, world);
  progressRoutes(app, world);
  handoffRoutes(app, world);
  insightRoutes(app, world);
  exportRoutes(app, world);
  tokenRoutes(app, world);
  envelopeRoutes(app, world);
  voiceRoutes(app, world);
  planRoutes(app, world);
  arrivalRoutes(app, world, closing);
  signInRoutes(app, world);
  manageRoutes(app, world);
  peopleRoutes(app, world);
  assetRoutes(app, world);
  healthRoutes(app, world);
  rejectRoutes(app, world);
  segmentRoutes(app, world);
  otlpRoutes(app, world);
  operationRoutes(app, world);
  return app;
}
