import type { Journey, Runs } from "@waymark/schema";
import { command } from "./command.ts";
import type { Effect, Fact } from "./fact.ts";
import { observe } from "./observe.ts";

/**
 * One step of the fold over facts: the same function in the browser, in the collector and in tests.
 *
 * @param runs The journey's runs before the fact. Not changed; returned as it is when the fact changes nothing.
 * @param now Unix milliseconds of the fact.
 * @returns the runs after it, and what happened in words others can read.
 * @example
 * ```ts
 * const [runs, effects] = transition(journey, {}, { kind: "offer", scene }, Date.now());
 * // effects: [{ type: "journey.offered", subject: "", at: ... }]
 * ```
 */
export function transition(journey: Journey, runs: Runs, fact: Fact, now: number): [Runs, Effect[]] {
  switch (fact.kind) {
    case "offer":
    case "hold":
    case "scene":
    case "event":
    case "dom":
      return observe(journey, runs, fact, now);
    default:
      return command(journey, runs, fact, now);
  }
}
