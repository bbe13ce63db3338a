import { worstOf } from "@waymark/engine/metrics";
import type { GapReport, GapRow } from "@waymark/schema";
import { allEstimates } from "../control/estimates.ts";
import { placeKey } from "../control/expectations.ts";
import { isInScope } from "../control/members.ts";
import type { Reader } from "../http/access.ts";
import type { World } from "../world.ts";
import { maySee, showAfterEstimate } from "./answered.ts";
import { wholeReport } from "./report.ts";

/** A manager reads their own estimate, not that of all. The journey's is that of its step with the least. */
async function withOwn(world: World, { project, role, estimates }: Reader, rows: GapRow[]): Promise<GapRow[]> {
  if (role !== "manager") return rows;
  const mine = (await allEstimates(world.control, project.id)).filter((each) => each.who === estimates);
  const own = new Map(mine.map((each) => [placeKey(each), each.share]));
  return rows.map((row) => {
    if (row.believed === null) return row;
    const { journey, role: of } = row;
    const steps = row.step === null ? mine.filter((each) => each.journey === journey && each.role === of) : null;
    const believed =
      steps === null
        ? (own.get(placeKey({ journey, step: row.step ?? "", role: of })) ?? null)
        : Math.min(...steps.map(({ share }) => share));
    return { ...row, believed };
  });
}

/**
 * The report as one reader may see it: their part of the roles, and nothing that was found before they gave an estimate.
 *
 * @param upTo Index of the last block that is looked at. Default: the latest.
 */
export async function reportFor(world: World, who: Reader, upTo?: number): Promise<GapReport> {
  const { project, scope } = who;
  const whole = await wholeReport(world, project, upTo);
  const part = whole.rows.filter(({ role }) => isInScope(role, scope, project.roles));
  const rows = await showAfterEstimate(world, who, await withOwn(world, who, part));
  const may = await maySee(world, who);
  const courses = whole.courses.filter(
    ({ journey, role }) => isInScope(role, scope, project.roles) && may(journey, role),
  );
  return { ...whole, rows, courses, worst: worstOf(rows) };
}
