import * as z from "zod/mini";
import { type Duration, durationSchema } from "./duration.ts";
import { type Target, targetSchema } from "./target.ts";

/** A plain value that a host gives with an event, a trait or a record. */
export type Scalar = string | number | boolean | null;

/** What a value is held against. All given parts must hold. */
export interface Comparison {
  is?: Scalar | undefined;
  in?: Scalar[] | undefined;
  gt?: number | string | undefined;
  lt?: number | string | undefined;
  exists?: boolean | undefined;
}

/** Props of an event: each key equals the value (`"{deal.id}"` binds the record) or satisfies the comparison. */
export type Where = Record<string, Scalar | Comparison>;

/**
 * When something counts as so. One key says the kind.
 *
 * `event`, `click`, `input` and `submit` **latch**: once seen in an attempt they stay true.
 * `page`, `visible`, `gone`, `text`, `data`, `trait`, `role` and `custom` are **levels**: true while they are true.
 * `not` takes levels only. `after` counts from the moment the step began.
 *
 * @example
 * ```ts
 * const done: Condition = { any: [{ event: "call.logged", where: { dealId: "{deal.id}" } }, { data: "stage", in: ["won"] }] };
 * ```
 */
export type Condition =
  | { event: string; where?: Where | undefined }
  | { click: Target }
  | { input: Target; matches?: string | undefined }
  | { submit: Target }
  | { page: string }
  | { visible: Target }
  | { gone: Target }
  | { text: string; in?: Target | undefined }
  | ({ data: string } & Comparison)
  | ({ trait: string } & Comparison)
  | { role: string }
  | { custom: string }
  | { manual: true }
  | { after: Duration }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };

/** The keys that name a condition's kind, in the order they are documented. */
export const conditionKinds = [
  "event",
  "click",
  "input",
  "submit",
  "page",
  "visible",
  "gone",
  "text",
  "data",
  "trait",
  "role",
  "custom",
  "manual",
  "after",
  "all",
  "any",
  "not",
] as const;

const name = z.string().check(z.minLength(1), z.maxLength(120));
const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const comparison = {
  is: z.optional(scalar),
  in: z.optional(z.array(scalar).check(z.minLength(1))),
  gt: z.optional(z.union([z.number(), z.string()])),
  lt: z.optional(z.union([z.number(), z.string()])),
  exists: z.optional(z.boolean()),
};

export const whereSchema: z.ZodMiniType<Where> = z.record(name, z.union([scalar, z.strictObject(comparison)]));

/** A page pattern: a path with `:name` for one segment and `*` for the rest. No host, no query. */
export const pagePatternSchema: z.ZodMiniType<string> = z
  .string()
  .check(z.regex(/^\/(?![/\\])[^?#]*$/, { error: "page_pattern" }), z.maxLength(200));

const list = z.array(z.lazy((): z.ZodMiniType<Condition> => conditionSchema)).check(z.minLength(1), z.maxLength(20));

/** Levels only: what `not` may hold. */
function holdsLevelsOnly(condition: Condition): boolean {
  if ("all" in condition) return condition.all.every(holdsLevelsOnly);
  if ("any" in condition) return condition.any.every(holdsLevelsOnly);
  if ("not" in condition) return holdsLevelsOnly(condition.not);
  return !["event", "click", "input", "submit", "manual", "after"].some((kind) => kind in condition);
}

export const conditionSchema: z.ZodMiniType<Condition> = z.union([
  z.strictObject({
    event: name,
    where: z.optional(whereSchema),
  }),
  z.strictObject({ click: targetSchema }),
  z.strictObject({ input: targetSchema, matches: z.optional(name) }),
  z.strictObject({ submit: targetSchema }),
  z.strictObject({ page: pagePatternSchema }),
  z.strictObject({ visible: targetSchema }),
  z.strictObject({ gone: targetSchema }),
  z.strictObject({ text: name, in: z.optional(targetSchema) }),
  z.strictObject({ data: name, ...comparison }),
  z.strictObject({ trait: name, ...comparison }),
  z.strictObject({ role: name }),
  z.strictObject({ custom: name }),
  z.strictObject({ manual: z.literal(true) }),
  z.strictObject({ after: durationSchema }),
  z.strictObject({ all: list }),
  z.strictObject({ any: list }),
  z
    .strictObject({ not: z.lazy((): z.ZodMiniType<Condition> => conditionSchema) })
    .check(z.refine((value) => holdsLevelsOnly(value.not), { error: "not_over_latch", path: ["not"] })),
]);

/** Who a journey is for: conditions over `page`, `trait` and `role`, combined with `all`, `any` and `not`. */
export type Audience =
  | { page: string }
  | ({ trait: string } & Comparison)
  | { role: string }
  | { all: Audience[] }
  | { any: Audience[] }
  | { not: Audience };

const audiences = z.array(z.lazy((): z.ZodMiniType<Audience> => audienceSchema)).check(z.minLength(1), z.maxLength(20));

export const audienceSchema: z.ZodMiniType<Audience> = z.union([
  z.strictObject({ page: pagePatternSchema }),
  z.strictObject({ trait: name, ...comparison }),
  z.strictObject({ role: name }),
  z.strictObject({ all: audiences }),
  z.strictObject({ any: audiences }),
  z.strictObject({ not: z.lazy((): z.ZodMiniType<Audience> => audienceSchema) }),
]);
