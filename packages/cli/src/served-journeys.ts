import { type Journey, parseJourney, renderProblem } from "@waymark/schema";
import { callCollector } from "./call-collector.ts";

/** The journeys that a collector serves to the pages of a project, with their versions. */
export async function servedJourneys(options: { collector: string; key: string }): Promise<Journey[]> {
  type Served = { journeys?: unknown[]; detail?: string };
  const { ok, status, body } = await callCollector<Served>(options, "GET", "/v1/journeys?role=*", undefined);
  if (!ok) throw new Error(body.detail ?? `The collector answered ${status}.`);
  return (body.journeys ?? []).map((each) => {
    const parsed = parseJourney(each);
    if (parsed.ok) return parsed.value;
    throw new Error(`${options.collector} serves a journey that is none: ${parsed.problems.map(renderProblem)[0]}`);
  });
}
