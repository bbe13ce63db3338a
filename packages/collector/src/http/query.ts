import type { Context } from "hono";
import { CollectorError } from "../errors.ts";

/** A whole number from 1 to `most` in the query, or the default. */
export function wholeNumber(c: Context, name: string, fallback: number, most: number): number {
  const text = c.req.query(name);
  if (text === undefined) return fallback;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw new CollectorError("query_invalid", { message: `Write ${name} as a whole number from 1 to ${most}.` });
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;

/** A time in the query, Unix ms; `undefined` where there is none. */
export function momentOf(c: Context, name: string): number | undefined {
  const text = c.req.query(name);
  if (text === undefined) return undefined;
  const at = instant.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(at)) return at;
  throw new CollectorError("query_invalid", { message: `Write ${name} as a time like 2026-11-21T09:30:00Z.` });
}

/** A text that must be in the query. */
export function textOf(c: Context, name: string): string {
  const text = c.req.query(name);
  if (text !== undefined && text !== "") return text;
  throw new CollectorError("query_invalid", { message: `Add ${name} to the query: ?${name}=...` });
}
