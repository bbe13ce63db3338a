import type { Estimate } from "./estimate.ts";
import { shareByPerson, type Tally } from "./share.ts";

/**
 * M18, how often we are waved away: prompts closed within two seconds, of prompts shown, per person first, so that who got
 * most prompts does not speak for all.
 *
 * @param people Prompts closed at once, of prompts shown.
 * @example
 * ```ts
 * strikeRate([{ hits: 1, of: 2 }, { hits: 0, of: 4 }, { hits: 3, of: 3 }, { hits: 1, of: 4 }, { hits: 0, of: 1 }]).value; // 0.35
 * ```
 */
export function strikeRate(people: readonly Tally[]): Estimate {
  // A close can arrive whose prompt was lost.
  return shareByPerson(people.map(({ hits, of }) => ({ hits: Math.min(hits, of), of })));
}
