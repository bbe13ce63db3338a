/** Time that moves only when a test says so. Unix milliseconds. */
export interface SimulatedClock {
  now(): number;
  /** Moves on and returns the new time. */
  pass(ms: number): number;
}

/** Starts on Monday 2 November 2026, 09:00 UTC unless told otherwise. */
export function createSimulatedClock(start: number = Date.UTC(2026, 10, 2, 9)): SimulatedClock {
  let at = start;
  return {
    now: () => at,
    pass: (ms) => {
      at += ms;
      return at;
    },
  };
}
