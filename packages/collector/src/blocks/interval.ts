import { wilson } from "@waymark/engine/metrics";

export { median, medianInterval90 } from "@waymark/engine/metrics";

const round = (value: number): number => Math.round(value * 1e4) / 1e4;

/** Wilson's 90% interval of a share of people (each person counts once), from 0 to 1 with four digits. */
export function wilson90(through: number, of: number): [number, number] {
  const [low, high] = wilson(through / of, of);
  return [round(low), round(high)];
}
