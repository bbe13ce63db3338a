/** A clock that stands until it is told to move. */
export interface Clock {
  now(): number;
  set(moment: string): void;
}

export function createClock(moment: string): Clock {
  let at = Date.parse(moment);
  return {
    now: () => at,
    set: (next) => {
      at = Date.parse(next);
    },
  };
}
