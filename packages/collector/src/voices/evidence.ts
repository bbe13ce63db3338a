import { bandOf, corroborate, type Estimate, effortLimit, isKnown, missing } from "@waymark/engine/metrics";
import type { Evidence, GapRow } from "@waymark/schema";
import type { KeptCell } from "../blocks/gap-cells.ts";
import type { Reader } from "../http/access.ts";
import { maySee } from "../plan/answered.ts";
import { frozenHistories, type Histories } from "../plan/histories.ts";
import { reportOf } from "../plan/report.ts";
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

/** The effort that the newest version's last block has of a step for one of the roles: of ten people or more, as the fewest of their band. */
export function effortOf(
  histories: Histories["histories"],
  journey: string,
  step: string,
  roles: readonly string[],
): Estimate {
  const found = histories
    .filter((each) => each.journey === journey && roles.includes(each.role))
    .toSorted((a, b) => b.version - a.version)
    .flatMap(({ blocks }) => blocks.at(-1)?.cells.filter((cell) => cell.step === step) ?? [])
    .map((cell) => (cell as Partial<KeptCell>).effort)
    .find((effort) => effort !== undefined && isKnown(effort));
  return found === undefined ? missing("too_few") : { ...found, people: bandOf(found.people) };
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
  effort: Estimate = missing("no_reference"),
): Evidence {
  const ability = findRow(rows, journey, step, roles);
  const estimate: Estimate =
    ability === null
      ? missing("too_few")
      : { value: ability.value, interval: ability.interval, people: ability.n, reason: null };
  return { ...corroborate(estimate, effort, effortLimit), estimateFirst: false, ability };
}

/** The same as a reader may see it: a manager says first what they believe of the journey's steps. */
export async function readEvidence(world: World, who: Reader): Promise<EvidenceOf> {
  const frozen = await frozenHistories(world, who.project);
  const { rows } = await reportOf(world, who.project, frozen);
  const may = await maySee(world, who);
  return (journey, step, roles) =>
    roles.every((role) => may(journey, role))
      ? evidenceFor(rows, journey, step, roles, effortOf(frozen.histories, journey, step, roles))
      : { says: "reported", because: [], estimateFirst: true, ability: null };
}
