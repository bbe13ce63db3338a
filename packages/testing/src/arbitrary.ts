import type { Progress, Run, StepState } from "@waymark/schema";
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
    steps: fc.dictionary(fc.constantFrom("a", "b"), stepState, small),
  },
  { requiredKeys: ["steps"] },
);

/** Copies of a person's progress as two devices might hold them. */
export const anyProgress: Arbitrary<Progress> = fc
  .dictionary(fc.constantFrom("j1", "j2"), fc.dictionary(fc.constantFrom("", "deal:1"), run))
  .map((journeys) => ({ format: "waymark.progress/1" as const, journeys }))
  .chain((progress) =>
    fc
      .option(fc.dictionary(fc.constantFrom("ask/trust", "news/a"), fc.integer({ min: 0, max: 9 })), { nil: undefined })
      .map((marks) => (marks ? { ...progress, marks } : progress)),
  );
