import { errors, jwtVerify } from "jose";

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

function reasonOf(error: unknown): string {
  if (error instanceof errors.JWTExpired) return "it has expired";
  if (error instanceof errors.JWSSignatureVerificationFailed) return "its signature does not match the signing secret";
  if (error instanceof errors.JOSEAlgNotAllowed) return "it is not signed with HS256";
  if (error instanceof errors.JWTClaimValidationFailed) return `its claim ${error.claim} is missing or not valid`;
  return "it is not a signed token";
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === "string" && each !== "");

/**
 * Checks a person's token: HS256, `sub` and `exp` required, `roles` a list of texts (default: none).
 *
 * @param now - Unix ms.
 */
export async function verifyPersonToken(token: string, signingSecret: string, now: number): Promise<TokenVerdict> {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(signingSecret), {
      algorithms: ["HS256"],
      requiredClaims: ["sub", "exp"],
      currentDate: new Date(now),
      clockTolerance: 5,
    });
    const { sub, roles } = payload;
    if (typeof sub !== "string" || sub === "") return { ok: false, reason: "its claim sub is missing or not valid" };
    if (roles !== undefined && !isTexts(roles)) return { ok: false, reason: "its claim roles is not a list of texts" };
    const named = typeof payload.name === "string" ? { name: payload.name } : {};
    return { ok: true, claims: { sub, roles: roles ?? [], ...named } };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}
