import { randomBytes } from "node:crypto";
import { importJWK, type JWK } from "jose";
import { addTokenKeys, revokeTokenKey, type TokenKey } from "../control/token-keys.ts";
import { CollectorError } from "../errors.ts";
import { signingSecretOf } from "../identity/signing-secret.ts";
import type { World } from "../world.ts";
import { type By, noteAct } from "./by.ts";

const kidOf = (jwk: JWK): string => jwk.kid ?? randomBytes(9).toString("base64url");

/** A public P-256 key, and nothing of a private one. Fails with `token_key_invalid`. */
async function publicKey(jwk: JWK, at: number): Promise<TokenKey> {
  const refuse = (message: string): never => {
    throw new CollectorError("token_key_invalid", { message });
  };
  if (jwk.d !== undefined) refuse("This is a private key: keep it on your server, and send its public half without d.");
  if (jwk.kty !== "EC" || jwk.crv !== "P-256") refuse('ES256 takes a public key with "kty": "EC" and "crv": "P-256".');
  if (jwk.alg !== undefined && jwk.alg !== "ES256")
    refuse(`The key says that it is for ${jwk.alg}: only ES256 is read.`);
  const { kty, crv, x, y } = jwk;
  const kid = kidOf(jwk);
  if (!/^[\w.:-]{1,80}$/.test(kid))
    refuse("Write kid as 1 to 80 letters, digits, dots, colons, hyphens or underscores.");
  const clean = { kty, crv, x, y } as JWK;
  await importJWK(clean, "ES256").catch(() => refuse("x and y are no point of P-256: copy the public key again."));
  return { kid, alg: "ES256", jwk: clean, createdAt: at };
}

/** Adds public keys: from here on tokens that name them count. */
export async function addPublicKeys(world: World, by: By, jwks: readonly JWK[]): Promise<TokenKey[]> {
  const at = world.now();
  const keys = await Promise.all(jwks.map((jwk) => publicKey(jwk, at)));
  await addTokenKeys(world.control, by.project, keys);
  for (const { kid } of keys) await noteAct(world, by, "token-key.create", `ES256 ${kid}`);
  return keys;
}

/** Makes another HS256 secret. It is shown here and can be had from nowhere else. */
export async function makeSigningSecret(world: World, by: By): Promise<{ key: TokenKey; secret: string }> {
  const kid = randomBytes(9).toString("base64url");
  const key: TokenKey = { kid, alg: "HS256", jwk: null, createdAt: world.now() };
  await addTokenKeys(world.control, by.project, [key]);
  await noteAct(world, by, "token-key.create", `HS256 ${kid}`);
  return { key, secret: signingSecretOf(world.secrets.get(by.project), kid) };
}

/** Takes a key out of use at once. Fails with `token_key_unknown`. */
export async function dropTokenKey(world: World, by: By, kid: string): Promise<void> {
  await revokeTokenKey(world.control, by.project, kid);
  await noteAct(world, by, "token-key.revoke", kid);
}
