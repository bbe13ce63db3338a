import type { Decision, GapReport, Journey } from "@waymark/schema";
import { allDecisions, type KeptDecision } from "../control/decisions.ts";
import { publishedJourneys } from "../control/journeys.ts";
import { isInScope } from "../control/members.ts";
import type { Reader } from "../http/access.ts";
import type { World } from "../world.ts";
import { maySee } from "./answered.ts";
import { dayOf } from "./days.ts";
import { measuredOf, visibleTo } from "./measured.ts";
import { wholeReport } from "./report.ts";

/** Rows of weeks that began after a decision, and of the version that it asked for. */
export function since(report: GapReport, decision: KeptDecision, timeZone: string): GapReport["rows"] {
  const { choice, plan, at } = decision;
  const start = choice.option === "coaching" ? choice.on : dayOf(Date.parse(at), timeZone);
  const block = report.blocks.at(-1);
  // Weeks that had begun before hold both, what was and what is: they are neither before nor after.
  if (block === undefined || block.from <= start) return [];
  return report.rows.filter(({ version }) => choice.option !== "new_version" || version > plan.version);
}

function newestVersion(journeys: readonly Journey[], id: string, fallback: number): number {
  return journeys.find((each) => each.id === id)?.version ?? fallback;
}

/** A project's decisions as this reader may see them, the newest first, with what was measured before and after. */
export async function decisionsFor(world: World, who: Reader): Promise<Decision[]> {
  const { project, scope } = who;
  const may = await maySee(world, who);
  const journeys = await publishedJourneys(world.control, project.id);
  const report = await wholeReport(world, project);
  const mine = (await allDecisions(world.control, project.id)).filter(
    ({ role }) => role === null || isInScope(role, scope, project.roles),
  );
  return mine.map((decision) => {
    const { journey, plan } = decision;
    const after = measuredOf({ rows: since(report, decision, project.timeZone) }, decision);
    return {
      ...decision,
      plan: { ...plan, versionNow: newestVersion(journeys, journey, plan.version) },
      before: visibleTo(who, may, journey, decision.before),
      after: visibleTo(who, may, journey, after),
    };
  });
}
