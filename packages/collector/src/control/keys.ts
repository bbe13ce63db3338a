import { createHash, randomBytes } from "node:crypto";
import { CollectorError } from "../errors.ts";
import type { ControlDb } from "./tables.ts";
import { transact } from "./transact.ts";

/**
 * `write` pages and servers send events, `server` a secret under which the host's servers vouch for what they send, `author`
 * publish journeys, `owner` do all that needs no person.
 */
export type KeyKind = "write" | "server" | "author" | "owner";

/** What a key begins with, so that its kind shows. */
export const keyPrefixes: Readonly<Record<KeyKind, string>> = {
  write: "pk_",
  server: "sk_",
  author: "ak_",
  owner: "ok_",
};

/** How a kind of key is called in a sentence. */
export const keyNames: Readonly<Record<KeyKind, string>> = {
  write: "a write key (pk_...)",
  server: "a server key (sk_...)",
  author: "an author key (ak_...)",
  owner: "the owner key (ok_...)",
};

/** Fails with `key_kind` for what is none, whoever hands it in: JavaScript lets any text through. */
export function checkKind(kind: unknown): asserts kind is KeyKind {
  if (typeof kind === "string" && Object.hasOwn(keyPrefixes, kind)) return;
  const kinds = Object.keys(keyPrefixes).join(", ");
  throw new CollectorError("key_kind", { kind: JSON.stringify(String(kind).slice(0, 40)), kinds });
}

/** Secrets of 256 random bits are kept as a plain SHA-256: there is nothing to guess that a slow hash would protect. */
export function secretHash(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}

/** 256 random bits behind a prefix. */
export function mintSecret(prefix: string): string {
  return prefix + randomBytes(32).toString("base64url");
}

/** Makes a key. It is shown once, here, and kept as a hash. */
export async function issueKey(
  db: ControlDb,
  project: string,
  kind: KeyKind,
  now: number,
  label: string | null = null,
): Promise<string> {
  checkKind(kind);
  const key = mintSecret(keyPrefixes[kind]);
  await db
    .insertInto("keys")
    .values({ hash: secretHash(key), project, kind, createdAt: now, label })
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

/** A key as it can be shown: never the key itself. */
export interface KeyFacts {
  /** The beginning of its hash: names it, and opens nothing. */
  id: string;
  kind: KeyKind;
  label: string | null;
  createdAt: number;
}

const idLength = 16;

/** How a key is called once it cannot be shown any more. */
export const keyId = (key: string): string => secretHash(key).slice(0, idLength);

/** A project's keys, the oldest first. */
export async function listKeys(db: ControlDb, project: string): Promise<KeyFacts[]> {
  const rows = await db
    .selectFrom("keys")
    .selectAll()
    .where("project", "=", project)
    .orderBy("createdAt")
    .orderBy("hash")
    .execute();
  return rows.map(({ hash, kind, label, createdAt }) => ({
    id: hash.slice(0, idLength),
    kind: kind as KeyKind,
    label,
    createdAt,
  }));
}

/** Takes a key out of use at once. Fails with `key_gone`, or with `key_last` for the only owner key. */
export async function revokeKey(db: ControlDb, project: string, id: string): Promise<KeyFacts> {
  return transact(db, async (tx) => {
    const keys = await listKeys(tx, project);
    const key = keys.find((each) => each.id === id);
    if (key === undefined) throw new CollectorError("key_gone", { key: id });
    if (key.kind === "owner" && keys.filter((each) => each.kind === "owner").length === 1)
      throw new CollectorError("key_last");
    // Compared as a beginning: the id is too short to be looked up by itself, and a project has few keys.
    await tx
      .deleteFrom("keys")
      .where("project", "=", project)
      .where((e) => e(e.fn<string>("substr", ["hash", e.val(1), e.val(idLength)]), "=", id))
      .execute();
    return key;
  });
}
