import type { GapRow } from "@waymark/schema";
import { callCollector } from "../call-collector.ts";
import { dayMs } from "./clock.ts";

/** Where, as whom, and from which Monday on (Unix ms). */
export interface PlanOptions {
  collector: string;
  /** The project's owner key, `ok_...`. */
  owner: string;
  from: number;
  /** Who states it. Default: `simulate`. */
  signed?: string | undefined;
}

/** What is expected of a step, as a planting has it. */
export type Planned = Pick<GapRow, "journey" | "role" | "step" | "expected">;

interface Stated {
  journey: string;
  step: string;
  role: string;
  share: number;
  by: string;
}

const placeOf = ({ journey, step, role }: Pick<Stated, "journey" | "step" | "role">): string =>
  [journey, step, role].join("\n");

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/**
 * States what was planted as expected, from the second day of the simulated weeks on, so that every block is judged by it.
 * What is stated already in the same words is not stated again.
 *
 * @returns How many were stated.
 * @throws when the collector refuses one.
 */
export async function statePlan(
  rows: readonly Planned[],
  { collector, owner, from, signed = "simulate" }: PlanOptions,
): Promise<number> {
  const by = dayOf(from + dayMs);
  const ask = async <T>(method: string, content: unknown): Promise<T> => {
    const to = { collector, key: owner };
    const { ok, status, body } = await callCollector<T & { detail?: string }>(to, method, "/v1/expectations", content);
    if (!ok)
      throw new Error(`The expectations could not be stated: ${body.detail ?? `the collector answered ${status}.`}`);
    return body;
  };
  // The newest of each place comes first.
  const { expectations } = await ask<{ expectations: Stated[] }>("GET", undefined);
  const before = new Map(expectations.toReversed().map((each) => [placeOf(each), each]));
  let count = 0;
  for (const { journey, step, role, expected: share } of rows) {
    if (step === null || share === null) continue;
    const held = before.get(placeOf({ journey, step, role }));
    if (held?.share === share && held.by === by) continue;
    await ask("POST", { journey, step, role, from: dayOf(from), by, share, signed });
    count += 1;
  }
  return count;
}
