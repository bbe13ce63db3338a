import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calm, type Deed, firstBarrier, guidanceFor, observeDeed, type Sign, type Struggle } from "../src/index.ts";

interface Told {
  state: Struggle;
  signs: Sign[];
  offers: number;
}

function tell(deeds: readonly Deed[], tRefMs: number | null = null): Told {
  const start: Told = { state: calm, signs: [], offers: 0 };
  return deeds.reduce<Told>(({ state, signs, offers }, deed) => {
    const next = observeDeed(state, deed, tRefMs);
    return {
      state: next.state,
      signs: next.sign ? [...signs, next.sign] : signs,
      offers: offers + (next.offer ? 1 : 0),
    };
  }, start);
}

const names = fc.constantFrom("save", "send");
const deed = (at: number): fc.Arbitrary<Deed> =>
  fc.oneof(
    fc.record({
      kind: fc.constantFrom("input" as const, "aside" as const, "away" as const, "answer" as const),
      at: fc.constant(at),
    }),
    fc.record({
      kind: fc.constantFrom("press" as const, "silence" as const, "failure" as const),
      at: fc.constant(at),
      on: names,
    }),
    fc.record({ kind: fc.constant("page" as const), at: fc.constant(at), page: fc.constantFrom("/a", "/b", "/c") }),
  );
const anyDeeds: fc.Arbitrary<Deed[]> = fc
  .array(fc.integer({ min: -500, max: 60_000 }), { maxLength: 60 })
  .chain((gaps) => {
    let at = 1_000_000;
    const times = gaps.map((gap) => {
      at += gap;
      return at;
    });
    return fc.tuple(...times.map(deed));
  });

describe("struggle", () => {
  it("Y10 active time leaves out gaps of more than 30 s and time out of view, and never shrinks", () => {
    const at = (...times: number[]): Deed[] => times.map((time) => ({ kind: "input", at: time }));
    expect(tell(at(0, 10_000, 40_000, 70_001, 71_001)).state.activeMs).toBe(41_000);
    expect(tell([...at(0, 5_000), { kind: "away", at: 6_000 }, ...at(9_000, 10_000)]).state.activeMs).toBe(7_000);
    expect(tell([...at(0, 5_000), { kind: "aside", at: 9_000 }, ...at(10_000)]).state.activeMs).toBe(6_000);
    fc.assert(
      fc.property(anyDeeds, (deeds) => {
        let state = calm;
        for (const each of deeds) {
          const next = observeDeed(state, each, 5_000).state;
          expect(next.activeMs).toBeGreaterThanOrEqual(state.activeMs);
          expect(next.activeMs - state.activeMs).toBeLessThanOrEqual(30_000);
          state = next;
        }
      }),
    );
  });

  it("Y11 slow is active time over one and a half times the reference, and nothing where there is none", () => {
    const work: Deed[] = Array.from({ length: 10 }, (_, index) => ({ kind: "input", at: index * 10_000 }));
    expect(tell(work, 60_000).signs).toEqual([]);
    expect(tell(work, 59_000).signs).toEqual(["slow"]);
    expect(tell(work, null).signs).toEqual([]);
  });

  it("Y12 the same action refused three times, back and forth three times, pressed in vain: each is a sign", () => {
    const failure = (on: string): Deed => ({ kind: "failure", at: 1, on });
    expect(tell([failure("a"), failure("b"), failure("a"), failure("b")]).signs).toEqual([]);
    expect(tell([failure("a"), failure("b"), failure("a"), failure("a")]).signs).toEqual(["repeat"]);
    const pages = (...list: [number, string][]): Deed[] => list.map(([at, page]) => ({ kind: "page", at, page }));
    const forth = pages([0, "/a"], [1, "/b"], [2, "/a"], [3, "/b"], [4, "/a"]);
    expect(tell(forth)).toMatchObject({ signs: ["back"], state: { backtracks: 3 } });
    expect(tell(pages([0, "/a"], [1, "/b"], [2, "/c"], [3, "/a"], [4, "/b"], [5, "/c"])).state.backtracks).toBe(0);
    const slowly = pages([0, "/a"], [1, "/b"], [60_000, "/a"], [110_000, "/b"], [180_001, "/a"]);
    expect(tell(slowly)).toMatchObject({ signs: [], state: { backtracks: 3 } });
    const press = (at: number, on = "a"): Deed => ({ kind: "press", at, on });
    expect(tell([press(0), press(300), press(600)]).signs).toEqual(["rage"]);
    expect(tell([press(0), press(300), { kind: "answer", at: 400 }, press(600), press(700)]).signs).toEqual([]);
    expect(tell([press(0), press(600), press(1_200)]).signs).toEqual([]);
    expect(tell([press(0), press(300, "b"), press(600)]).signs).toEqual([]);
    const silence: Deed = { kind: "silence", at: 1, on: "a" };
    expect(tell([silence]).signs).toEqual([]);
    expect(tell([silence, silence]).signs).toEqual(["dead"]);
  });

  it("Y13 each sign is told once, and help is offered at most once in an attempt", () => {
    fc.assert(
      fc.property(anyDeeds, fc.option(fc.integer({ min: 1, max: 50_000 })), (deeds, tRefMs) => {
        const { signs, offers, state } = tell(deeds, tRefMs);
        expect(new Set(signs).size).toBe(signs.length);
        expect(offers).toBe(signs.length > 0 ? 1 : 0);
        expect(state.presses.length).toBeLessThanOrEqual(deeds.length);
      }),
    );
  });
});

