import { CollectorError, type FailureCode } from "../../../collector/src/errors.ts";
import { withCors } from "../../../collector/src/http/cors.ts";
import { problemResponse } from "../../../collector/src/http/problem.ts";
import type { Seen } from "./front.ts";

const failures: Readonly<Record<string, FailureCode>> = {
  "400": "not_json",
  "401": "key_unknown",
  "403": "origin_refused",
  "404": "not_found",
  "413": "body_too_large",
  "415": "content_type",
  "429": "too_many_requests",
  "500": "unexpected",
  "503": "cannot_keep",
  down: "cannot_keep",
};

/** What has no words of the collector's: Node's own 408 for a slow sender, a proxy's 405, and a 202 where nothing is behind it. */
const bare = new Set(["202", "405", "408"]);

/** Every status that can come back for a delivery, from a collector or from what stands before it. */
export const statuses: readonly string[] = [
  "200",
  ...bare,
  ...Object.keys(failures).filter((it) => it !== "down"),
].sort();

const retried: Readonly<Record<string, readonly string[]>> = {
  segment: ["408", "429", "500", "503"],
  rudder: ["429", "500", "503"],
  otlp: ["429", "503"],
};

/**
 * What a real client does with a first delivery that is answered with a status: drops what it had, has it kept at once, or
 * sends it again. Measured with the versions in `clients/package-lock.json`.
 */
export function doesWith(client: string, status: string): "keeps" | "drops" | "again" {
  if (status === "200" || status === "202") return "keeps";
  return retried[client]?.includes(status) === true ? "again" : "drops";
}

/**
 * The collector's own failure, word for word, for the first delivery of a lane that is named after it (`segment-503`), or
 * for all of a lane whose name ends in `-down`; `null` for what the collector shall answer itself.
 */
export function failFirst(lane: string, nth: number, { method, headers }: Seen): Response | null {
  const status = lane.split("-")[1] ?? "";
  const code = failures[status];
  if (method !== "POST" || (nth > 0 && status !== "down")) return null;
  if (bare.has(status)) return withCors(new Response("{}", { status: Number(status) }), headers.origin);
  if (code === undefined) return null;
  const problem = problemResponse(new CollectorError(code, { seconds: 1 }));
  // A second in place of five: the clients' own pauses are what takes time here.
  if (problem.headers.has("retry-after")) problem.headers.set("retry-after", "1");
  const answer = new Response(problem.body, { status: Number(status) || problem.status, headers: problem.headers });
  return withCors(answer, headers.origin);
}
