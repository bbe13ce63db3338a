import type { NewAnswer, NewStatement } from "@waymark/schema";
import * as z from "zod/mini";

/** Body of `POST /v1/voices/:id/answer`. */
export const answerBody: z.ZodMiniType<NewAnswer> = z.strictObject({
  verdict: z.enum(["did", "will", "will_not", "need_more"]),
  text: z.string().check(z.minLength(1), z.maxLength(2000)),
  by: z.optional(z.string().check(z.minLength(1), z.maxLength(80))),
});

/** Body of `POST /v1/statements`. */
export const statementBody: z.ZodMiniType<NewStatement> = z.strictObject({
  journey: z.string().check(z.minLength(1), z.maxLength(200)),
  step: z.string().check(z.maxLength(200)),
  role: z.string().check(z.minLength(1), z.maxLength(120)),
  text: z.string().check(z.minLength(1), z.maxLength(1000)),
  by: z.optional(z.string().check(z.minLength(1), z.maxLength(80))),
});

/** Body of `POST /v1/voices/texts/:id`. */
export const releaseBody: z.ZodMiniType<{ release: boolean }> = z.strictObject({ release: z.boolean() });
