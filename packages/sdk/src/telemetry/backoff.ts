import type { Platform, Stop } from "../ports/platform.ts";

/** No try comes sooner after a failure; the chance is on top, so that devices that failed together come back apart. */
const leastMs = 2_000;
const firstMs = 2_000;
const mostMs = 5 * 60_000;
/** A server may ask for more patience than a timer can count. */
const longestMs = 60 * 60_000;
/** Until when the collector wants to be left alone, Unix ms: the next page in this tab knows it too. */
const patienceKey = "waymark-patience";

/** The collector asked for patience. */
class Refusal extends Error {
  readonly afterMs: number;
  constructor(status: number, afterMs: number) {
    super(`status ${status}`);
    this.afterMs = afterMs;
  }
}

/** `Retry-After` in ms: seconds or a date, the latter by the server's own clock where the page may read it. */
function askedMs({ headers }: Response, now: number): number {
  const asked = headers.get("retry-after") ?? "";
  const sent = Date.parse(headers.get("date") ?? "") || now;
  const ms = /^\d+$/.test(asked) ? Number(asked) * 1000 : Date.parse(asked) - sent;
  return ms > 0 ? Math.min(ms, longestMs) : 0;
}

/** Spaces tries: what the server asks for, at least 2 s, and a random part of 2 s, 4 s, 8 s up to 5 min. */
export interface Backoff {
  waiting(): boolean;
  /** Whether the collector itself asked to wait, here or on the page before. */
  asked(): boolean;
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
  const askedUntil = (): number => {
    const left = Number(platform.tab.get(patienceKey)) - platform.now();
    // A clock that was put back must not make it longer.
    return left > 0 && left <= longestMs ? left : 0;
  };
  const wait = (ms: number): void => {
    cancel();
    timer = platform.after(ms, () => {
      timer = undefined;
      retry();
    });
  };
  if (askedUntil() > 0) wait(askedUntil());
  return {
    waiting: () => timer !== undefined,
    asked: () => askedUntil() > 0,
    succeed: () => {
      failures = 0;
      cancel();
      const left = askedUntil();
      if (left > 0) wait(left);
    },
    fail: (error) => {
      const asked = error instanceof Refusal ? error.afterMs : 0;
      if (asked > 0) platform.tab.set(patienceKey, String(platform.now() + asked));
      wait(Math.max(asked, leastMs) + Math.random() * Math.min(mostMs, firstMs * 2 ** failures++));
    },
    refusal: (response) => new Refusal(response.status, askedMs(response, platform.now())),
    stop: cancel,
  };
}
