import { type Estimate, fewestForMedian, isKnown } from "./estimate.ts";

/** M9: what stands beside a report. There is no third word: a report is never refuted. */
export interface Corroboration {
  says: "backed" | "reported";
  /** What backs it. */
  because: ("ability" | "effort")[];
}

/**
 * Effort-behaviour above which a report is backed by it, 0 to 100; the same for every journey, so that nobody moves it once
 * figures are there. From time alone it is three times what was stated; twice as long with an error loop is above it. Why 40:
 * docs/decisions/0048.
 */
export const effortLimit = 40;

const lowAbility = 0.6;
const surelyBelow = 0.75;

/**
 * M9, whether the step's figures say the same as the report: `backed` where ability is below 0.6 with its upper end below
 * 0.75, or where the lower end of effort-behaviour is above a limit that was fixed when the journey was published; else
 * `reported`. It takes twelve people. What people answered, and how other steps do, play no part.
 *
 * @param effortLimit 0 to 100; `null`: none was fixed.
 * @example
 * ```ts
 * corroborate(shareOfPeople(5, 20), missing("no_reference"), null); // { says: "backed", because: ["ability"] }
 * ```
 */
export function corroborate(ability: Estimate, effort: Estimate, effortLimit: number | null): Corroboration {
  const enough = (estimate: Estimate): boolean => isKnown(estimate) && estimate.people >= fewestForMedian;
  const because: Corroboration["because"] = [];
  if (enough(ability) && isKnown(ability) && ability.value < lowAbility && (ability.interval[1] ?? 1) < surelyBelow)
    because.push("ability");
  if (enough(effort) && isKnown(effort) && effortLimit !== null && effort.interval[0] > effortLimit)
    because.push("effort");
  return { says: because.length > 0 ? "backed" : "reported", because };
}
