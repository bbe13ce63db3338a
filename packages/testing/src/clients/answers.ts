import { CollectorError, type FailureCode } from "../../../collector/src/errors.ts";
import { withCors } from "../../../collector/src/http/cors.ts";
import { problemResponse } from "../../../collector/src/http/problem.ts";
import type { Seen } from "./front.ts";

const failures: Readonly<Record<string, FailureCode>> = {
  "400": "not_json",
  "401": "key_unknown",
  "403": "origin_refused",
  "413": "body_too_large",
  "429": "too_many_requests",
  "503": "cannot_keep",
  down: "cannot_keep",
};

/** Every status a collector can give to a delivery. */
export const statuses: readonly string[] = ["200", "400", "401", "403", "413", "429", "503"];

/**
 * The collector's own failure, word for word, for the first delivery of a lane that is named after it (`segment-503`), or
 * for all of a lane whose name ends in `-down`; `null` for what the collector shall answer itself.
 */
export function failFirst(lane: string, nth: number, { method, headers }: Seen): Response | null {
  const status = lane.split("-")[1] ?? "";
  const code = failures[status];
  if (method !== "POST" || code === undefined || (nth > 0 && status !== "down")) return null;
  const problem = problemResponse(new CollectorError(code, { seconds: 1 }));
  // A second in place of five: the clients' own pauses are what takes time here.
  if (problem.headers.has("retry-after")) problem.headers.set("retry-after", "1");
  const answer = new Response(problem.body, { status: Number(status) || problem.status, headers: problem.headers });
  return withCors(answer, headers.origin);
}
