import { type GapRow, type Journey, withoutResult } from "@waymark/schema";
import { allEstimates } from "../control/estimates.ts";
import { placeKey } from "../control/expectations.ts";
import { publishedJourneys } from "../control/journeys.ts";
import type { Reader } from "../http/access.ts";
import type { World } from "../world.ts";

/** Whether somebody may see what was found of a journey for a role. */
export type MaySee = (journey: string, role: string) => boolean;

function answersAll(journey: Journey | undefined, role: string, given: ReadonlySet<string>): boolean {
  if (journey === undefined) return false;
  return journey.steps.every(({ id }) => given.has(placeKey({ journey: journey.id, step: id, role })));
}

/**
 * What a reader may see. A manager says first what they believe of every step that the journey has now, for the role: a
 * result of one step would tell about the next. Who is no manager is not asked.
 */
export async function maySee(world: World, { project, role: who, estimates }: Reader): Promise<MaySee> {
  if (who !== "manager") return () => true;
  const own = (await allEstimates(world.control, project.id)).filter((each) => each.who === estimates);
  const given = new Set(own.map(placeKey));
  const journeys = new Map((await publishedJourneys(world.control, project.id)).map((each) => [each.id, each]));
  return (journey, role) => answersAll(journeys.get(journey), role, given);
}

/** The rows as this reader may see them: the plan alone where their estimate comes first. */
export async function showAfterEstimate(world: World, who: Reader, rows: readonly GapRow[]): Promise<GapRow[]> {
  const may = await maySee(world, who);
  return rows.map((row) => (may(row.journey, row.role) ? row : withoutResult(row)));
}
