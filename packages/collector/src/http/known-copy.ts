import type { Context } from "hono";

/**
 * Whether the caller has this copy already. As HTTP wants it for `If-None-Match`: one of several tags, or any, and a weak tag is as
 * good as a strong one, since proxies that compress make strong ones weak.
 */
export function knowsCopy(c: Context, etag: string): boolean {
  const asked = (c.req.header("if-none-match") ?? "").split(",").map((each) => each.trim().replace(/^W\//, ""));
  return asked.includes(etag) || asked.includes("*");
}

/**
 * How a file for everybody with the write key may be kept: by every cache, where the key is in the address. A key in
 * `Authorization` is not part of what a cache knows a file by, so that it would give it to whoever asks the same address with another
 * project's key, or none.
 */
export function cacheable(c: Context, how: string): string {
  return `${c.req.header("authorization") === undefined ? "public" : "private"}, ${how}`;
}
