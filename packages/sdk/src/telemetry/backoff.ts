import type { Platform, Stop } from "../ports/platform.ts";

const firstMs = 2_000;
const mostMs = 5 * 60_000;
/** A server may ask for more patience than a timer can count. */
const longestMs = 60 * 60_000;

/** The collector asked for patience. */
class Refusal extends Error {
  readonly afterMs: number;
  constructor(status: number, afterMs: number) {
    super(`status ${status}`);
    this.afterMs = afterMs;
  }
}

/** Grows the pause between tries: 2 s, doubled up to 5 min, a fifth of chance, never less than the server asks for. */
export interface Backoff {
  waiting(): boolean;
  succeed(): void;
  fail(error: unknown): void;
  refusal(response: Response): Error;
  stop: Stop;
}

export function createBackoff(platform: Platform, retry: () => void): Backoff {
  let failures = 0;
  let timer: Stop | undefined;
  const cancel = (): void => {
    timer?.();
    timer = undefined;
  };
  return {
    waiting: () => timer !== undefined,
    succeed: () => {
      failures = 0;
      cancel();
    },
    fail: (error) => {
      cancel();
      const pause = Math.min(mostMs, firstMs * 2 ** failures++) * (0.8 + Math.random() * 0.4);
      const asked = error instanceof Refusal ? error.afterMs : 0;
      timer = platform.after(Math.min(Math.max(pause, asked), longestMs), () => {
        timer = undefined;
        retry();
      });
    },
    refusal: (response) => {
      const header = response.headers.get("retry-after") ?? "";
      const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - platform.now()) / 1000;
      return new Refusal(response.status, Number.isFinite(seconds) ? seconds * 1000 : 0);
    },
    stop: cancel,
  };
}
