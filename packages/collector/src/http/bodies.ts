import { parseWith, renderProblem } from "@waymark/schema";
import type { Context } from "hono";
import type { JWK } from "jose";
import * as z from "zod/mini";
import type { KeyKind } from "../control/keys.ts";
import type { DashboardRole } from "../control/members.ts";
import { CollectorError, type FailureCode } from "../errors.ts";
import type { ProjectChange } from "../manage/manage-project.ts";
import { readJson } from "./body.ts";

const text = (most: number): z.ZodMiniString => z.string().check(z.minLength(1), z.maxLength(most));
const slug = z.string().check(z.minLength(1), z.maxLength(120));

const roleNode = z.strictObject({
  id: slug,
  title: text(80),
  parent: z.optional(slug),
  headcount: z.optional(z.int().check(z.nonnegative(), z.maximum(10_000_000))),
});

/** Body of `POST /v1/keys`. */
export const newKeyBody: z.ZodMiniType<{ kind: KeyKind; label?: string | undefined }> = z.strictObject({
  kind: z.enum(["write", "server", "author", "owner"]),
  label: z.optional(text(80)),
});

const jwk = z.looseObject({ kty: z.string(), kid: z.optional(z.string()) }) as z.ZodMiniType<JWK>;

/** A secret to be made here, or public keys of the host's own. */
export type NewTokenKey = { alg: "HS256" } | { jwk: JWK } | { jwks: { keys: JWK[] } };

/** Body of `POST /v1/token-keys`. */
export const newTokenKeyBody: z.ZodMiniType<NewTokenKey> = z.union([
  z.strictObject({ alg: z.literal("HS256") }),
  z.strictObject({ jwk }),
  z.strictObject({ jwks: z.strictObject({ keys: z.array(jwk).check(z.minLength(1), z.maxLength(20)) }) }),
]);

/** Body of `POST /v1/members`. */
export const newMemberBody: z.ZodMiniType<{ name: string; role: DashboardRole; scope?: string[] | undefined }> =
  z.strictObject({
    name: text(120),
    role: z.enum(["owner", "author", "csm", "manager"]),
    scope: z.optional(z.array(slug).check(z.maxLength(200))),
  });

/** Body of `PATCH /v1/members/:id`: a role, with the part of the tree or the whole. */
export const memberBody: z.ZodMiniType<{ role: DashboardRole; scope?: string[] | undefined }> = z.strictObject({
  role: z.enum(["owner", "author", "csm", "manager"]),
  scope: z.optional(z.array(slug).check(z.maxLength(200))),
});

const months = z.optional(z.int().check(z.minimum(1), z.maximum(120)));

/** Body of `PATCH /v1/project`. */
export const projectBody: z.ZodMiniType<ProjectChange> = z.strictObject({
  title: z.optional(text(120)),
  roles: z.optional(z.array(roleNode).check(z.maxLength(2000))),
  origins: z.optional(z.array(text(300)).check(z.maxLength(200))),
  audience: z.optional(z.nullable(text(200))),
  retention: z.optional(
    z.strictObject({
      eventMonths: months,
      progressMonths: months,
      rejectDays: z.optional(z.int().check(z.minimum(1), z.maximum(400))),
      auditMonths: months,
    }),
  ),
});

/** A request's body in the shape of a schema; fails with a 422 that says every place to mend. */
export async function readBody<T>(
  c: Context,
  schema: z.ZodMiniType<T>,
  code: FailureCode = "body_invalid",
): Promise<T> {
  const parsed = parseWith(schema, await readJson(c.req.raw));
  if (parsed.ok) return parsed.value;
  const problems = parsed.problems.map((each) => ({ ...each, message: renderProblem(each) }));
  throw new CollectorError(code, { message: problems[0]?.message ?? "" }, { problems });
}
