import type { Run } from "@waymark/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attemptNow, type OpenAttempt } from "../src/index.ts";

const day = 86_400_000;
const begun = 1_000 * day;
const open: OpenAttempt = {
  ...{ journey: "orders", subject: "", step: "save", attempt: 1, at: begun },
  ...{ helped: false, failed: 0, blocked: false },
};
const run = (more: Partial<Run> = {}): Run => ({
  steps: { save: { attempt: 1, began: begun, completed: null, how: null } },
  ...more,
});

describe("a step that was begun", () => {
  it("Y81 is left lying after seven days, not before, and never without a beginning", () => {
    expect(attemptNow(open, run(), begun + 7 * day)).toBe("under way");
    expect(attemptNow(open, run(), begun + 7 * day + 1)).toBe("left lying");
    expect(attemptNow(open, run(), begun - 100 * day)).toBe("under way");
    const fresh = { attempt: 1, began: null, completed: null, how: null };
    expect(attemptNow(open, { steps: { save: fresh } }, begun + 8 * day)).toBe("over");
    for (const gone of [undefined, { steps: {} }]) expect(attemptNow(open, gone, begun + 8 * day)).toBe("over");
  });

  it("Y81 is over once it is settled or begun anew", () => {
    const settled = { attempt: 1, began: begun, completed: begun + 1, how: "condition" as const };
    const anew = { attempt: 2, began: begun + 1, completed: null, how: null };
    for (const save of [settled, anew]) expect(attemptNow(open, { steps: { save } }, begun + 99 * day)).toBe("over");
  });

  it("Y81 a plan and 'Not now' hold until their own day", () => {
    const late = begun + 60 * day;
    const plan = { step: "save", due: late, at: begun };
    expect(attemptNow(open, run({ plan }), late + 7 * day)).toBe("under way");
    expect(attemptNow(open, run({ plan }), late + 7 * day + 1)).toBe("left lying");
    expect(attemptNow(open, run({ plan: { ...plan, step: "send" } }), begun + 8 * day)).toBe("left lying");
    expect(attemptNow(open, run({ plan: { ...plan, due: null } }), begun + 8 * day)).toBe("left lying");
    expect(attemptNow(open, run({ hidden: { until: late, at: begun } }), late + 7 * day)).toBe("under way");
    expect(attemptNow(open, run({ hidden: { until: null, at: begun } }), late + 999 * day)).toBe("under way");
    expect(attemptNow(open, run({ hidden: { until: 0, at: begun } }), begun + 8 * day)).toBe("left lying");
  });

  it("Y81 whatever was touched in its run last, here or elsewhere, begins the seven days anew", () => {
    const moment = fc.integer({ min: begun, max: begun + 40 * day });
    const touches = fc.record({ here: moment, other: moment, latch: moment, planned: moment });
    fc.assert(
      fc.property(touches, fc.integer({ min: begun, max: begun + 60 * day }), (at, now) => {
        const steps = {
          save: { attempt: 1, began: begun, completed: null, how: null, latched: { k: at.latch } },
          send: { attempt: 1, began: null, completed: at.other, how: "manual" as const },
        };
        const plan = { step: "save", due: null, at: at.planned };
        const state = attemptNow({ ...open, at: at.here }, { steps, plan }, now);
        const last = Math.max(...Object.values(at));
        expect(state).toBe(now - last > 7 * day ? "left lying" : "under way");
      }),
    );
  });
});
