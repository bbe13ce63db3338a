import { shareOfPeople } from "@waymark/engine/metrics";

export { median, medianInterval90 } from "@waymark/engine/metrics";

const round = (value: number): number => Math.round(value * 1e4) / 1e4;

/** The 90% interval of a share of people, each of whom counts once, from 0 to 1 with four digits: as all metrics have it. */
export function share90(through: number, of: number): [number, number] {
  const [low, high] = shareOfPeople(through, of).interval ?? [0, 1];
  return [round(low), round(high ?? 1)];
}
