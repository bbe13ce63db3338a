import { createHash, randomBytes } from "node:crypto";
import type { ControlDb } from "./tables.ts";

/** `write` pages and servers send events, `author` publish journeys, `owner` do all that needs no person. */
export type KeyKind = "write" | "author" | "owner";

/** What a key begins with, so that its kind shows. */
export const keyPrefixes: Readonly<Record<KeyKind, string>> = { write: "pk_", author: "ak_", owner: "ok_" };

/** How a kind of key is called in a sentence. */
export const keyNames: Readonly<Record<KeyKind, string>> = {
  write: "a write key (pk_...)",
  author: "an author key (ak_...)",
  owner: "the owner key (ok_...)",
};

/** Secrets of 256 random bits are kept as a plain SHA-256: there is nothing to guess that a slow hash would protect. */
export function secretHash(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}

/** 256 random bits behind a prefix. */
export function mintSecret(prefix: string): string {
  return prefix + randomBytes(32).toString("base64url");
}

/** Makes a key. It is shown once, here, and kept as a hash. */
export async function issueKey(db: ControlDb, project: string, kind: KeyKind, now: number): Promise<string> {
  const key = mintSecret(keyPrefixes[kind]);
  await db
    .insertInto("keys")
    .values({ hash: secretHash(key), project, kind, createdAt: now })
    .execute();
  return key;
}

/** Whose key this is, or `null`. */
export async function findKey(db: ControlDb, key: string): Promise<{ project: string; kind: KeyKind } | null> {
  const row = await db
    .selectFrom("keys")
    .select(["project", "kind"])
    .where("hash", "=", secretHash(key))
    .executeTakeFirst();
  return row === undefined ? null : { project: row.project, kind: row.kind as KeyKind };
}
