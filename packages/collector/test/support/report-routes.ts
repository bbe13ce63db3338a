import type { ProjectKeys } from "../../src/index.ts";
import { crowdRoles, personName } from "./crowd.ts";

/** What opens a route. */
export interface Opens {
  keys: ProjectKeys;
  /** Of an owner who is signed in. */
  cookie: string;
  /** Of a csm who is signed in. */
  csm: string;
  /** Of a person of the crowd. */
  token: string;
}

/** One way to ask a route, other each time it can be. */
export interface Asking {
  path: string;
  headers: Record<string, string>;
}

const bearer = (key: string): Record<string, string> => ({ authorization: `Bearer ${key}` });
const leaves = crowdRoles.filter(({ parent }) => parent !== undefined);

/** How each GET route is asked the nth time; what is not here is told by its pattern, so that no new route goes unseen. */
export const reportRoutes: Record<string, (it: Opens, nth: number) => Asking> = {
  "/v1/insights/adoption": ({ cookie }, nth) => ({
    path: `/v1/insights/adoption?journey=journey-${nth % 10}&role=${leaves[nth % leaves.length]?.id}`,
    headers: { cookie },
  }),
  "/v1/insights/periods": ({ cookie }, nth) => ({
    path: `/v1/insights/periods?journey=journey-${nth % 10}&role=${leaves[nth % leaves.length]?.id}`,
    headers: { cookie },
  }),
  "/v1/summary": ({ cookie }) => ({ path: "/v1/summary", headers: { cookie } }),
  "/v1/insights/briefs": ({ cookie }) => ({ path: "/v1/insights/briefs", headers: { cookie } }),
  "/v1/insights/fields": ({ cookie }) => ({ path: "/v1/insights/fields", headers: { cookie } }),
  "/v1/insights/handoffs": ({ cookie }) => ({ path: "/v1/insights/handoffs", headers: { cookie } }),
  "/v1/insights/prompts": ({ cookie }) => ({ path: "/v1/insights/prompts", headers: { cookie } }),
  "/v1/insights/staying": ({ cookie }) => ({ path: "/v1/insights/staying", headers: { cookie } }),
  "/v1/insights/trust": ({ cookie }) => ({ path: "/v1/insights/trust", headers: { cookie } }),
  "/v1/insights/uptake": ({ cookie }) => ({ path: "/v1/insights/uptake", headers: { cookie } }),
  "/v1/insights/value": ({ cookie }) => ({ path: "/v1/insights/value", headers: { cookie } }),
  "/v1/insights/targets": ({ cookie }) => ({ path: "/v1/insights/targets", headers: { cookie } }),
  "/v1/insights/gap": ({ cookie }) => ({ path: "/v1/insights/gap", headers: { cookie } }),
  "/v1/expectations": ({ cookie }) => ({ path: "/v1/expectations", headers: { cookie } }),
  "/v1/estimates": ({ cookie }) => ({ path: "/v1/estimates", headers: { cookie } }),
  "/v1/decisions": ({ cookie }) => ({ path: "/v1/decisions", headers: { cookie } }),
  "/v1/arrivals": ({ cookie }) => ({ path: "/v1/arrivals", headers: { cookie } }),
  "/v1/arrivals/stream": ({ cookie }) => ({ path: "/v1/arrivals/stream", headers: { cookie } }),
  "/v1/session": ({ cookie }) => ({ path: "/v1/session", headers: { cookie } }),
  "/v1/journeys": ({ keys }, nth) => ({
    path: `/v1/journeys?key=${keys.writeKey}&role=${leaves[nth % leaves.length]?.id}`,
    headers: {},
  }),
  "/v1/journeys/:id/versions": ({ keys }, nth) => ({
    path: `/v1/journeys/journey-${nth % 10}/versions`,
    headers: bearer(keys.ownerKey),
  }),
  "/v1/journeys/:id/versions/:range": ({ keys }, nth) => ({
    path: `/v1/journeys/journey-${nth % 10}/versions/1..2`,
    headers: bearer(keys.ownerKey),
  }),
  "/v1/handoffs": ({ keys, token }) => ({ path: `/v1/handoffs?key=${keys.writeKey}`, headers: bearer(token) }),
  "/v1/thanks": ({ keys, token }) => ({ path: `/v1/thanks?key=${keys.writeKey}`, headers: bearer(token) }),
  "/v1/progress": ({ keys, token }) => ({ path: `/v1/progress?key=${keys.writeKey}`, headers: bearer(token) }),
  "/v1/rejects": ({ keys }) => ({ path: "/v1/rejects", headers: bearer(keys.ownerKey) }),
  "/v1/events": ({ keys }) => ({ path: "/v1/events?limit=1000", headers: bearer(keys.ownerKey) }),
  "/v1/people/:id": ({ keys }, nth) => ({
    path: `/v1/people/${encodeURIComponent(personName(nth + 100))}`,
    headers: bearer(keys.ownerKey),
  }),
  "/v1/voices": ({ cookie }) => ({ path: "/v1/voices", headers: { cookie } }),
  "/v1/voices/texts": ({ csm }) => ({ path: "/v1/voices/texts", headers: { cookie: csm } }),
  "/v1/answers": ({ keys }) => ({ path: `/v1/answers?key=${keys.writeKey}`, headers: {} }),
  "/v1/keys": ({ cookie }) => ({ path: "/v1/keys", headers: { cookie } }),
  "/v1/token-keys": ({ cookie }) => ({ path: "/v1/token-keys", headers: { cookie } }),
  "/v1/members": ({ cookie }) => ({ path: "/v1/members", headers: { cookie } }),
  "/v1/project": ({ cookie }) => ({ path: "/v1/project", headers: { cookie } }),
  "/v1/audit": ({ cookie }) => ({ path: "/v1/audit", headers: { cookie } }),
  "/readyz": () => ({ path: "/readyz", headers: {} }),
};

/** Routes that read nothing of the stores, or files only; and keys of blind tokens, which are made when first asked for. */
export const notReports: readonly string[] = [
  // Files to take along: as long as there are rows, and streamed.
  "/v1/export",
  "/v1/export/:table",
  "/v1/tokens/keys",
  "/healthz",
  "/metrics",
  "/openapi.json",
  "/waymark.js",
  "/sdk/:file{.+}",
  "/dashboard",
  "/dashboard/*",
  "/signin",
  "/v1/projects/:writeKey/settings",
  "/sourceConfig",
  "/sourceConfig/",
];

/** Milliseconds until an answer is there; of a stream, until its first message is. */
export async function timed(url: string, { path, headers }: Asking): Promise<number> {
  const begin = performance.now();
  const response = await fetch(url + path, { headers });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  if (path.endsWith("/stream")) {
    const reader = response.body?.getReader();
    await reader?.read();
    const ms = performance.now() - begin;
    await reader?.cancel();
    return ms;
  }
  await response.arrayBuffer();
  return performance.now() - begin;
}
