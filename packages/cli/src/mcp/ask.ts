import type { GapReport, Summary } from "@waymark/schema";
import { callCollector } from "../call-collector.ts";
import { filesOf } from "./read.ts";
import type { Args, Workplace } from "./workplace.ts";

export async function check(args: Args, place: Workplace): Promise<unknown> {
  if (place.app === null)
    throw new Error("Nobody said where the app runs: start waymark mcp with --url http://127.0.0.1:3000.");
  const { checkJourneys } = await import("../check/check.ts");
  const { countVerdicts } = await import("../check/render.ts");
  const wanted = Array.isArray(args.ids) ? args.ids : null;
  const journeys = (await filesOf(place)).flatMap(({ journey }) => journey ?? []);
  const chosen = journeys.filter(({ id }) => wanted === null || wanted.includes(id));
  if (chosen.length === 0)
    throw new Error(`None of these journeys is in ${place.folder}: list_journeys says which are.`);
  const findings = await checkJourneys({ ...place.app, journeys: chosen });
  return { ...countVerdicts(findings), findings: findings.filter(({ verdict }) => verdict !== "ok") };
}

export async function report(args: Args, place: Workplace): Promise<unknown> {
  const { collector, ownerKey: key } = place;
  if (collector === null || key === null)
    throw new Error("Nobody said where the numbers are: start waymark mcp with --collector URL --owner ok_...");
  const path = args.kind === "gap" ? "/v1/insights/gap" : "/v1/summary";
  type Body = Partial<GapReport & Summary> & { detail?: string };
  const { ok, status, body } = await callCollector<Body>({ collector, key }, "GET", path, undefined);
  if (!ok) throw new Error(body.detail ?? `The collector answered ${status}.`);
  if (args.role === undefined) return body;
  const rows = body.rows?.filter(({ role }) => role === args.role);
  const pictures = body.pictures?.filter(({ role }) => role.id === args.role);
  return { ...body, ...(rows ? { rows } : {}), ...(pictures ? { pictures } : {}) };
}
