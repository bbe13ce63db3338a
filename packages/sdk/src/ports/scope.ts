import type { Stop } from "./platform.ts";

/** Collects what was started, and stops it in reverse order. */
export interface Scope {
  /** After `stop()` a late starter is stopped at once. */
  add(stop: Stop): void;
  stop: Stop;
  readonly stopped: boolean;
}

export function createScope(): Scope {
  const stops: Stop[] = [];
  let stopped = false;
  const add = (stop: Stop): void => {
    if (stopped) stop();
    else stops.push(stop);
  };
  return {
    add,
    stop: () => {
      stopped = true;
      for (const stop of stops.splice(0).reverse()) stop();
    },
    get stopped() {
      return stopped;
    },
  };
}
