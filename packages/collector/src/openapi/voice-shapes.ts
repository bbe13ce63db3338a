import { answersSchema, tokenRequestSchema } from "@waymark/schema";
import * as z from "zod/mini";
import { answerBody, releaseBody } from "../http/voice-bodies.ts";

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

const cell = strict({
  ...{ id: text, journey: text, step: text, group: text, title: text, roles: z.array(text) },
  ...{ quarter: text, from: text, to: text, count },
  reasons: z.nullable(z.record(text, count)),
  titles: strict({ journey: text, step: z.nullable(text) }),
  texts: z.array(text),
  answers: z.array(answer),
});

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
  Voices: strict({ format: z.literal("waymark.voices/1"), cells: z.array(cell) }),
  WaitingTexts: strict({ texts: z.array(strict({ id: text, text })) }),
  TextRelease: releaseBody,
  NewAnswer: answerBody,
  Answer: answer,
};
