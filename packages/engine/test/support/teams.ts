import type { Attempt } from "../../src/metrics/index.ts";
import { seeded } from "../../src/metrics/index.ts";

/** People differ by this much on the scale of log-odds. */
const spread = 1.5;
/** Attempts a person makes in a block: three on average. */
const counts = [1, 2, 3, 4, 5];
const week = 7 * 86_400_000;

const odds = (log: number): number => 1 / (1 + Math.exp(-log));

/** A random number generator with a normal one beside it (Box and Muller, 1958). */
export function chance(seed: number): { uniform: () => number; normal: () => number } {
  const uniform = seeded(seed);
  return {
    uniform,
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
  };
}

/** The mean over people of something that depends on how well one does it: a sum over the normal density. */
function overPeople(centre: number, of: (share: number) => number): number {
  let [sum, weights] = [0, 0];
  for (let z = -8; z <= 8; z += 0.02) {
    const weight = Math.exp((-z * z) / 2);
    sum += weight * of(odds(centre + spread * z));
    weights += weight;
  }
  return sum / weights;
}

/** How probably the last (up to three) attempts are mostly alone: one of one, two of two, two of three. */
function mostlyAlone(share: number): number {
  const two = share * share;
  return (share + two + 3 * two * (3 - 2 * share)) / counts.length;
}

/** What is planted: the share of people who are mostly alone, or of attempts. */
export type Planted = "people" | "attempts";

/** The centre of people's log-odds at which the truth is so. */
export function centreFor(truth: number, planted: Planted): number {
  const of = planted === "people" ? mostlyAlone : (share: number): number => share;
  let [low, high] = [-8, 8];
  for (let i = 0; i < 50; i += 1) {
    const middle = (low + high) / 2;
    if (overPeople(middle, of) < truth) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** How well each person of a team does it. */
export function drawTeam(people: number, centre: number, random: { normal: () => number }): number[] {
  return Array.from({ length: people }, () => odds(centre + spread * random.normal()));
}

/** One block of their attempts at a step. */
export function drawAttempts(team: readonly number[], random: { uniform: () => number }): Attempt[] {
  return team.flatMap((share, index) =>
    Array.from({ length: counts[Math.floor(random.uniform() * counts.length)] ?? 3 }, (_, i): Attempt => {
      const helped = random.uniform() >= share;
      return { person: `p${index}`, began: i, completed: i + 1, how: "condition", helped, failed: 0 };
    }),
  );
}

/** When such a block ends. */
export const blockEnd: number = 4 * week;
