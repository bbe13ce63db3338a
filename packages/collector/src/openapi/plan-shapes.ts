import { daySchema, newDecisionSchema, newEstimatesSchema, newExpectationSchema, shareSchema } from "@waymark/schema";
import * as z from "zod/mini";

const text = z.string();
const strict = z.strictObject;
const place = { journey: text, step: text, role: text };
const goal = { by: daySchema, share: shareSchema };
const signature = { author: text, at: text };

const expectation = strict({
  ...place,
  ...goal,
  from: daySchema,
  milestones: z.array(strict(goal)),
  minutes: z.nullable(z.number()),
  version: z.int(),
  ...signature,
  decision: z.nullable(text),
});

const plannable = strict({
  ...{ id: text, title: text, version: z.int(), from: daySchema },
  steps: z.array(strict({ id: text, title: text, minutes: z.nullable(z.number()) })),
});

const measured = strict({
  ...{ step: z.nullable(text), role: text, version: z.int() },
  ...{ expected: z.nullable(shareSchema), measured: z.nullable(shareSchema) },
  interval: z.nullable(z.array(shareSchema)),
  n: z.nullable(z.int()),
});

const decision = strict({
  ...{ id: text, journey: text, step: z.nullable(text), role: z.nullable(text) },
  choice: z.looseObject({ option: z.enum(["move_date", "new_version", "coaching", "keep"]) }),
  note: text,
  ...signature,
  followUp: daySchema,
  plan: strict({
    version: z.int(),
    versionNow: z.int(),
    expectations: z.array(strict({ step: text, role: text, from: strict(goal), to: strict(goal) })),
  }),
  before: z.array(measured),
  after: z.array(measured),
});

const span = z.nullable(z.array(z.number()));
const figure = z.nullable(z.number());
const arm = strict({ value: figure, interval: span, people: z.nullable(z.int()) });

const experiment = strict({
  ...{ journey: text, title: text, version: z.int(), holdout: z.number(), event: text, weeks: z.int() },
  ...{ shown: arm, held: arm, effect: figure, interval: span, detectable: figure },
  says: z.nullable(z.enum(["helps", "harms", "not_shown"])),
  simulated: z.boolean(),
  reason: z.nullable(z.enum(["too_few", "uneven"])),
});

/** What stakeholders expect, believe, decide and try, over the wire. */
export const planShapes: Readonly<Record<string, z.ZodMiniType>> = {
  Experiments: strict({
    format: z.literal("waymark.experiments/1"),
    block: z.nullable(strict({ from: text, to: text, frozenAt: text })),
    reason: z.nullable(z.enum(["not_yet", "unverified", "part_only"])),
    experiments: z.array(experiment),
  }),
  OwnInsight: strict({ name: text, report: z.unknown() }),
  NewExpectation: newExpectationSchema,
  Expectation: expectation,
  Expectations: strict({
    format: z.literal("waymark.expectations/1"),
    expectations: z.array(expectation),
    journeys: z.array(plannable),
  }),
  NewEstimates: newEstimatesSchema,
  Estimates: strict({
    format: z.literal("waymark.estimates/1"),
    estimates: z.array(strict({ ...place, share: shareSchema, ...signature })),
  }),
  NewDecision: newDecisionSchema,
  Decision: decision,
  Decisions: strict({ format: z.literal("waymark.decisions/1"), decisions: z.array(decision) }),
};
