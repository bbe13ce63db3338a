import { randomUUID } from "node:crypto";
import { CollectorError } from "../errors.ts";
import type { Logger } from "../world.ts";

/** A failure as an RFC 9457 problem document. */
export function problemResponse(error: CollectorError): Response {
  const body = {
    type: `urn:waymark:problem:${error.code}`,
    code: error.code,
    status: error.status,
    title: error.title,
    detail: error.message,
    ...error.members,
  };
  const headers = new Headers({ "content-type": "application/problem+json", "cache-control": "no-store" });
  if (error.retryAfterSeconds !== null) headers.set("retry-after", String(error.retryAfterSeconds));
  if (error.status === 401) headers.set("www-authenticate", "Bearer");
  return new Response(JSON.stringify(body), { status: error.status, headers });
}

// SQLite result codes that pass: busy, locked, out of memory, I/O error, full, cannot open.
const passing = new Set([5, 6, 7, 10, 13, 14]);

/** Node's word for a sender that goes away in the middle, where a library of ours was reading. */
function isAbort(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return code === "ECONNRESET" && message === "aborted";
}

/** Any failure as one of ours. What passes by itself asks the sender to try again; what does not is logged under a reference. */
export function toCollectorError(error: unknown, logger: Logger): CollectorError {
  if (error instanceof CollectorError) return error;
  if (isAbort(error)) return new CollectorError("body_incomplete");
  const code = (error as { errcode?: unknown } | null)?.errcode;
  if (typeof code === "number" && passing.has(code & 0xff)) {
    logger.error("the store cannot write", { errcode: code });
    return new CollectorError("cannot_keep");
  }
  const reference = randomUUID();
  const message = error instanceof Error ? `${error.name}: ${error.stack ?? error.message}` : "not an Error";
  logger.error("unexpected failure", { reference, message });
  return new CollectorError("unexpected", { reference });
}
