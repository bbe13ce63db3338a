import type { Estimate } from "./estimate.ts";
import { shareByPerson, type Tally } from "./share.ts";

/**
 * M18, how often we are waved away: prompts closed within two seconds, of prompts shown, per person first, so that who got
 * most prompts does not speak for all.
 *
 * @param people Prompts closed at once, of prompts shown.
 */
export function strikeRate(people: readonly Tally[]): Estimate {
  return shareByPerson(people);
}
