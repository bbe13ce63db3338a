import type { Context } from "hono";

/** Where a caller reached us, as they see it: behind a proxy that ends TLS the scheme differs. Of several proxies the first counts. */
export function seenAs(c: Context): { protocol: string; host: string } {
  const url = new URL(c.req.url);
  const forwarded = c.req.header("x-forwarded-proto")?.split(",")[0]?.trim();
  return { protocol: forwarded === "https" ? "https" : url.protocol.slice(0, -1), host: url.host };
}
