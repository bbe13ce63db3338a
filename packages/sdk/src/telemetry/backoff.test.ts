import { describe, expect, it } from "vitest";
import type { Platform } from "../ports/platform.ts";
import { createBackoff } from "./backoff.ts";

const start = Date.UTC(2026, 10, 2, 9);

/** A tab's world: its clock, its memory, and the pause somebody asked for last. */
function world(memory = new Map<string, string>()) {
  const state = { now: start, pause: 0, memory };
  const platform = {
    now: () => state.now,
    after: (ms: number) => {
      state.pause = ms;
      return () => undefined;
    },
    tab: {
      get: (key: string) => memory.get(key) ?? null,
      set: (key: string, value: string) => void memory.set(key, value),
    },
  } as unknown as Platform;
  return { state, platform };
}

const refusing = (headers: Record<string, string>): Response => new Response("", { status: 503, headers });

describe("pauses between tries", () => {
  it("Q6 are at least 2 s and grow, with the whole growth left to chance", () => {
    const { state, platform } = world();
    const seen = Array.from({ length: 400 }, () => {
      const backoff = createBackoff(platform, () => undefined);
      return Array.from({ length: 9 }, () => {
        backoff.fail(new Error("offline"));
        return state.pause;
      });
    });
    for (const at of [0, 1, 2, 8]) {
      const pauses = seen.map((pause) => pause[at] ?? 0);
      const most = 2_000 + Math.min(300_000, 2_000 * 2 ** at);
      expect(Math.min(...pauses)).toBeGreaterThanOrEqual(2_000);
      expect(Math.max(...pauses)).toBeLessThanOrEqual(most);
      // Full jitter: the whole span is used.
      expect(Math.min(...pauses)).toBeLessThan(2_000 + (most - 2_000) * 0.1);
      expect(Math.max(...pauses)).toBeGreaterThan(2_000 + (most - 2_000) * 0.9);
    }
  });

  it.each([
    ["seconds", { "retry-after": "30" }, 30_000],
    ["a date", { "retry-after": new Date(start + 45_000).toUTCString() }, 45_000],
    [
      "a date of a server whose clock is a day ahead",
      { "retry-after": new Date(start + 86_445_000).toUTCString(), date: new Date(start + 86_400_000).toUTCString() },
      45_000,
    ],
    ["for ever", { "retry-after": "3000000" }, 3_600_000],
    ["nonsense", { "retry-after": "soon" }, 2_000],
    ["a date that is past", { "retry-after": new Date(start - 5_000).toUTCString() }, 2_000],
  ])("Q6 are as long as the collector asks: %s", (_, headers, least) => {
    const { state, platform } = world();
    const backoff = createBackoff(platform, () => undefined);
    backoff.fail(backoff.refusal(refusing(headers)));
    expect(state.pause).toBeGreaterThanOrEqual(least);
    expect(state.pause).toBeLessThanOrEqual(least + 2_000);
    expect(backoff.asked()).toBe(least > 2_000);
  });

  it("Q6 are kept by the next page of the tab, and by a network that comes back; not by a clock that was put back", () => {
    const { state, platform } = world();
    const backoff = createBackoff(platform, () => undefined);
    backoff.fail(backoff.refusal(refusing({ "retry-after": "60" })));
    state.now += 10_000;
    backoff.succeed();
    expect([backoff.waiting(), state.pause]).toEqual([true, 50_000]);
    const next = world(state.memory);
    next.state.now = start + 20_000;
    expect(createBackoff(next.platform, () => undefined).waiting()).toBe(true);
    expect(next.state.pause).toBe(40_000);
    const earlier = world(state.memory);
    earlier.state.now = start - 86_400_000;
    expect(createBackoff(earlier.platform, () => undefined).waiting()).toBe(false);
  });
});
