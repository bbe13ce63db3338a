import { decodeProtectedHeader, errors, importJWK, type JWTPayload, jwtVerify } from "jose";
import { firstKid, type TokenAlg, type TokenKey } from "../control/token-keys.ts";
import type { ProjectSecrets } from "./secrets.ts";
import { signingSecretOf } from "./signing-secret.ts";

/** What a valid token says. */
export interface TokenClaims {
  /** The host's user id. */
  sub: string;
  roles: string[];
  /** The display name, where the host gives one. */
  name?: string;
}

/** The claims, or in a few words why the token is refused. */
export type TokenVerdict = { ok: true; claims: TokenClaims } | { ok: false; reason: string };

/** What a project's tokens are checked against. */
export interface TokenRules {
  project: string;
  secrets: ProjectSecrets;
  /** The keys in use. */
  keys: readonly TokenKey[];
  /** The `aud` that is required; `null`: none, and one that is there names `waymark` or the project. */
  audience: string | null;
  /** Unix ms. */
  now: number;
}

function reasonOf(error: unknown): string {
  if (error instanceof errors.JWTExpired) return "it has expired";
  if (error instanceof errors.JWSSignatureVerificationFailed) return "its signature does not match the signing secret";
  if (error instanceof errors.JWTClaimValidationFailed) return `its claim ${error.claim} is missing or not valid`;
  return "it is not a signed token";
}

/** A few plain characters of what a sender wrote, so that a reason stays a short sentence. */
const plain = (text: string): string => text.replace(/[^\w.-]/g, "?").slice(0, 40);

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === "string" && each !== "");

/** The key that a token asks for, or why there is none. Its `alg` never decides what it is checked with: the key does. */
function keyFor(token: string, { keys }: TokenRules): { key: TokenKey } | { reason: string } {
  let header: { alg?: string; kid?: string };
  try {
    header = decodeProtectedHeader(token);
  } catch {
    return { reason: "it is not a signed token" };
  }
  const { alg, kid = firstKid } = header;
  if (alg !== "HS256" && alg !== "ES256") return { reason: "it is not signed with HS256 or ES256" };
  if (typeof kid !== "string") return { reason: "its kid is no text" };
  const key = keys.find((each) => each.kid === kid);
  if (key === undefined)
    return {
      reason:
        header.kid === undefined
          ? "it names no key in kid, and the project's first secret is out of use"
          : `its key ${plain(kid)} is not known or out of use`,
    };
  return key.alg === alg ? { key } : { reason: `its key ${plain(kid)} is for ${key.alg}, not ${alg}` };
}

type Material = Awaited<ReturnType<typeof importJWK>>;

async function materialOf(key: TokenKey, secrets: ProjectSecrets): Promise<Material> {
  if (key.jwk === null) return new TextEncoder().encode(signingSecretOf(secrets, key.kid));
  return importJWK(key.jwk, key.alg satisfies TokenAlg);
}

/** RFC 7519: who finds an audience that is not theirs must refuse. */
function audienceProblem({ aud }: JWTPayload, { audience, project }: TokenRules): string | null {
  const named = aud === undefined ? [] : [aud].flat();
  if (audience !== null)
    return named.includes(audience) ? null : `its claim aud does not name ${audience}, as this project asks`;
  if (named.length === 0 || named.includes("waymark") || named.includes(project)) return null;
  return `its claim aud names neither waymark nor ${project}`;
}

/**
 * Checks a person's token: HS256 or ES256 with a key of the project, `sub` and `exp` required, `roles` a list of texts
 * (default: none), `aud` as the project asks.
 */
export async function verifyPersonToken(token: string, rules: TokenRules): Promise<TokenVerdict> {
  const found = keyFor(token, rules);
  if ("reason" in found) return { ok: false, reason: found.reason };
  try {
    const { payload } = await jwtVerify(token, await materialOf(found.key, rules.secrets), {
      algorithms: [found.key.alg],
      requiredClaims: ["sub", "exp"],
      currentDate: new Date(rules.now),
      clockTolerance: 5,
    });
    const reason = audienceProblem(payload, rules);
    if (reason !== null) return { ok: false, reason };
    const { sub, roles } = payload;
    if (typeof sub !== "string" || sub === "") return { ok: false, reason: "its claim sub is missing or not valid" };
    if (roles !== undefined && !isTexts(roles)) return { ok: false, reason: "its claim roles is not a list of texts" };
    const named = typeof payload.name === "string" ? { name: payload.name } : {};
    return { ok: true, claims: { sub, roles: roles ?? [], ...named } };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}
