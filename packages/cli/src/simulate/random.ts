/** A seeded source of chance (mulberry32, Tommy Ettinger, public domain): the same seed gives the same team. */
export interface Random {
  /** 0 to 1, 1 excluded. */
  next(): number;
  /** Whole number from `min` to `max`, both included. */
  between(min: number, max: number): number;
  /** Normal with mean 0 and deviation 1 (Box and Muller, 1958). */
  normal(): number;
  chance(probability: number): boolean;
  /** One of them, each as often as its weight says. */
  weighted<T>(weights: readonly (readonly [T, number])[]): T;
}

/** A seed of a number and words, so that nobody's chance depends on who else is there (FNV-1a, 32 bits). */
export function seedOf(...parts: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const char of parts.join("\n")) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    between: (min, max) => min + Math.floor(next() * (max - min + 1)),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    chance: (probability) => next() < probability,
    weighted: (weights) => {
      let rest = next() * weights.reduce((sum, [, weight]) => sum + weight, 0);
      const found = weights.find(([, weight]) => {
        rest -= weight;
        return rest < 0;
      });
      const last = found ?? weights.at(-1);
      if (last === undefined) throw new RangeError("Name at least one thing to choose from.");
      return last[0];
    },
  };
}
