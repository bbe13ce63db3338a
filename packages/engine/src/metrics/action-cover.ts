import type { Estimate } from "./estimate.ts";
import { shareOfAttempts } from "./share.ts";

/**
 * M16, whether the next thing has a day: records with a dated next action, of open records, clustered by person.
 *
 * @param people Each person's last `plan.cover`: open records, and those of them that are planned.
 */
export function actionCover(people: readonly { open: number; planned: number }[]): Estimate {
  return shareOfAttempts(people.map(({ open, planned }) => ({ hits: Math.min(planned, open), of: open })));
}
