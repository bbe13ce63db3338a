import type { Context, Hono } from "hono";
import { CollectorError } from "../../errors.ts";
import type { World } from "../../world.ts";
import { type AssetFile, encodingOf, openAssets } from "../asset-files.ts";
import { knowsCopy } from "../known-copy.ts";

const immutable = "public, max-age=31536000, immutable";
const shortLived = "public, max-age=300";

// Everything comes from the collector itself; styles may be set through the CSSOM, not written into markup.
const dashboardPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

async function send(c: Context, file: AssetFile, headers: Record<string, string>): Promise<Response> {
  const shared = { ...headers, etag: file.etag, vary: "Accept-Encoding", "x-content-type-options": "nosniff" };
  if (knowsCopy(c, file.etag)) return new Response(null, { status: 304, headers: shared });
  const encoding = encodingOf(c.req.header("accept-encoding"));
  const plain = await file.body("identity");
  const body = await file.body(encoding);
  const encoded: Record<string, string> = body === plain ? {} : { "content-encoding": encoding };
  return new Response(c.req.method === "HEAD" ? null : Buffer.from(body), {
    headers: { ...shared, ...encoded, "content-type": file.type, "content-length": String(body.byteLength) },
  });
}

/** Files that pages of any origin load. Chunks carry a hash in their name and never change. */
function forPages(directory: string): (c: Context, name: string) => Promise<Response> {
  const files = openAssets(directory);
  return async (c, name) => {
    const file = await files.find(name);
    if (file === null) throw new CollectorError("asset_missing", { file: name });
    return send(c, file, {
      "cache-control": file.hashed ? immutable : shortLived,
      "access-control-allow-origin": "*",
      "cross-origin-resource-policy": "cross-origin",
      "timing-allow-origin": "*",
    });
  };
}

/** The SDK for every page. */
function sdkRoutes(app: Hono, directory: string): void {
  const serve = forPages(directory);
  app.get("/waymark.js", (c) => serve(c, "waymark.js"));
  app.get("/sdk/:file{.+}", (c) => serve(c, c.req.param("file")));
}

/** The editor, beside the SDK: `waymark.js` fetches it for those who write journeys. */
function authorRoutes(app: Hono, directory: string): void {
  const serve = forPages(directory);
  app.get("/author.js", (c) => serve(c, "author.js"));
  app.get("/author/:file{.+}", (c) => serve(c, `author/${c.req.param("file")}`));
}

/** The dashboard: a single page, so that any address below it opens it. */
function dashboardRoutes(app: Hono, directory: string): void {
  const files = openAssets(directory);
  // The address that `serve` prints is what people open first. Not for good: a proxy may put something else there.
  app.get("/", (c) => c.redirect("/dashboard/", 302));
  app.get("/dashboard", (c) => c.redirect("/dashboard/", 308));
  app.get("/dashboard/*", async (c) => {
    const name = c.req.path.slice("/dashboard/".length);
    const file = (await files.find(name)) ?? (/\.\w+$/.test(name) ? null : await files.find("index.html"));
    if (file === null) throw new CollectorError("asset_missing", { file: name || "index.html" });
    return send(c, file, {
      "cache-control": file.hashed ? immutable : "no-cache",
      "content-security-policy": dashboardPolicy,
      "referrer-policy": "no-referrer",
      "x-frame-options": "DENY",
    });
  });
}

/** Serves what was built, where the directories were given. */
export function assetRoutes(app: Hono, world: World): void {
  if (world.assets.sdk !== undefined) sdkRoutes(app, world.assets.sdk);
  if (world.assets.author !== undefined) authorRoutes(app, world.assets.author);
  if (world.assets.dashboard !== undefined) dashboardRoutes(app, world.assets.dashboard);
}
