import { CollectorError } from "../errors.ts";

/** How much one key may send. */
export interface PaceLimits {
  /** Events a second, in the long run. Default 10,000: more than one machine of the embedded store keeps for long. */
  eventsPerSecond?: number | undefined;
  /** Events at once after a pause. Default 100,000. */
  burst?: number | undefined;
}

/** Holds back a key that sends without measure, so that others' events find room. */
export interface Pace {
  /** Fails with `too_many_requests` where the key has nothing left. Asked before a body is read. */
  admit(key: string): void;
  /** Takes what a delivery weighs; an empty one weighs as much as one event. */
  charge(key: string, events: number): void;
}

interface Bucket {
  left: number;
  at: number;
}

/**
 * A token bucket for each key. What a delivery weighs is known once it is read: it may overdraw, and the next waits until
 * that is made up for.
 *
 * @param now - Milliseconds of a clock that never jumps.
 */
export function createPace(limits: PaceLimits = {}, now: () => number = () => performance.now()): Pace {
  const { eventsPerSecond = 10_000, burst = 100_000 } = limits;
  const buckets = new Map<string, Bucket>();

  function bucketOf(key: string): Bucket {
    const at = now();
    const known = buckets.get(key) ?? { left: burst, at };
    known.left = Math.min(burst, known.left + ((at - known.at) / 1000) * eventsPerSecond);
    known.at = at;
    buckets.set(key, known);
    return known;
  }

  return {
    admit(key) {
      const { left } = bucketOf(key);
      if (left < 1) throw new CollectorError("too_many_requests", { seconds: Math.ceil((1 - left) / eventsPerSecond) });
    },
    charge(key, events) {
      bucketOf(key).left -= Math.max(1, events);
    },
  };
}
