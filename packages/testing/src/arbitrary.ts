import { mergePrompts } from "@waymark/engine";
import type { Progress, Prompt, Prompts, Run, StepState } from "@waymark/schema";
import fc, { type Arbitrary } from "fast-check";

// Few values and few keys, so that two independent copies really meet.
const small = { maxKeys: 2 };
const time = fc.integer({ min: 1, max: 6 });
const maybe = (arbitrary: Arbitrary<number>): Arbitrary<number | null> => fc.option(arbitrary, { nil: null });

const stepState: Arbitrary<StepState> = fc
  .record({
    attempt: fc.integer({ min: 1, max: 3 }),
    began: maybe(time),
    completed: maybe(time),
    how: fc.constantFrom("condition" as const, "manual" as const, "skipped" as const),
    latched: fc.option(fc.dictionary(fc.constantFrom("k1", "k2"), time, small), { nil: undefined }),
  })
  .map(({ how, latched, ...state }) => ({
    ...state,
    how: state.completed === null ? null : how,
    ...(latched ? { latched } : {}),
  }));

const run: Arbitrary<Run> = fc.record(
  {
    offered: time,
    began: time,
    brief: fc.record({
      answer: fc.constantFrom("clear" as const, "partly" as const),
      text: fc.constantFrom("x", "y"),
      at: time,
    }),
    hidden: fc.record({ until: maybe(time), at: time }),
    plan: fc.record({ step: fc.constantFrom("a", "b"), due: maybe(time), at: time }),
    steps: fc.dictionary(fc.constantFrom("a", "b"), stepState, small),
  },
  { requiredKeys: ["steps"] },
);

const prompt: Arbitrary<Prompt> = fc
  .record({ at: fc.integer({ min: 1, max: 20 }), kind: fc.constantFrom("ask", "banner"), closedMs: fc.option(time) })
  .map(({ closedMs, ...shown }) => ({ ...shown, ...(closedMs === null ? {} : { closedMs }) }));

/** As a device holds them: in order and bounded, which is what a merge makes of any list. */
const prompts: Arbitrary<Prompts> = fc
  .record({ shown: fc.array(prompt, { maxLength: 16 }), at: fc.option(time), until: maybe(time) })
  .map(({ shown, at, until }) =>
    mergePrompts({ shown, ...(at === null ? {} : { quiet: { until, at } }) }, { shown: [] }),
  );

/** Copies of a person's progress as two devices might hold them. */
export const anyProgress: Arbitrary<Progress> = fc
  .record({
    journeys: fc.dictionary(fc.constantFrom("j1", "j2"), fc.dictionary(fc.constantFrom("", "deal:1"), run)),
    prompts: fc.option(prompts, { nil: undefined }),
    marks: fc.option(fc.dictionary(fc.constantFrom("ask/trust", "news/a"), fc.integer({ min: 0, max: 9 })), {
      nil: undefined,
    }),
  })
  .map(({ journeys, prompts: asked, marks }) => ({
    format: "waymark.progress/1" as const,
    journeys,
    ...(asked ? { prompts: asked } : {}),
    ...(marks ? { marks } : {}),
  }));
