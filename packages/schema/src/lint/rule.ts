import type { Journey } from "../journey.ts";
import type { Problem } from "../problem.ts";
import type { LintCode } from "./catalogue.ts";

/** What stands around a journey. What is left out is not asked for. */
export interface LintContext {
  /** All journeys of the project: hand-overs are held against them. */
  journeys?: readonly Journey[] | undefined;
  /** Names of events that the app sends. Those that a journey waits for somewhere are taken as known. */
  events?: readonly string[] | undefined;
  /** Languages that every journey must speak, by BCP 47 tag; each that a journey has texts for is asked for anyway. */
  languages?: readonly string[] | undefined;
}

export type Rule = (journey: Journey, context: LintContext) => Problem[];

export function warning(code: LintCode, path: string, expected: string, received: string): Problem {
  return { code, path, expected, received, severity: "warning" };
}