describe("skill", () => {
  const day = 86_400_000;
  const now = 1_000 * day;
  const attempts = fc
    .array(fc.record({ at: fc.integer({ min: 0, max: now }), alone: fc.boolean() }), { maxLength: 12 })
    .map((list) => list.sort((a, b) => a.at - b.at));
  const ago = (days: number, alone = true): { at: number; alone: boolean } => ({ at: now - days * day, alone });

  it("Y14 guidance is brief after three attempts alone in a row, and full for who is new, was helped or comes back", () => {
    expect(guidanceFor([], now)).toEqual({ level: "full", rule: "new here" });
    expect(guidanceFor([ago(3), ago(2)], now).rule).toBe("new here");
    expect(guidanceFor([ago(3), ago(2), ago(1)], now)).toEqual({ level: "light", rule: "three alone" });
    expect(guidanceFor([ago(3), ago(2, false), ago(1)], now)).toEqual({ level: "full", rule: "helped lately" });
    expect(guidanceFor([ago(40), ago(35), ago(29)], now)).toEqual({ level: "full", rule: "after a gap" });
    fc.assert(
      fc.property(attempts, (list) => {
        const helped = [...list, { at: now, alone: false }];
        expect(guidanceFor(helped, now).level).toBe("full");
        const alone = [0, 1, 2].map(() => ({ at: now, alone: true }));
        expect(guidanceFor([...list, ...alone], now).level).toBe("light");
        expect(guidanceFor([...list, ...alone], now + 29 * day).level).toBe("full");
      }),
    );
  });

  it("Y14 only the last three attempts count", () => {
    fc.assert(
      fc.property(attempts, attempts, (before, list) => {
        fc.pre(list.length >= 3);
        expect(guidanceFor([...before, ...list], now)).toEqual(guidanceFor(list, now));
      }),
    );
  });
});

describe("first barrier", () => {
  const none = {
    reached: true,
    brief: "clear" as const,
    usefulness: 6,
    helped: false,
    failed: 0,
    blocked: false,
    skipped: false,
    later: false,
  };
  const each = [
    ["not_reached", { reached: false }],
    ["not_clear", { brief: "not_clear" as const }],
    ["not_useful", { usefulness: 3 }],
    ["opens_help", { helped: true }],
    ["tries_and_fails", { failed: 2 }],
    ["blocked", { blocked: true }],
    ["does_not_apply", { skipped: true }],
    ["not_now", { later: true }],
  ] as const;

  it("Y15 the barrier is the first unmet of the eight, whatever else is unmet after it", () => {
    expect(firstBarrier(none)).toBeNull();
    fc.assert(
      fc.property(fc.subarray([...each], { minLength: 1 }), (unmet) => {
        const facts = Object.assign({ ...none }, ...unmet.map(([, more]) => more));
        expect(firstBarrier(facts)).toBe(unmet[0]?.[0]);
      }),
    );
  });
});
