import type { JWK } from "jose";
import { CollectorError } from "../errors.ts";
import type { ControlDb } from "./tables.ts";
import { transact } from "./transact.ts";

/** How people's tokens may be signed. */
export type TokenAlg = "HS256" | "ES256";

/** A key that people's tokens are checked with. */
export interface TokenKey {
  /** What a token names in its header. */
  kid: string;
  alg: TokenAlg;
  /** The public key; `null` for HS256, whose secret is derived from the project's own and stands in no database. */
  jwk: JWK | null;
  createdAt: number;
}

/** The name of the secret that came with the project. Tokens that name no key are checked with it. */
export const firstKid = "first";

/** The entry of that secret. */
export const firstTokenKey = (createdAt: number): TokenKey => ({ kid: firstKid, alg: "HS256", jwk: null, createdAt });

/** The project's keys, the oldest first. */
export async function listTokenKeys(db: ControlDb, project: string): Promise<TokenKey[]> {
  const rows = await db
    .selectFrom("tokenKeys")
    .selectAll()
    .where("project", "=", project)
    .orderBy("createdAt")
    .orderBy("kid")
    .execute();
  return rows.map(({ kid, alg, jwk, createdAt }) => ({
    kid,
    alg: alg as TokenAlg,
    jwk: jwk === null ? null : (JSON.parse(jwk) as JWK),
    createdAt,
  }));
}

/** Adds keys, all or none. Fails with `token_key_exists`. */
export async function addTokenKeys(db: ControlDb, project: string, keys: readonly TokenKey[]): Promise<void> {
  await transact(db, async (tx) => {
    const known = new Set((await listTokenKeys(tx, project)).map(({ kid }) => kid));
    for (const key of keys) {
      if (known.has(key.kid)) throw new CollectorError("token_key_exists", { kid: key.kid });
      known.add(key.kid);
      const jwk = key.jwk === null ? null : JSON.stringify(key.jwk);
      await tx
        .insertInto("tokenKeys")
        .values({ ...key, jwk, project })
        .execute();
    }
  });
}

/** Takes a key out of use at once: what it signed is refused from here on. Fails with `token_key_unknown`. */
export async function revokeTokenKey(db: ControlDb, project: string, kid: string): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom("tokenKeys")
    .where("project", "=", project)
    .where("kid", "=", kid)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw new CollectorError("token_key_unknown", { kid });
}
