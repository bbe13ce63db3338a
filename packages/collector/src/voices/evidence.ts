import { corroborate, type Estimate, missing } from "@waymark/engine/metrics";
import type { Evidence, GapRow } from "@waymark/schema";
import type { Reader } from "../http/access.ts";
import { maySee } from "../plan/answered.ts";
import { wholeReport } from "../plan/report.ts";
import type { World } from "../world.ts";

/** Evidence of a step for some roles. */
export type EvidenceOf = (journey: string, step: string, roles: readonly string[]) => Evidence;

/** The newest version's figure of a step for one of the roles. */
function findRow(
  rows: readonly GapRow[],
  journey: string,
  step: string,
  roles: readonly string[],
): { value: number; interval: [number, number]; n: number } | null {
  const found = rows
    .filter((each) => each.journey === journey && each.step === step && roles.includes(each.role))
    .toSorted((a, b) => b.version - a.version)
    .find(({ measured, interval, n }) => measured !== null && interval !== null && n !== null);
  if (found === undefined) return null;
  const { measured: value, interval, n } = found;
  return value === null || interval === null || n === null ? null : { value, interval, n };
}

/**
 * M9 of a step and some roles, from frozen figures only, so that it moves with the blocks and says nothing of a report. Only
 * the fewest people a band can stand for count: where that is under twelve the report stands as `reported`.
 */
export function evidenceFor(
  rows: readonly GapRow[],
  journey: string,
  step: string,
  roles: readonly string[],
): Evidence {
  const ability = findRow(rows, journey, step, roles);
  const estimate: Estimate =
    ability === null
      ? missing("too_few")
      : { value: ability.value, interval: ability.interval, people: ability.n, reason: null };
  return { ...corroborate(estimate, missing("no_reference"), null), estimateFirst: false, ability };
}

/** The same as a reader may see it: a manager says first what they believe of the journey's steps. */
export async function readEvidence(world: World, who: Reader): Promise<EvidenceOf> {
  const { rows } = await wholeReport(world, who.project);
  const may = await maySee(world, who);
  return (journey, step, roles) =>
    roles.every((role) => may(journey, role))
      ? evidenceFor(rows, journey, step, roles)
      : { says: "reported", because: [], estimateFirst: true, ability: null };
}
