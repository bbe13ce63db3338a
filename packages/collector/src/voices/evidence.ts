import { corroborate, type Estimate, missing } from "@waymark/engine/metrics";
import type { Evidence } from "@waymark/schema";

/** One step's ability for one role, as it was frozen last. */
export interface StepAbility {
  journey: string;
  step: string;
  role: string;
  value: number;
  interval: [number, number];
  /** People behind it: the lower end of a band. */
  n: number;
}

/**
 * M9 of a step and some roles, from frozen figures only, so that it moves with the blocks and says nothing of a report. Only
 * the fewest people a band can stand for count: where that is under twelve the report stands as `reported`.
 */
export function evidenceFor(
  frozen: readonly StepAbility[],
  journey: string,
  step: string,
  roles: readonly string[],
): Evidence {
  const found = frozen.find((each) => each.journey === journey && each.step === step && roles.includes(each.role));
  const ability: Estimate =
    found === undefined
      ? missing("too_few")
      : { value: found.value, interval: found.interval, people: found.n, reason: null };
  const said = corroborate(ability, missing("no_reference"), null);
  const shown = found && { value: found.value, interval: found.interval, n: found.n };
  return { ...said, ability: shown ?? null };
}
