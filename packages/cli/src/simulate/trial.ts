import { isHeldOut } from "@waymark/engine";
import type { Journey } from "@waymark/schema";
import { blockWeeks, weekMs, workingMoment } from "./clock.ts";
import { fitting } from "./fitting.ts";
import { createRandom, seedOf } from "./random.ts";
import type { Draft } from "./tell.ts";

/** What a simulation planted of a journey that is kept from a share of people. Shares of people, 0 to 1. */
export interface PlantedTrial {
  journey: string;
  version: number;
  holdout: number;
  /** Who reaches the value within four weeks: of those held out, and of those shown the journey. */
  held: number;
  shown: number;
  effect: number;
}

const bases = [0.2, 0.3, 0.4];
const effects = [0, 0.2, 0.4];

/** What a seed plants, or `null` where the journey is kept from nobody or counts no value. */
export function plantTrial({ id, version, holdout, value, library }: Journey, seed: number): PlantedTrial | null {
  if (!holdout || value === undefined || library) return null;
  const random = createRandom(seedOf(seed, "trial", id));
  const held = bases[random.between(0, bases.length - 1)] ?? 0;
  const effect = effects[random.between(0, effects.length - 1)] ?? 0;
  const shown = Math.round((held + effect) * 100) / 100;
  return { journey: id, version: version ?? 1, holdout, held, shown, effect };
}

/**
 * What is heard of somebody because the journey is kept from a share of people: who is held out meets nothing of it, and the
 * value comes to either kind as often as it was planted, within the four weeks that are watched.
 *
 * @param told What would be heard of them anyway.
 */
export function tellTrial(told: readonly Draft[], journey: Journey, person: string, seed: number): Draft[] {
  const planted = plantTrial(journey, seed);
  const { value } = journey;
  if (planted === null || value === undefined) return [...told];
  const held = isHeldOut(journey, person);
  const lot = told.find(({ type }) => type === "journey.offered");
  if (lot === undefined) return [...told];
  const met = held
    ? [...told.filter(({ type }) => type === "session.started"), { ...lot, type: "journey.held" }]
    : [...told];
  const random = createRandom(seedOf(seed, "value", person, journey.id));
  if (!random.chance(held ? planted.held : planted.shown)) return met;
  // The lot falls in the first week; the last day of the last one is left alone, so that no working moment slips out of it.
  const at = workingMoment(lot.at + weekMs / 7 + random.next() * (blockWeeks - 2) * weekMs);
  return [...met, { type: `host.${value.event}`, at, props: fitting(value.where, person) } as Draft];
}
