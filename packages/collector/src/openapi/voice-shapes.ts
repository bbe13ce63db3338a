import { answersSchema, tokenRequestSchema } from "@waymark/schema";
import * as z from "zod/mini";
import { answerBody, releaseBody, statementBody } from "../http/voice-bodies.ts";

const text = z.string();
const count = z.int().check(z.nonnegative());
const strict = z.strictObject;

const answer = strict({
  ...{ id: text, journey: text, step: text, from: text, to: text },
  verdict: z.enum(["did", "will", "will_not", "need_more"]),
  text,
  by: z.optional(text),
  on: text,
});

const titles = { journey: text, step: z.nullable(text) };
const share = z.number();
const evidence = strict({
  says: z.enum(["backed", "reported"]),
  because: z.array(z.enum(["ability", "effort"])),
  estimateFirst: z.boolean(),
  ability: z.nullable(strict({ value: share, interval: z.tuple([share, share]), n: count })),
});
const figure = { value: z.number(), interval: z.tuple([z.number(), z.nullable(z.number())]) };
const loop = strict({
  ...{ reports: count, medianDays: z.nullable(strict(figure)), answeredBy14: z.nullable(strict(figure)) },
  helped: z.nullable(strict({ ...figure, people: count })),
});

const cell = strict({
  ...{ id: text, journey: text, step: text, group: text, title: text, roles: z.array(text) },
  ...{ quarter: text, from: text, to: text, count },
  reasons: z.nullable(z.record(text, count)),
  faced: z.nullable(z.record(text, count)),
  simulated: z.boolean(),
  titles: strict(titles),
  ...{ released: text, again: z.boolean(), evidence },
  texts: z.array(text),
  answers: z.array(answer),
  ratings: z.array(
    strict({ ...{ id: text, voice: text, answer: text, week: text, count }, helps: z.nullable(z.record(text, count)) }),
  ),
  replies: z.array(strict({ id: text, voice: text, week: text, count, texts: z.array(text) })),
});

const statement = {
  ...{ id: text, journey: text, step: text, role: text, text, by: text, on: text, informed: z.boolean() },
};

/** What the anonymous channel says over the wire. */
export const voiceShapes: Readonly<Record<string, z.ZodMiniType>> = {
  IssuerKeys: strict({
    format: z.literal("waymark.token-keys/1"),
    ...{ journey: text, quarter: text, issuer: text, seal: z.nullable(text) },
    groups: z.array(strict({ id: text, roles: z.array(text), keys: z.record(text, text) })),
  }),
  TokenRequest: tokenRequestSchema,
  SignedTokens: strict({ format: z.literal("waymark.signatures/1"), group: text, signatures: z.array(text) }),
  EnvelopeWeek: strict({ week: text }),
  Answers: answersSchema,
  Voices: strict({
    format: z.literal("waymark.voices/1"),
    today: text,
    cells: z.array(cell),
    statements: z.array(strict({ ...statement, titles: strict({ ...titles, role: text }), evidence })),
    loop,
  }),
  NewStatement: statementBody,
  Statement: strict(statement),
  WaitingTexts: strict({ texts: z.array(strict({ id: text, text })) }),
  TextRelease: releaseBody,
  NewAnswer: answerBody,
  Answer: answer,
};
