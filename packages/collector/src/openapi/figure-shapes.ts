import * as z from "zod/mini";

const text = z.string();
const strict = z.strictObject;
const number = z.number();
const count = z.int().check(z.nonnegative());
const titled = strict({ id: text, title: text });
const span = strict({ from: text, to: text, frozenAt: text });
const withheld = z.enum(["too_few", "not_yet", "unverified"]);
const figure = strict({
  value: z.nullable(number),
  interval: z.nullable(z.tuple([number, z.nullable(number)])),
  n: z.nullable(count),
  why: z.nullable(
    z.enum([
      ...(["too_few", "not_yet", "unverified", "nearly_all", "nearly_none"] as const),
      ...(["few_answers", "no_headcount", "not_reached", "part_missing"] as const),
    ]),
  ),
});

const report = (found: z.ZodMiniType): z.ZodMiniType =>
  strict({
    simulated: z.boolean(),
    block: z.nullable(span),
    blocks: z.array(span),
    nextAt: z.nullable(text),
    reason: z.nullable(withheld),
    rows: z.array(
      strict({
        ...{
          journey: z.nullable(titled),
          version: z.nullable(count),
          role: titled,
          block: z.nullable(span),
          steps: z.array(titled),
        },
        found: z.nullable(found),
      }),
    ),
  });

const step = { step: text };

/** What the pages of their own say over the wire. */
export const figureShapes: Readonly<Record<string, z.ZodMiniType>> = {
  BriefReport: report(strict({ reach: figure, answered: figure, clear: figure, partly: figure, notClear: figure })),
  FieldReport: report(
    strict({ fields: z.array(strict({ ...step, name: text, edited: figure, unused: z.boolean(), seconds: figure })) }),
  ),
  WaitReport: report(
    strict({
      steps: z.array(strict({ ...step, usual: figure, stale: figure })),
      cover: figure,
      handoffs: z.array(strict({ ...step, to: text, median: figure, p80: figure })),
    }),
  ),
  PromptReport: report(
    strict({
      prompts: z.array(strict({ surface: text, struck: figure, perWeek: figure })),
      use: strict({ useful: figure, easy: figure }),
    }),
  ),
  ValueReport: report(
    strict({
      ...{ medianDays: figure, p80Days: figure, byDay7: figure, byDay30: figure },
      curve: z.array(strict({ day: count, share: number, interval: z.tuple([number, number]) })),
      watched: z.array(strict({ day: count, n: z.nullable(count) })),
    }),
  ),
  StayingReport: report(
    strict({
      event: z.nullable(text),
      ...{ reached: figure, notReached: figure, difference: figure },
      says: z.nullable(z.enum(["goes_together", "not_shown"])),
    }),
  ),
  UptakeReport: report(
    strict({
      core: z.array(strict({ event: text, every: text })),
      ...{ score: figure, reach: figure, depth: figure, regularity: figure, alone: figure, ease: figure },
    }),
  ),
  TrustReport: report(strict({ mean: figure, distrust: figure })),
  TargetReport: strict({
    today: text,
    heard: z.boolean(),
    lost: z.array(
      strict({
        ...{ journey: titled, version: count, step: titled, page: z.nullable(text), reason: text },
        ...{ lastGood: z.nullable(text), firstBad: text, lastBad: text, sometimes: z.boolean() },
      }),
    ),
  }),
};
