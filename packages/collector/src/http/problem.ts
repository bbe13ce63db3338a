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

// SQLite result codes that pass: busy, locked, out of memory, read-only (a disk may become so), I/O error, full, cannot open.
const passing = new Set([5, 6, 7, 8, 10, 13, 14]);

// PostgreSQL and the way to it: connection failures, shutting down, starting up, too many connections.
const passingTexts = /^(08...|57P0[123]|53...|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|40001|40P01)$/;
const lostConnection = /timeout exceeded when trying to connect|Connection terminated/;

/** Whether a store says that it cannot now but may again. */
function passesByItself(error: unknown): string | number | null {
  const { errcode, code, message } = (error ?? {}) as { errcode?: unknown; code?: unknown; message?: unknown };
  if (typeof errcode === "number" && passing.has(errcode & 0xff)) return errcode;
  if (typeof code === "string" && passingTexts.test(code)) return code;
  return typeof message === "string" && lostConnection.test(message) ? "connection" : null;
}

/** Node's word for a sender that goes away in the middle, where a library of ours was reading. */
function isAbort(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return code === "ECONNRESET" && message === "aborted";
}

/** Any failure as one of ours. What passes by itself asks the sender to try again; what does not is logged under a reference. */
export function toCollectorError(error: unknown, logger: Logger): CollectorError {
  if (error instanceof CollectorError) return error;
  if (isAbort(error)) return new CollectorError("body_incomplete");
  const passingCode = passesByItself(error);
  if (passingCode !== null) {
    logger.error("the store cannot write", { errcode: passingCode });
    return new CollectorError("cannot_keep");
  }
  const reference = randomUUID();
  const cause = error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : "not an Error";
  logger.error("unexpected failure", { reference, cause });
  return new CollectorError("unexpected", { reference });
}
